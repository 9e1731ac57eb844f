//! A world: one server, its people, their phones, the air between them, and what is known about all of it from outside.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use alongside_core::companion::CompanionError;
use alongside_core::model::{
    Audience, CaseId, DeviceId, EntityId, OrganisationId, PersonId, Role, StreamRef,
};
use alongside_core::store::StoreError;
use alongside_core::sync::{HttpReply, HttpRequest, SyncReport, TransportError};
use alongside_core::wire::SYNC_PATH;
use alongside_demo::people::rng::Rng;
use alongside_server::store::Moment;

use super::air::{Air, Content, Letter, Wire, fill};
use super::checks;
use super::clock::{DeviceClock, TrueTime};
use super::coverage::{Coverage, Sight};
use super::disk::Stop;
use super::form::Form;
use super::heard::Heard;
use super::ledger::{Ledger, Mark, marks};
use super::phone::{Ended, Phone};
use super::promise::{Promise, Violation};
use super::script::Script;
use super::server::Server;
use super::trace::Trace;

/// Somebody in a world.
#[derive(Clone, Debug)]
pub(super) struct Someone {
    /// Their id.
    pub(super) id: PersonId,
    /// What they do.
    pub(super) role: Role,
    /// Which of the two organisations they belong to.
    pub(super) organisation: usize,
    /// Whether they have left.
    pub(super) left: bool,
}

/// What a world was when its server was backed up.
#[derive(Clone, Debug)]
pub(super) struct Before {
    /// When.
    pub(super) at: i64,
    /// How many phones had been enrolled.
    pub(super) enrolled: usize,
    /// How many cases there were.
    pub(super) cases: usize,
    /// Who was on which case.
    pub(super) on: BTreeSet<(CaseId, usize)>,
    /// Who had been.
    pub(super) once: BTreeSet<(CaseId, usize)>,
    /// Who had left, by place among the people.
    pub(super) left: Vec<bool>,
    /// Phones that were shut out.
    pub(super) shut_out: BTreeSet<DeviceId>,
}

/// A world.
pub(super) struct World {
    pub(super) time: TrueTime,
    pub(super) air: Air,
    pub(super) server: Server,
    pub(super) phones: Vec<Phone>,
    pub(super) people: Vec<Someone>,
    pub(super) organisations: Vec<OrganisationId>,
    /// What the world was when the server was last backed up.
    pub(super) before: Option<Before>,
    /// How many phones were enrolled, copies not counted.
    pub(super) enrolled: usize,
    /// Cases with the organisation each belongs to.
    pub(super) cases: Vec<(CaseId, usize)>,
    /// Who is on a case, as a place among the people; past ones are in `once`.
    pub(super) on: BTreeSet<(CaseId, usize)>,
    /// Who was on a case before.
    pub(super) once: BTreeSet<(CaseId, usize)>,
    /// Clients with their own cases.
    pub(super) own: BTreeMap<usize, CaseId>,
    /// The forms that are open on phones: what the writer saw when they opened it, and what they typed.
    pub(super) forms: BTreeMap<(usize, EntityId), Form>,
    pub(super) ledger: Ledger,
    /// The phone that is not our core.
    pub(super) script: Script,
    /// The traffic of one phone, where somebody listens.
    pub(super) heard: Option<Heard>,
    pub(super) coverage: Coverage,
    pub(super) trace: Trace,
    /// What should never have happened.
    pub(super) violations: Vec<Violation>,
    /// Whether wall clocks are wrong in this world.
    pub(super) skewed: bool,
    pub(super) folder: tempfile::TempDir,
    pub(super) seed: u64,
}

impl World {
    /// A world with a server and nobody in it.
    pub(super) fn empty(
        server: Server,
        time: TrueTime,
        folder: tempfile::TempDir,
        seed: u64,
        skewed: bool,
    ) -> Self {
        Self {
            time,
            air: Air::default(),
            server,
            phones: Vec::new(),
            people: Vec::new(),
            organisations: Vec::new(),
            before: None,
            enrolled: 0,
            cases: Vec::new(),
            on: BTreeSet::new(),
            once: BTreeSet::new(),
            own: BTreeMap::new(),
            forms: BTreeMap::new(),
            ledger: Ledger::default(),
            script: Script::default(),
            heard: None,
            coverage: Coverage::default(),
            trace: Trace::default(),
            violations: Vec::new(),
            skewed,
            folder,
            seed,
        }
    }

    /// Notes something that should never have happened.
    pub(super) fn violated(&mut self, promise: Promise, what: String) {
        let violation = Violation { promise, what };
        self.trace.fold("violation", &violation);
        self.violations.push(violation);
    }

