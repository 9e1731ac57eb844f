//! The kinds of record, a file each: the struct, its words and its catalogue entry.
//!
//! To add one: a file here, a line in this list, a line in `catalogue::KINDS`. CONTRIBUTING.md walks through it.

mod access_denied;
mod access_need;
mod assessment;
mod assessment_copy;
mod assignment;
mod attachment;
mod carer;
mod change_notice;
mod check_in;
mod client;
mod closure_check;
mod colleague;
mod contact;
mod contact_wish;
mod duty;
mod episode;
mod goal;
mod handover_pack;
mod link_worker_card;
mod local_knowledge;
mod name_card;
mod need;
mod next_contact;
mod onward_referral;
mod passage_mark;
mod recognition;
mod referral_in;
mod referral_news;
mod referral_status;
mod reflection;
mod safe_contact;
mod service;
mod sharing;
mod step;
mod transitions;
mod unmet_need;
mod visit_note;
mod what_matters;
mod worklog;

pub use access_denied::{AccessDenied, DeniedThing};
pub use access_need::{AccessNeed, AccessNeedType};
pub use assessment::{ANSWER, Assessment, AssessmentOutcome, COMMENT, SCORE};
pub use assessment_copy::{ASKED, AssessmentCopy, SAID};
pub use assignment::{Assignment, AssignmentReason};
pub use attachment::Attachment;
pub use carer::{Carer, CarerScope};
pub use change_notice::ChangeNotice;
pub use check_in::{By, CheckIn};
pub use client::{Client, ClientStatus, Intensity};
pub use closure_check::{ClosureCheck, ClosureDecision};
pub use colleague::Colleague;
pub use contact::{Contact, Direction, Mode, Outcome, Purpose};
pub use contact_wish::{ContactWish, WishKind};
pub use duty::{Duty, DutyOrigin, DutyStatus};
pub use episode::{EndReason, Episode, EpisodeStatus};
pub use goal::{Goal, GoalStatus, WordingBy};
pub use handover_pack::HandoverPack;
pub use link_worker_card::LinkWorkerCard;
pub use local_knowledge::{Capacity, LocalKnowledge};
pub use name_card::NameCard;
pub use need::{Need, NeedCategory, Resolution};
pub use next_contact::NextContact;
pub use onward_referral::{Notified, OnwardReferral, SupportMode};
pub use passage_mark::{PassageMark, PassageReason};
pub use recognition::Recognition;
pub use referral_in::{DeclineReason, ReferralAnswer, ReferralIn, Route};
pub use referral_news::ReferralNews;
pub use referral_status::{ReferralState, ReferralStatus, StatusBy};
pub use reflection::Reflection;
pub use safe_contact::SafeContact;
pub use service::{Service, ServiceStatus};
pub use sharing::{Sharing, SharingPurpose};
pub use step::{Step, StepBy};
pub use transitions::{
    CLIENT_TRANSITIONS, DUTY_TRANSITIONS, EPISODE_TRANSITIONS, GOAL_TRANSITIONS, REFERRAL_IN_TRANSITIONS,
    REFERRAL_TRANSITIONS, TRANSITIONS, Transitions, find_transitions,
};
pub use unmet_need::{UnmetNeed, UnmetReason};
pub use visit_note::VisitNote;
pub use what_matters::WhatMatters;
pub use worklog::{WorkType, Worklog};
