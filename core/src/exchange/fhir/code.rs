//! Closed lists of codes, as HL7 publishes them: a code that is not on its list cannot be written.

/// A published list of codes.
pub(crate) trait CodeList: Copy + 'static {
    /// The address of the code system.
    const SYSTEM: &'static str;
    /// The codes this project may write, all of them on the published list.
    const CODES: &'static [&'static str];
    /// The code.
    fn code(self) -> &'static str;
}

/// Declares a list of codes: its name, its code system, and the members that are used.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident($system:literal) { $($member:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $($member,)+ }

        impl $crate::exchange::fhir::code::CodeList for $name {
            const SYSTEM: &'static str = $system;
            const CODES: &'static [&'static str] = &[$($code),+];

            fn code(self) -> &'static str {
                match self { $(Self::$member => $code,)+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::exchange::fhir::code::CodeList::code(*self))
            }
        }
    )+};
}

pub(crate) use codes;