    /// Notes why a save was refused, when it was for want of room.
    pub(super) fn refused(&mut self, error: Option<&CompanionError>) {
        if let Some(CompanionError::Store(StoreError::Full)) = error {
            self.coverage.see(Sight::DiskFull);
        }
    }

    /// Gives somebody a phone out of the box, not yet enrolled.
    pub(super) fn add_phone(&mut self, person: usize, rng: &mut Rng) -> usize {
        let (wire, folder, seed, clock) = self.unbox(rng);
        self.phones.push(Phone::new(wire, person, folder, seed, clock));
        self.phones.len() - 1
    }

    /// Sets another phone up from a copy of one.
    pub(super) fn add_copy(&mut self, phone: usize, rng: &mut Rng) -> usize {
        let (wire, folder, seed, clock) = self.unbox(rng);
        let mut copy = self.phones[phone].copied(wire, folder, seed, clock);
        copy.since = self.ledger.saves();
        self.phones.push(copy);
        self.phones.len() - 1
    }

    /// What the next phone is made of.
    fn unbox(&self, rng: &mut Rng) -> (Wire, PathBuf, u64, DeviceClock) {
        let no = self.phones.len();
        let years = i64::try_from(rng.below(21)).unwrap_or(0) - 10;
        let offset = if rng.percent(50) { 0 } else { years * 31_557_600_000 };
        let clock = DeviceClock::new(&self.time, no, if self.skewed { offset } else { 0 });
        let wire = Wire { air: self.air.clone(), phone: no, time: self.time.clone() };
        let folder = self.folder.path().join(format!("phone-{no}.0"));
        let seed = self.seed.rotate_left(17) ^ (no as u64 + 1).wrapping_mul(0x9e37_79b9);
        (wire, folder, seed, clock)
    }

    /// The words in operations that the server has.
    pub(super) fn server_words(&self) -> BTreeSet<Mark> {
        checks::words_received(self)
    }

    /// Whether a person may read a stream now.
    pub(super) fn may_read(&self, person: usize, stream: StreamRef) -> bool {
        let Some(case) = stream.case() else {
            return stream == StreamRef::private(self.people[person].id);
        };
        match (self.people[person].role, stream.audience) {
            (Role::LinkWorker, _) => self.on.contains(&(case, person)),
            (Role::Client, Audience::Shared) => self.own.get(&person) == Some(&case),
            (Role::Supervisor, Audience::Submitted) => {
                let organisation = self.people[person].organisation;
                self.cases.contains(&(case, organisation))
            }
            _ => false,
        }
    }

    /// Delivers a letter as it is.
    pub(super) fn deliver(&mut self, letter: Letter) {
        if self.time.now() - letter.sent >= 86_400_000 {
            self.coverage.see(Sight::LongDelay);
        }
        let Letter { phone, slot, content, again, .. } = letter;
        match content {
            Content::Reply(reply) => {
                fill(&slot, Ok(reply));
                self.go_on(phone);
            }
            Content::Request(request) => {
                if again {
                    self.coverage.see(Sight::Duplicated);
                }
                let reply = self.ask(phone, &request);
                let sent = self.time.now();
                match reply {
                    Some(reply) => {
                        self.air.send(Letter {
                            phone,
                            slot,
                            content: Content::Reply(reply),
                            sent,
                            again: false,
                        });
                    }
                    None => {
                        fill(&slot, Err(TransportError::CutOff));
                        self.go_on(phone);
                    }
                }
            }
        }
    }

    /// Lets the server answer, and looks at what it said.
    pub(super) fn ask(&mut self, phone: usize, request: &HttpRequest) -> Option<HttpReply> {
        let (person, shut_out) = (self.phones[phone].person, self.phones[phone].shut_out);
        self.answer_to(phone, person, shut_out, request)
    }

    /// Lets the server answer somebody at an address, and looks at what it said.
    pub(super) fn answer_to(
        &mut self,
        address: usize,
        person: usize,
        shut_out: bool,
        request: &HttpRequest,
    ) -> Option<HttpReply> {
        self.trace.fold("request", &request.body);
        let cut = self.server.troubles.clone();
        let reply = self.server.answer(address, request);
        match &reply {
            Some(reply) => {
                self.trace.fold("reply", &(reply.status, &reply.body));
                self.look(address, person, shut_out && request.url.ends_with(SYNC_PATH), reply);
                checks::acknowledged(self, person, request, reply);
            }
            None => {
                self.coverage.see(match cut.stopped() {
                    Moment::Committing => Sight::ServerCutCommitting,
                    Moment::Committed => Sight::ServerCutCommitted,
                    _ => Sight::ServerCutWriting,
                });
                self.coverage.see(Sight::ServerRestarted);
            }
        }
        if let Some(heard) = self.heard.as_mut().filter(|heard| heard.address == address) {
            heard.note(&request.body, reply.as_ref().map(Self::unpacked));
        }
        reply
    }

