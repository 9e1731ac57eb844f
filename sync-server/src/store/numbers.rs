//! Row numbers as types, so that a person cannot be passed where a stream is meant. They never leave the server.

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);
    )+};
}

numbers! {
    /// An organisation.
    OrgNo,
    /// A person.
    PersonNo,
    /// An enrolled phone.
    DeviceNo,
    /// A case.
    CaseNo,
    /// A stream.
    StreamNo,
    /// A record.
    EntityNo,
    /// A commit of one organisation: every row that changed in it carries its number. 0 is before the first.
    Seq,
}
