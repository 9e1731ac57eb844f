//! Goals, steps and check-ins.

use alongside_core::companion::{BegunCheckIn, CheckInView, GoalView, NewGoal, PhotoView, StepView};
use alongside_core::journey::progress::Progress;
use alongside_core::model::kinds::{
    By as CheckInBy, CheckIn, Goal, GoalStatus, NeedCategory, Step, StepBy, SupportMode, WordingBy,
};
use alongside_core::model::{EntityId, Timestamp};

/// Whose words a goal is in.
#[uniffi::remote(Enum)]
pub enum WordingBy {
    /// The client's, verbatim.
    Client,
    /// The link worker's.
    Worker,
    /// Found together.
    Joint,
    /// A word of a newer version; never written.
    Unknown,
}

/// Where a goal stands. Changed and dropped are honest outcomes, not defeats.
#[uniffi::remote(Enum)]
pub enum GoalStatus {
    /// Put forward, not yet agreed.
    Proposed,
    /// Being worked on.
    Active,
    /// Set aside for a while, with a reason.
    Parked,
    /// Reached.
    Reached,
    /// Reached in part.
    Partly,
    /// Let go.
    Dropped,
    /// Became another goal.
    Changed,
    /// A status of a newer version; never written.
    Unknown,
}

/// Who takes a step.
#[uniffi::remote(Enum)]
pub enum StepBy {
    /// The client.
    Client,
    /// The link worker.
    Worker,
    /// Both, together.
    Together,
    /// A service.
    Service,
    /// A word of a newer version; never written.
    Unknown,
}

/// Who says how a goal is going.
#[uniffi::remote(Enum)]
pub enum CheckInBy {
    /// The client.
    Client,
    /// The link worker.
    Worker,
    /// A word of a newer version; never written.
    Unknown,
}

/// A goal.
#[uniffi::remote(Record)]
pub struct Goal {
    /// The goal as it was said.
    pub wording: String,
    /// Whose words these are.
    pub wording_by: WordingBy,
    /// The worker's paraphrase.
    pub paraphrase: Option<String>,
    /// What it is about.
    pub category: Option<NeedCategory>,
    /// Where it stands.
    pub status: GoalStatus,
    /// Why it is parked, in words.
    pub park_reason: Option<String>,
    /// When it was agreed.
    pub at: Timestamp,
    /// When the client said "yes, that is my goal".
    pub client_confirmed_at: Option<Timestamp>,
    /// Why it was changed or let go, in words.
    pub why: Option<String>,
    /// The goal it became.
    pub became: Option<EntityId>,
    /// The need it is to serve.
    pub need: Option<EntityId>,
    /// When it was reached, let go or changed.
    pub settled_at: Option<Timestamp>,
    /// The name of who said the wording.
    pub wording_by_name: Option<String>,
}

/// A step towards a goal.
#[uniffi::remote(Record)]
pub struct Step {
    /// The goal it leads to.
    pub goal: EntityId,
    /// Its place among the steps, smallest first.
    pub position: i64,
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub by: Option<StepBy>,
    /// Whether it is done.
    pub done: bool,
    /// When it was ticked.
    pub done_at: Option<Timestamp>,
    /// When it was agreed.
    pub at: Timestamp,
    /// Until when.
    pub due: Option<Timestamp>,
    /// How the client is helped to take it.
    pub support_mode: Option<SupportMode>,
}

/// How a goal is going, said by one person at one time.
#[uniffi::remote(Record)]
pub struct CheckIn {
    /// The goal it is about.
    pub goal: EntityId,
    /// Who says it.
    pub by: CheckInBy,
    /// From 0, nowhere near, to 10, all the way there.
    pub score: Option<i64>,
    /// In words.
    pub words: Option<String>,
    /// When it was said.
    pub at: Timestamp,
}

/// A goal with its steps and check-ins.
#[uniffi::remote(Record)]
pub struct GoalView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub goal: Goal,
    /// Wordings that were written at the same time on other phones and wait for a person to settle.
    pub other_wordings: Vec<String>,
    /// Its steps, in order.
    pub steps: Vec<StepView>,
    /// How it is going, oldest first.
    pub check_ins: Vec<CheckInView>,
    /// How far the client says they have come; nothing before their first rating.
    pub client_progress: Option<Progress>,
    /// How far the worker says; never averaged with the client's.
    pub worker_progress: Option<Progress>,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
    /// Photos of the goal itself, oldest first.
    #[uniffi(default = [])]
    pub photos: Vec<PhotoView>,
}

/// A step in a list.
#[uniffi::remote(Record)]
pub struct StepView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub step: Step,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A check-in in a list.
#[uniffi::remote(Record)]
pub struct CheckInView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub check_in: CheckIn,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
    /// Photos beside it, oldest first.
    #[uniffi(default = [])]
    pub photos: Vec<PhotoView>,
}

/// A goal as it is agreed.
#[uniffi::remote(Record)]
pub struct NewGoal {
    /// The goal as it was said.
    pub wording: String,
    /// Whose words these are.
    pub wording_by: WordingBy,
    /// What it is about.
    #[uniffi(default = None)]
    pub category: Option<NeedCategory>,
}

/// One person's ratings of one goal, from 0, nowhere near, to 10, all the way there.
#[uniffi::remote(Record)]
pub struct Progress {
    /// The first rating.
    pub first: i64,
    /// The latest rating.
    pub latest: i64,
    /// When the latest was given.
    pub at: Timestamp,
    /// How many ratings there are.
    pub ratings: usize,
}

/// A check-in that was begun and not said.
#[uniffi::remote(Record)]
pub struct BegunCheckIn {
    /// The number that was chosen, from 0 to 10; nothing while none was, which is not nought.
    pub score: Option<i64>,
    /// The words so far.
    pub words: String,
}
