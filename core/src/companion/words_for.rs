//! What words may be wanted for: each place of the screens where somebody puts a sentence, and the field it is for.

use crate::model::kinds::{
    ChangeNotice, CheckIn, Client, ClosureCheck, Contact, ContactWish, Duty, Episode, Goal, LinkWorkerCard,
    LocalKnowledge, Need, NextContact, OnwardReferral, ReferralNews, ReferralStatus, Reflection, SafeContact,
    Step, UnmetNeed, WhatMatters,
};
use crate::model::{KindEntry, Record};

macro_rules! words_for {
    ($($(#[$doc:meta])* $name:ident => $kind:ident . $field:literal,)*) => {
        /// What words are for. What each is about, if it is about more than the case, stands beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum WordsFor {
            $($(#[$doc])* $name,)*
        }

        impl WordsFor {
            /// All of them.
            pub(super) const ALL: &[Self] = &[$(Self::$name,)*];

            /// A word that never changes: the id of what is kept is made of it.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }

            /// The kind of the record the words will be in.
            pub(super) const fn kind(self) -> &'static KindEntry {
                match self { $(Self::$name => $kind::ENTRY,)* }
            }

            /// The field they will be in; what is no record by itself may be as long as a thought of one's own.
            pub(super) const fn field(self) -> &'static str {
                match self { $(Self::$name => $field,)* }
            }
        }
    };
}

words_for! {
    /// A new goal.
    Goal => Goal."wording",
    /// Other words for a goal; about the goal.
    GoalRewording => Goal."wording",
    /// A goal in the worker's words; about the goal.
    GoalParaphrase => Goal."paraphrase",
    /// What a goal became; about the goal before.
    GoalChange => Goal."wording",
    /// Why it became another; about the goal before.
    GoalChangeWhy => Goal."why",
    /// Why a goal stands where it stands; about the goal.
    GoalStanding => Goal."why",
    /// A step; about its goal.
    Step => Step."title",
    /// How a goal is going; about the goal.
    CheckIn => CheckIn."words",
    /// One thing that matters to the client.
    WhatMatters => WhatMatters."words",
    /// Other words for what matters; about the thing that matters.
    WhatMattersRewording => WhatMatters."words",
    /// A need.
    Need => Need."words",
    /// What stood in the way of a need; about the need.
    NeedBarrier => Need."barrier",
    /// What is owed to the client.
    Duty => Duty."what",
    /// What came of something owed; about the duty.
    DutyOutcome => Duty."outcome",
    /// What came of a promise; about the note that makes it.
    PromiseOutcome => Duty."outcome",
    /// What the client asks for.
    Wish => ContactWish."words",
    /// The answer to it; about the wish.
    WishAnswer => ContactWish."answer",
    /// Why a contact was made although a rule advised against it.
    ContactReason => Contact."reason",
    /// What the next contact is for.
    NextContactWhy => NextContact."why",
    /// Where it is.
    NextContactPlace => NextContact."place",
    /// When it is safe to reach the client.
    SafeContactTimes => SafeContact."times",
    /// What may be said to somebody else who answers.
    SafeContactWords => SafeContact."words_allowed",
    /// What the link worker does, on the client's card.
    CardWork => LinkWorkerCard."what_they_do",
    /// How to reach them, on the client's card.
    CardReach => LinkWorkerCard."reach",
    /// The service an onward referral goes to.
    ReferralTo => OnwardReferral."to",
    /// Why it is made.
    ReferralWhy => OnwardReferral."why",
    /// What the service must make possible.
    ReferralAdjustments => OnwardReferral."adjustments",
    /// Why a referral took a step; about the referral.
    ReferralStep => ReferralStatus."reason",
    /// What the client is told of it; about the referral.
    ReferralNews => ReferralNews."words",
    /// What nothing serves.
    UnmetNeed => UnmetNeed."words",
    /// What somebody found out about a service; about the service.
    ServiceKnowledge => LocalKnowledge."note",
    /// What the client says to an ending.
    EndingClientView => ClosureCheck."client_view",
    /// Why the support ends.
    EndingWhy => ClosureCheck."why",
    /// Who looked at it besides.
    EndingSecondBy => ClosureCheck."second_by",
    /// Why the support goes on, pauses, or is looked at again.
    ClosureWhy => ClosureCheck."why",
    /// Why the support pauses.
    PauseWhy => Episode."status_why",
    /// What got in the way of reaching somebody.
    Barrier => Episode."status_why",
    /// Why a client is handed over, as they are told.
    HandoverWhy => ChangeNotice."why",
    /// An answer in the client's own words; about the assessment and the question.
    Answer => Reflection."words",
    /// Why an assessment is not held or not finished; about the assessment.
    AssessmentEnd => Reflection."words",
    /// The words that stand where two people wrote different ones; about the decision.
    Decision => Reflection."words",
    /// The name of somebody new.
    ClientName => Client."name",
    /// What they like to be called.
    ClientKnownAs => Client."known_as",
    /// Their telephone number.
    ClientPhone => Client."phone",
    /// Where they live.
    ClientAddress => Client."address",
    /// How it is safe to reach them, in words.
    ClientSafeContact => Client."safe_contact",
}
