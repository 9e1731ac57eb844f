//! Closed lists of words, such as a contact's mode, that a newer server may have lengthened.

/// A closed list whose members have stable names.
pub trait Choice: Sized + Copy + 'static {
    /// The names this version knows, in the order in which a screen lists them.
    const NAMES: &'static [&'static str];

    /// The stable name; a value of a newer version gives `unknown`.
    fn name(self) -> &'static str;

    /// The member called `name`.
    fn find(name: &str) -> Option<Self>;
}

/// Declares a closed list. A name this version does not know reads as `Unknown`, so that an old app shows "needs a newer
/// app" instead of failing; since only changed fields are ever written, the stored value stays as it is.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$member_doc:meta])* $member:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$member_doc])* $member,)+
            /// A value of a newer version; never written.
            Unknown,
        }

        impl $crate::model::Choice for $name {
            const NAMES: &'static [&'static str] = &[$($text),+];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$member => $text,)+
                    Self::Unknown => "unknown",
                }
            }

            fn find(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$member),)+
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::model::Choice::name(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                Ok($crate::model::Choice::find(&name).unwrap_or(Self::Unknown))
            }
        }
    };
}

pub(crate) use choice;
