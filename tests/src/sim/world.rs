//! A world: one server, its people, their phones, the air between them, and what is known about all of it from outside.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use alongside_core::companion::CompanionError;
use alongside_core::model::{
    Audience, CaseId, DeviceId, EntityId, OrganisationId, PersonId, Role, StreamRef,
};
use alongside_core::store::StoreError;
use alongside_core::sync::{HttpReply, HttpRequest};
use alongside_demo::people::rng::Rng;

use super::air::{Air, Wire};
use super::clock::{DeviceClock, TrueTime};
use super::coverage::{Coverage, Sight};
use super::form::Form;
use super::heard::Heard;
use super::ledger::{Ledger, Mark, Saved};
use super::phone::Phone;
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
    /// How many cases had been erased.
    pub(super) erased: usize,
    /// Who was on which case.
    pub(super) on: BTreeSet<(CaseId, usize)>,
    /// Who had been.
    pub(super) once: BTreeSet<(CaseId, usize)>,
    /// Who had left, by place among the people.
    pub(super) left: Vec<bool>,
    /// Phones that were shut out.
    pub(super) shut_out: BTreeSet<DeviceId>,
}

/// What is looked at while things happen. Handed in: whoever looks has to know the world.
#[derive(Clone, Copy)]
pub(super) struct Watch {
    /// What a phone shows once an exchange of it has ended.
    pub(super) after_sync: fn(&mut World, usize),
    /// What the server acknowledged to somebody.
    pub(super) acknowledged: fn(&mut World, usize, &HttpRequest, &HttpReply),
    /// What the phones' files rest on.
    pub(super) settings: fn(&mut World),
    /// The words in operations that the server has.
    pub(super) words: fn(&World) -> BTreeSet<Mark>,
    /// The records that the server has, or was left by a phone, or that a phone shows which still belongs to the service.
    pub(super) held: fn(&World) -> BTreeSet<EntityId>,
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
    /// Whether the server was put back to a backup.
    pub(super) restored: bool,
    /// Cases of clients who had everything erased that was held on them.
    pub(super) erased: BTreeSet<CaseId>,
    /// Who is on a case, as a place among the people; past ones are in `once`.
    pub(super) on: BTreeSet<(CaseId, usize)>,
    /// Who was on a case before.
    pub(super) once: BTreeSet<(CaseId, usize)>,
    /// Clients with their own cases.
    pub(super) own: BTreeMap<usize, CaseId>,
    /// The forms that are open on phones: what the writer saw when they opened it, and what they typed.
    pub(super) forms: BTreeMap<(usize, EntityId), Form>,
    pub(super) ledger: Ledger,
    /// Records that nobody held any more after a phone or the server had lost something.
    pub(super) gone: BTreeSet<EntityId>,
    /// Fields that were written in a boot of another phone, by record: which of two values is later may hang on wall clocks.
    pub(super) dated_by_wall: BTreeSet<(EntityId, String)>,
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
    pub(super) watch: Watch,
}

impl World {
    /// A world with a server and nobody in it.
    pub(super) fn empty(
        server: Server,
        time: TrueTime,
        folder: tempfile::TempDir,
        (seed, skewed): (u64, bool),
        watch: Watch,
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
            restored: false,
            erased: BTreeSet::new(),
            on: BTreeSet::new(),
            once: BTreeSet::new(),
            own: BTreeMap::new(),
            forms: BTreeMap::new(),
            ledger: Ledger::default(),
            gone: BTreeSet::new(),
            dated_by_wall: BTreeSet::new(),
            script: Script::default(),
            heard: None,
            coverage: Coverage::default(),
            trace: Trace::default(),
            violations: Vec::new(),
            skewed,
            folder,
            seed,
            watch,
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

    /// A phone may have no room, or its power may go: that its own rows stand in the way of a save is a fault of ours.
    pub(super) fn must_fit<T>(&mut self, phone: usize, ended: &Result<T, CompanionError>) {
        // A phone whose power is gone refuses every write by a trigger.
        if let Err(CompanionError::Store(StoreError::Database(error))) = ended
            && let Some(failed) = error.sqlite_error()
            && failed.code == rusqlite::ErrorCode::ConstraintViolation
            && failed.extended_code != rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER
        {
            self.violated(Promise::Standing, format!("phone {phone} could not write: {error}"));
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
        self.phones[phone].copied = copy.since;
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
        (self.watch.words)(self)
    }

    /// Something was lost: notes which records nobody holds since then.
    pub(super) fn note_gone(&mut self) {
        let held = (self.watch.held)(self);
        let written = self.ledger.iter().map(|(_, saved)| saved.record);
        let gone: Vec<EntityId> = written.filter(|record| !held.contains(record)).collect();
        self.gone.extend(gone);
    }

    /// Whether a text is about somebody who had everything erased.
    pub(super) fn is_erased(&self, saved: &Saved) -> bool {
        saved.case.is_some_and(|case| self.erased.contains(&case))
    }

    /// Whether a person may read a stream now.
    pub(super) fn may_read(&self, person: usize, stream: StreamRef) -> bool {
        let Some(case) = stream.case() else {
            let someone = &self.people[person];
            return stream == StreamRef::private(someone.id)
                || someone.role == Role::LinkWorker
                    && stream == StreamRef::team(self.organisations[someone.organisation]);
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