    /// A reply's body as it was before it was packed.
    pub(super) fn unpacked(reply: &HttpReply) -> Vec<u8> {
        match reply.encoding.as_deref() {
            Some("zstd") => zstd::decode_all(reply.body.as_slice()).unwrap_or_default(),
            _ => reply.body.clone(),
        }
    }

    /// Nobody is told a word they may not read, nor anything at all once they are shut out.
    fn look(&mut self, phone: usize, person: usize, shut_out: bool, reply: &HttpReply) {
        if reply.status == 200 && shut_out {
            self.violated(Promise::ShutOut, format!("phone {phone} was answered after it was shut out"));
        }
        match reply.status {
            503 => self.coverage.see(Sight::ServerFull),
            500 => {
                self.violated(Promise::Standing, format!("the server was at fault when phone {phone} asked"))
            }
            _ => {}
        }
        for mark in marks(&Self::unpacked(reply)) {
            let streams = self.ledger.find(mark).map(|saved| saved.streams.clone()).unwrap_or_default();
            if !streams.is_empty() && !streams.iter().any(|stream| self.may_read(person, *stream)) {
                self.violated(
                    Promise::Secret,
                    format!("phone {phone} was told word {mark} of somebody else's"),
                );
            }
        }
    }

    /// Lets a phone's sync go on, and notes how it ended if it did.
    pub(super) fn go_on(&mut self, phone: usize) {
        let ended = self.phones[phone].go_on();
        self.note_end(phone, ended.as_ref());
    }

    /// Begins a sync on a phone.
    pub(super) fn begin_sync(&mut self, phone: usize) {
        let ended = self.phones[phone].begin_sync();
        self.note_end(phone, ended.as_ref());
    }

    fn note_end(&mut self, phone: usize, ended: Option<&Result<SyncReport, CompanionError>>) {
        let word = match ended {
            None => "under way".to_owned(),
            Some(Ok(report)) => format!("{report:?}"),
            Some(Err(error)) => format!("{error}"),
        };
        self.trace.fold("sync", &(phone, word));
        if self.restart_if_cut(phone) {
            self.coverage.see(Sight::PhoneCutInPage);
        }
        if ended.is_some() {
            checks::after_sync(self, phone);
        }
    }

    /// A phone whose power was cut starts again.
    pub(super) fn restart_if_cut(&mut self, phone: usize) -> bool {
        let Some(stop) = self.phones[phone].disk.cut() else { return false };
        self.coverage.see(match stop {
            Stop::Begun => Sight::PhoneCutBegun,
            Stop::Midway(_) => Sight::PhoneCutMidway,
            Stop::Committing => Sight::PhoneCutCommitting,
            Stop::Committed => Sight::PhoneCutCommitted,
        });
        self.phones[phone].power_cut();
        true
    }

    /// Syncs a phone from beginning to end over a network without faults. Gives the error, if there was one.
    pub(super) fn sync_now(&mut self, phone: usize) -> Ended {
        self.finish_now(phone, Phone::begin_sync)
    }

    /// Syncs a phone over such a network and compares everything on it with the server.
    pub(super) fn verify_now(&mut self, phone: usize) -> Ended {
        self.finish_now(phone, Phone::begin_verify)
    }

    fn finish_now(&mut self, phone: usize, begin: fn(&mut Phone) -> Option<Ended>) -> Ended {
        self.air.take_of(phone).into_iter().for_each(drop);
        self.phones[phone].hang_up();
        let mut ended = begin(&mut self.phones[phone]);
        while ended.is_none() {
            for letter in self.air.take_of(phone) {
                match letter.content {
                    Content::Request(request) => {
                        let outcome = self.ask(phone, &request);
                        fill(&letter.slot, outcome.ok_or(TransportError::CutOff));
                    }
                    Content::Reply(reply) => fill(&letter.slot, Ok(reply)),
                }
            }
            ended = self.phones[phone].go_on();
        }
        ended.unwrap_or_else(|| Ok(SyncReport::default()))
    }

    /// A random phone that `fits`.
    pub(super) fn some_phone(&self, rng: &mut Rng, fits: impl Fn(&Phone) -> bool) -> Option<usize> {
        let fitting: Vec<usize> =
            self.phones.iter().filter(|phone| fits(phone)).map(|phone| phone.no).collect();
        (!fitting.is_empty()).then(|| rng.draw(&fitting))
    }

    /// The role of a phone's person.
    pub(super) fn role(&self, phone: usize) -> Role {
        self.people[self.phones[phone].person].role
    }
}
