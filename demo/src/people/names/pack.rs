//! What one culture of the town lends a person: given and family names, home words, food. It must not know any person.

/// A goal in the client's own language and script.
#[derive(Debug)]
pub(crate) struct OwnWords {
    /// As the client writes it.
    pub(crate) words: &'static str,
    /// The same in English.
    pub(crate) meaning: &'static str,
    /// What check-ins call it.
    pub(crate) about: &'static str,
}

/// Names and home words that go together.
#[derive(Debug)]
pub(crate) struct Pack {
    /// Women's given names.
    pub(crate) women: &'static [&'static str],
    /// Men's given names.
    pub(crate) men: &'static [&'static str],
    /// Family names in the form women carry them.
    pub(crate) families_of_women: &'static [&'static str],
    /// Family names in the form men carry them.
    pub(crate) families_of_men: &'static [&'static str],
    /// Whether the family name is written first.
    pub(crate) family_first: bool,
    /// The language spoken at home beside English; empty when it is English alone.
    pub(crate) language: &'static str,
    /// What a mother is called.
    pub(crate) mother: &'static str,
    /// What a father is called.
    pub(crate) father: &'static str,
    /// Food that tastes of home.
    pub(crate) food: &'static [&'static str],
    /// Where people gather.
    pub(crate) gathers: &'static [&'static str],
    /// Goals in the home language; empty when it is English.
    pub(crate) own_words: &'static [OwnWords],
}
