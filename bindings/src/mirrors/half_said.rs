//! Words that are being put together, and what for.

use alongside_core::companion::{Saying, WordsFor};
use alongside_core::model::CaseId;

/// Words that somebody is putting together in one place of a screen.
#[uniffi::remote(Record)]
pub struct Saying {
    /// What they are for.
    pub words_for: WordsFor,
    /// The case; nothing when they are about no one client.
    #[uniffi(default = None)]
    pub case: Option<CaseId>,
    /// What else tells it apart: the id of the record they are about, where they are about one.
    #[uniffi(default = None)]
    pub about: Option<String>,
}

/// What words are for. What each is about, if it is about more than the case, stands beside it.
#[uniffi::remote(Enum)]
pub enum WordsFor {
    /// A new goal.
    Goal,
    /// Other words for a goal; about the goal.
    GoalRewording,
    /// A goal in the worker's words; about the goal.
    GoalParaphrase,
    /// What a goal became; about the goal before.
    GoalChange,
    /// Why it became another; about the goal before.
    GoalChangeWhy,
    /// Why a goal stands where it stands; about the goal.
    GoalStanding,
    /// A step; about its goal.
    Step,
    /// How a goal is going; about the goal.
    CheckIn,
    /// One thing that matters to the client.
    WhatMatters,
    /// Other words for what matters; about the thing that matters.
    WhatMattersRewording,
    /// A need.
    Need,
    /// What stood in the way of a need; about the need.
    NeedBarrier,
    /// What is owed to the client.
    Duty,
    /// What came of something owed; about the duty.
    DutyOutcome,
    /// What came of a promise; about the note that makes it.
    PromiseOutcome,
    /// What the client asks for.
    Wish,
    /// The answer to it; about the wish.
    WishAnswer,
    /// Why a contact was made although a rule advised against it.
    ContactReason,
    /// What the next contact is for.
    NextContactWhy,
    /// Where it is.
    NextContactPlace,
    /// When it is safe to reach the client.
    SafeContactTimes,
    /// What may be said to somebody else who answers.
    SafeContactWords,
    /// What the link worker does, on the client's card.
    CardWork,
    /// How to reach them, on the client's card.
    CardReach,
    /// The service an onward referral goes to.
    ReferralTo,
    /// Why it is made.
    ReferralWhy,
    /// What the service must make possible.
    ReferralAdjustments,
    /// Why a referral took a step; about the referral.
    ReferralStep,
    /// What the client is told of it; about the referral.
    ReferralNews,
    /// What nothing serves.
    UnmetNeed,
    /// What somebody found out about a service; about the service.
    ServiceKnowledge,
    /// What the client says to an ending.
    EndingClientView,
    /// Why the support ends.
    EndingWhy,
    /// Who looked at it besides.
    EndingSecondBy,
    /// Why the support goes on, pauses, or is looked at again.
    ClosureWhy,
    /// Why the support pauses.
    PauseWhy,
    /// What got in the way of reaching somebody.
    Barrier,
    /// Why a client is handed over, as they are told.
    HandoverWhy,
    /// An answer in the client's own words; about the assessment and the question.
    Answer,
    /// Why an assessment is not held or not finished; about the assessment.
    AssessmentEnd,
    /// The words that stand where two people wrote different ones; about the decision.
    Decision,
    /// The name of somebody new.
    ClientName,
    /// What they like to be called.
    ClientKnownAs,
    /// Their telephone number.
    ClientPhone,
    /// Where they live.
    ClientAddress,
    /// How it is safe to reach them, in words.
    ClientSafeContact,
}
