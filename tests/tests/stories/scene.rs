//! What every story begins with: a service, a link worker, a client who said yes, and a phone for each.

use std::path::PathBuf;
use std::sync::Arc;

use alongside_core::companion::{
    NewClient, NewContact, NewEnding, NewGoal, NewReferralIn, NextPlan, ReferralStep,
};
use alongside_core::exchange::{ExportForm, check_bundle};
use alongside_core::instrument::Response;
use alongside_core::journey::finding::Finding;
use alongside_core::model::kinds::{
    Direction, EndReason, Mode, NeedCategory, Outcome, Purpose, ReferralState, Route, WordingBy,
};
use alongside_core::model::{CaseId, EntityId, Role, Timestamp};
use alongside_core::ports::{Clock, FixedClock};
use alongside_tests::service::{Phone, Service};
use serde_json::Value;

const DAY: u64 = 86_400_000;
/// Monday 5 January 2026, ten in the morning.
const BEGINS: Timestamp = Timestamp(1_767_607_200_000);

/// A story's people and phones. Days pass on both phones at once.
pub(crate) struct Scene {
    pub(crate) service: Service,
    pub(crate) worker: Phone,
    pub(crate) client: Phone,
    pub(crate) case: CaseId,
    pub(crate) clock: Arc<FixedClock>,
}

impl Scene {
    /// The practice refers somebody, Wren Okafor is their link worker, and they say yes.
    pub(crate) async fn with(name: &str) -> Self {
        let service = Service::start().await;
        let clock = Arc::new(FixedClock::at(BEGINS));
        let wren = service.person(Role::LinkWorker, "Wren Okafor");
        let worker = service.phone_with_clock(wren, clock.clone()).await;
        let client = NewClient { name: name.into(), ..NewClient::default() };
        let case = worker.core.add_client(&client).expect("a case is opened");
        let offer = NewReferralIn {
            route: Route::Practice,
            source: "Elm Street Surgery".into(),
            source_person: None,
            reason: None,
            offered_at: None,
        };
        let offer = worker.core.offer_support(case, &offer).expect("the offer is kept");
        worker.core.accept_offer(offer, Some(true)).expect("they said yes");
        worker.sync().await;
        let client = service.phone_with_clock(service.client_of(case, name), clock.clone()).await;
        client.sync().await;
        Self { service, worker, client, case, clock }
    }

    /// Days pass.
    pub(crate) fn days(&self, days: u64) {
        self.clock.advance(days * DAY);
    }

    /// A moment so many days from now.
    pub(crate) fn in_days(&self, days: i64) -> Timestamp {
        self.clock.now().plus_ms(days * DAY as i64)
    }

    /// Both phones find a connection.
    pub(crate) async fn meet_the_server(&self) {
        self.worker.sync().await;
        self.client.sync().await;
        self.worker.sync().await;
    }

    /// A home visit that was agreed, with the next one agreed in it.
    pub(crate) fn visit(&self, purpose: Purpose, next_in_days: i64, why: &str) -> EntityId {
        let next = NextPlan {
            at: self.in_days(next_in_days),
            mode: Mode::Home,
            why: why.into(),
            place: None,
            agreed: true,
        };
        let visit = NewContact {
            minutes: Some(60),
            next: Some(next),
            ..NewContact::new(Mode::Home, vec![purpose], Outcome::TwoWay)
        };
        self.worker.core.record_contact(self.case, &visit).expect("the visit is kept")
    }

    /// An attempt to reach the client that nobody answered.
    pub(crate) fn attempt(&self, mode: Mode, demanding: bool) {
        let attempt = NewContact {
            demanding: Some(demanding),
            ..NewContact::new(mode, vec![Purpose::Listen], Outcome::NoAnswer)
        };
        self.worker.core.record_contact(self.case, &attempt).expect("the attempt is kept");
    }

    /// The client gets in touch.
    pub(crate) fn client_calls(&self, purpose: Purpose) {
        let call = NewContact {
            direction: Direction::Client,
            ..NewContact::new(Mode::Phone, vec![purpose], Outcome::TwoWay)
        };
        self.worker.core.record_contact(self.case, &call).expect("the call is kept");
    }

    /// A goal in the client's own words.
    pub(crate) fn goal(&self, words: &str) -> EntityId {
        let new = NewGoal { wording: words.into(), wording_by: WordingBy::Client, category: None };
        self.worker.core.agree_goal(self.case, &new).expect("the goal is kept")
    }

    /// A need in the client's own words.
    pub(crate) fn need(&self, category: NeedCategory, words: &str) -> EntityId {
        self.worker.core.raise_need(self.case, category, words).expect("the need is kept")
    }

    /// A referral comes to stand so, for this reason.
    pub(crate) fn referral_step(&self, referral: EntityId, status: ReferralState, reason: Option<&str>) {
        let step = ReferralStep { reason: reason.map(str::to_owned), ..ReferralStep::to(status) };
        self.worker.core.record_referral_step(referral, &step).expect("the step follows");
    }

    /// An ONS4 held as a conversation, every answer the same.
    pub(crate) fn assess(&self, value: i64) -> EntityId {
        let core = &self.worker.core;
        let id = core.start_assessment(self.case, "ons4", Mode::Home).expect("it is begun").assessment;
        for question in core.assessment(id).expect("it is read").questions {
            core.answer(id, &question.item, &Response::Value(value)).expect("it is answered");
        }
        core.submit_assessment(id).expect("it is submitted")
    }

    /// The person's record as a FHIR bundle, put where the validators of `cargo xtask test --only exchange` look. Our own checks
    /// find nothing in it.
    pub(crate) fn export(&self, story: &str) {
        let file = self.worker.core.export(self.case, ExportForm::Bundle).expect("the record is exported");
        let bundle: Value = serde_json::from_slice(&file.bytes).expect("a bundle is JSON");
        let faults: Vec<String> = check_bundle(&bundle).iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "{story}: {faults:?}");
        let root = std::env::var_os("ALONGSIDE_EXCHANGE")
            .map_or_else(|| env!("CARGO_TARGET_TMPDIR").into(), PathBuf::from);
        let folder = root.join("people");
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        std::fs::write(folder.join(format!("story-{story}.json")), file.bytes).expect("the file is written");
    }

    /// What the rules say of the case today, by code.
    pub(crate) fn warnings(&self) -> Vec<String> {
        codes(&self.worker.core.case_overview(self.case).expect("the case is here").warnings)
    }
}

/// An ending both agree to, with what the client says of it.
pub(crate) fn ending(reason: EndReason, client_view: Option<&str>) -> NewEnding {
    NewEnding {
        reason,
        client_view: client_view.map(str::to_owned),
        agreed: true,
        why: None,
        second_by: None,
    }
}

/// The codes of what was found.
pub(crate) fn codes(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| finding.code.clone()).collect()
}
