//! What is bound to a statement: three types and nothing, whatever the engine.

use std::borrow::Cow;

/// One value.
#[derive(Clone)]
pub(in crate::store) enum Param<'a> {
    /// Nothing.
    Null,
    /// A number: a time, a commit, a row, a choice.
    Int(i64),
    /// Words.
    Text(Cow<'a, str>),
    /// An id, a hash, packed text.
    Blob(Cow<'a, [u8]>),
}

/// The values of one statement, in the order of their numbers: a tuple, an array, or [`params!`].
pub(super) trait Params<'a> {
    /// The values.
    fn into_params(self) -> Vec<Param<'a>>;
}

/// Values of different types, more of them than a tuple takes.
macro_rules! params {
    ($($value:expr),* $(,)?) => { [$($crate::store::sql::param::Param::from($value)),*] };
}
pub(super) use params;

macro_rules! tuples {
    ($(($($name:ident)+))+) => {$(
        impl<'a, $($name: Into<Param<'a>>),+> Params<'a> for ($($name,)+) {
            #[allow(non_snake_case, reason = "a value is named after its type")]
            fn into_params(self) -> Vec<Param<'a>> {
                let ($($name,)+) = self;
                vec![$($name.into()),+]
            }
        }
    )+};
}

tuples! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) (A B C D E F G H I)
    (A B C D E F G H I J)
}

impl<'a> Params<'a> for () {
    fn into_params(self) -> Vec<Param<'a>> {
        Vec::new()
    }
}

impl<'a, T: Into<Param<'a>>, const N: usize> Params<'a> for [T; N] {
    fn into_params(self) -> Vec<Param<'a>> {
        self.into_iter().map(Into::into).collect()
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl From<$number> for Param<'_> {
            fn from(number: $number) -> Self {
                Self::Int(number.into())
            }
        }
    )+};
}

numbers! { u8 u16 u32 i64 }

impl From<usize> for Param<'_> {
    fn from(number: usize) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'a> From<&'a str> for Param<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Param<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Param<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a [u8]> for Param<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Blob(bytes.into())
    }
}

impl From<Vec<u8>> for Param<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Blob(bytes.into())
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Param<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Blob(bytes.as_slice().into())
    }
}

impl<const N: usize> From<[u8; N]> for Param<'_> {
    fn from(bytes: [u8; N]) -> Self {
        Self::Blob(bytes.to_vec().into())
    }
}

impl<'a, T: Into<Param<'a>>> From<Option<T>> for Param<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<'a> From<&'a Option<String>> for Param<'a> {
    fn from(text: &'a Option<String>) -> Self {
        text.as_deref().into()
    }
}

/// What type it is, and nothing of what it says.
impl std::fmt::Debug for Param<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Null => "Null",
            Self::Int(_) => "Int",
            Self::Text(_) => "Text",
            Self::Blob(_) => "Blob",
        })
    }
}
