//! A note while it is being put together: sentences in the order a note has them, never more than it may hold. It must not know
//! where sentences come from.

/// Where in a note a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// How the two met.
    Opening,
    /// What was owed from last time.
    Owed,
    /// What it was about.
    Story,
    /// What has happened elsewhere.
    News,
    /// The rest of life.
    Around,
    /// What was noticed.
    Seen,
    /// What was agreed.
    Agreed,
    /// When they speak next.
    Next,
    /// What only the file needs.
    File,
}

/// The longest note, in words. A worker’s hand may part a few of them, so there is room left up to 200.
pub(crate) const LONGEST: usize = 184;

/// A note in the making.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    sentences: Vec<(Place, String)>,
    words: usize,
}

impl Draft {
    /// Adds a sentence, unless the note would grow beyond [`LONGEST`]; says whether it was added.
    pub(crate) fn add(&mut self, place: Place, sentence: String) -> bool {
        let words = sentence.split_whitespace().count();
        let fits = self.words + words <= LONGEST;
        if fits {
            self.words += words;
            self.sentences.push((place, sentence));
        }
        fits
    }

    /// Words so far.
    pub(crate) fn words(&self) -> usize {
        self.words
    }

    /// The whole note; with `breaks`, what was agreed stands in a paragraph of its own.
    pub(crate) fn finish(mut self, breaks: bool) -> String {
        self.sentences.sort_by_key(|(place, _)| *place);
        let mut note = String::new();
        let mut last = Place::Opening;
        for (place, sentence) in &self.sentences {
            let opens_the_plan = last < Place::Agreed && *place >= Place::Agreed;
            if !note.is_empty() {
                note.push_str(if breaks && opens_the_plan { "\n\n" } else { " " });
            }
            note.push_str(sentence);
            last = *place;
        }
        note
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_stand_in_the_order_of_a_note_and_the_plan_apart() {
        let mut draft = Draft::default();
        for (place, sentence) in
            [(Place::Next, "N."), (Place::Opening, "O."), (Place::Story, "S."), (Place::Story, "T.")]
        {
            assert!(draft.add(place, sentence.to_owned()));
        }
        assert_eq!(draft.clone().finish(true), "O. S. T.\n\nN.");
        assert_eq!(draft.finish(false), "O. S. T. N.");
    }

    #[test]
    fn a_note_never_grows_beyond_its_longest() {
        let mut draft = Draft::default();
        assert!(draft.add(Place::Story, "word ".repeat(LONGEST)));
        assert!(!draft.add(Place::Story, "more".to_owned()));
        assert_eq!(draft.words(), LONGEST);
    }
}
