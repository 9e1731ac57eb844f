//! What the catalogue says of a kind and of a field.
//!
//! The catalogue itself lists the kinds; kinds know only these shapes.

use super::Audience;

/// Largest text in one field, in bytes of UTF-8.
pub const MAX_TEXT_BYTES: usize = 64 * 1024;

/// How two edits of one field made without knowledge of each other come together. The rules are in `docs/merge.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeClass {
    /// One value; of two concurrent ones the later by age stands.
    Register,
    /// A register whose loser a person must hear of: status, phone, address.
    Watch,
    /// Words; both texts stay until a person settles it.
    Prose,
    /// A set of words; additions win over removals.
    Set,
    /// A place in a list.
    Order,
    /// A step of a state machine.
    State,
    /// Written when the record is made and never again.
    Once,
}

/// What a field may hold. `null` clears any field but a `Once` one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Text of at most [`MAX_TEXT_BYTES`].
    Text,
    /// A whole number within these bounds, both included.
    Integer(i64, i64),
    /// Yes or no.
    Bool,
    /// Milliseconds since 1970, from the year 1900 to 2200.
    Time,
    /// The id of another record.
    Id,
    /// One of these words; unknown words of newer versions are kept.
    Choice(&'static [&'static str]),
    /// A list of words.
    Words,
    /// The response to one question of an instrument; `instrument` knows its shape.
    Response,
}

/// One field of a kind.
#[derive(Clone, Copy, Debug)]
pub struct FieldEntry {
    /// Never re-used within the kind.
    pub number: u16,
    /// The name in Rust, Kotlin, Swift, SQL and HTTP. `answer.*` stands for `answer.` and anything.
    pub name: &'static str,
    /// How concurrent edits come together.
    pub class: MergeClass,
    /// What it may hold.
    pub holds: FieldType,
}

impl FieldEntry {
    /// A field called `name` with this number, class and type.
    pub const fn new(number: u16, name: &'static str, class: MergeClass, holds: FieldType) -> Self {
        Self { number, name, class, holds }
    }

    /// Whether this entry is about the field called `name`.
    pub fn covers(&self, name: &str) -> bool {
        match self.name.strip_suffix('*') {
            Some(stem) => name.len() > stem.len() && name.starts_with(stem),
            None => self.name == name,
        }
    }
}

/// One kind of record.
#[derive(Clone, Copy, Debug)]
pub struct KindEntry {
    /// Never re-used.
    pub number: u16,
    /// The name in Rust, Kotlin, Swift, SQL and HTTP.
    pub name: &'static str,
    /// The stream of the case its records live in once they are not drafts.
    pub home: Audience,
    /// Whether its records begin as a private draft and are sealed when published.
    pub sealed: bool,
    /// The field that holds the id of the record it belongs to.
    pub parent: Option<&'static str>,
    /// The field that says when it happened, by which screens order it.
    pub time: Option<&'static str>,
    /// All its fields.
    pub fields: &'static [FieldEntry],
}

impl KindEntry {
    /// The entry of the field called `name`.
    pub fn find_field(&self, name: &str) -> Option<&'static FieldEntry> {
        self.fields.iter().find(|field| field.covers(name))
    }

    /// The catalogue in words, a line for the kind and a line for each field.
    pub fn describe(&self) -> Vec<String> {
        let sealed = if self.sealed { " sealed" } else { "" };
        let head = format!("{} {} in {}{sealed}", self.number, self.name, self.home.name());
        let fields = self.fields.iter();
        let fields =
            fields.map(|f| format!("  {}.{} {} {:?} {:?}", self.number, f.number, f.name, f.class, f.holds));
        std::iter::once(head).chain(fields).collect()
    }
}
