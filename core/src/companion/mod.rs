//! What a screen can ask of a phone: view models and use cases, a file for each area of the work.
//!
//! Every call but [`Companion::enrol`] and [`Companion::synchronise`] works with no network and blocks for as long as a file
//! write takes. Knows the journey and the store; knows no widgets and no languages.

mod assessment_copies;
mod assessment_ends;
mod assessment_reading;
mod assessment_view;
mod assessments;
mod assignments;
mod case_facts;
mod caseload;
mod change_over_time;
mod client_home;
mod clients;
mod colleagues;
mod contact_rules;
mod contacts;
mod decisions;
mod details;
mod drafts;
mod duties;
mod endings;
mod enrolment;
mod episodes;
mod error;
mod exchange;
mod goal_outcomes;
mod goals;
mod half_said;
mod handover;
mod handover_record;
mod held;
mod known_instruments;
mod listener;
mod load;
mod local_knowledge;
mod naming;
mod needs;
mod notes;
mod open;
mod overview;
mod packs;
mod passing_on;
mod pending;
mod people;
mod photos;
mod questions;
mod reaching;
mod received;
mod referral_steps;
mod referrals;
mod referrals_in;
mod reflections;
mod saying;
mod search;
mod second_submissions;
mod service_checks;
mod service_view;
mod services;
mod sharing;
mod syncing;
mod today;
mod today_view;
mod typing;
mod under_way;
mod unmet_needs;
mod visits;
mod voiding;
mod warnings;
mod what_matters;
mod wishes;
mod words_for;
mod worklog;
mod write;

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub use assessment_copies::{AssessmentCopyView, CopyLine};
pub use assessment_view::{AssessmentState, AssessmentSummary, AssessmentView, ScoreView};
pub use assessments::AssessmentStart;
pub use assignments::{AssignmentView, NewAssignment};
pub use caseload::CaseSummary;
pub use change_over_time::{AnswerAtTime, ChangeOverTime, Difference, HeldAssessment, QuestionOverTime};
pub use client_home::{ChangeView, ClientHome, ReferralNewsView};
pub use clients::{ClientView, NewClient};
pub use contacts::{ContactView, NewContact, NextContactView, NextPlan};
pub use details::{ClientDetails, MatchView};
pub use drafts::DraftSummary;
pub use duties::{DutyView, NewDuty};
pub use endings::{ClosureView, EndingCheck, NewEnding};
pub use enrolment::Me;
pub use episodes::EpisodeView;
pub use error::{CompanionError, Reason};
pub use goals::{CheckInView, GoalView, NewGoal, StepView};
pub use half_said::BegunCheckIn;
pub use handover::{HandoverView, NextWorker};
pub use listener::{Change, ChangeListener};
pub use load::LoadView;
pub use local_knowledge::{DirectoryFreshness, NewKnowledge};
pub use needs::NeedView;
pub use notes::{NoteState, NoteView};
pub use open::{Setup, rescue_file};
pub use overview::{CaseOverview, ClientWords, PromiseLine};
pub use packs::{InstrumentSummary, PackCheck};
pub use pending::{Choosable, Matter, PendingDecision, Settlement};
pub use photos::{NewPhoto, PhotoView};
pub use questions::{AnswerOption, QuestionView, ScaleView};
pub use reaching::{AccessNeedView, AccessStep, CarerView, NewAccessNeed, SafeContactRule};
pub use received::{Received, ReceivedAssessment};
pub use referral_steps::ReferralStep;
pub use referrals::{NewReferral, ReferralStatusView, ReferralView};
pub use referrals_in::{Decline, NewReferralIn, ReferralInView};
pub use reflections::ReflectionView;
pub use saying::Saying;
pub use search::Found;
pub use service_checks::EligibilityView;
pub use service_view::{KnowledgeView, ServiceCard, ServiceView};
pub use services::{ServicePicker, ServiceSearch, ServiceShelf, ServicesFound};
pub use sharing::{SharingQuestion, SharingView};
pub use syncing::{RemarkView, SyncState};
pub use today_view::{DutyLine, PlaceVisits, QuietLine, Today, VisitLine};
pub use typing::Typed;
pub use unmet_needs::{NewUnmetNeed, UnmetNeedView};
pub use what_matters::WhatMattersView;
pub use wishes::WishView;
pub use words_for::WordsFor;
pub use worklog::{AccessDeniedView, NewWork, WorkMinutes, WorklogView};

use crate::ports::{Clock, Entropy, Ids};
use crate::store::{KeyStore, Store};
use crate::sync::{Cancel, Transport};

/// A phone's core. Share it between threads; calls wait for each other where they must.
pub struct Companion {
    store: Store,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    entropy: Arc<dyn Entropy>,
    transport: Arc<dyn Transport>,
    instruments: known_instruments::KnownInstruments,
    typing: typing::Typing,
    listener: Option<Arc<dyn ChangeListener>>,
    syncing: AtomicBool,
    suspended: AtomicBool,
    cancel: Cancel,
    waiting: Cancel,
    carrying: under_way::Carrying,
    keys: Arc<dyn KeyStore>,
}

impl Companion {
    fn tell(&self, change: Change) {
        if let Some(listener) = &self.listener {
            listener.changed(change);
        }
    }
}

impl std::fmt::Debug for Companion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Companion").finish_non_exhaustive()
    }
}
