//! What waits for a person, and how it is settled.

use alongside_core::companion::{Matter, Settlement};

/// What kind of question it is.
#[uniffi::remote(Enum)]
pub enum Matter {
    /// Several texts of one field: which of them, or both in other words?
    Texts,
    /// Several values of a field that can have only one, such as a telephone number: which of them is so?
    Values,
    /// A draft could not be signed, since it had changed elsewhere: look at it, and sign again.
    SignAgain,
    /// What was written after a seal is a draft amendment: look at it, and sign or discard it.
    Amendment,
    /// It was taken in late, after the case had moved on.
    Late,
    /// It was set aside, where a supervisor sees it.
    SetAside,
    /// It waits for a newer server. Nothing is to be done.
    Waiting,
    /// One assessment was submitted twice, with other answers: which of the two counts? The choices say in what they differ;
    /// what counts now is first. The other one is declared void.
    SubmittedTwice,
    /// A record was put away on one phone and edited on another: the edit won, and it is in use again.
    EditWins,
}

/// How something is settled.
#[uniffi::remote(Enum)]
pub enum Settlement {
    /// This choice stands, by its place in the list.
    Choose(u32),
    /// Neither; this text stands.
    Write(String),
    /// Taken note of. For work of this phone, of which there is nothing to choose.
    Noted,
}
