//! A save that is on the disk when it returns: a note while it is typed, and a note saved as a draft; beside a row of the
//! same size in a transaction of its own.

use std::cell::Cell;
use std::sync::Arc;

use alongside_core::model::{CaseId, EntityId};
use alongside_tests::bench::{RawRow, RawStore, Stopwatch};
use divan::Bencher;

use crate::pair::{Pair, Turns};
use crate::world::{Phone, World, world};

/// Commits after which the log that they extend has its size.
const WARM: usize = 300;
const TURNS: Turns = Turns { turns: 10, runs: 40 };
const WORDS: &str = "She had the kettle on before we were through the door. The letter about the flat came on Tuesday and has \
    been behind the clock since. We read it together. It asks for three months of payslips, which she does not have, \
    because the agency sends them to an address she left in spring. ";

struct Desk {
    phone: Phone,
    raw: RawStore,
    case: CaseId,
    note: EntityId,
    saves: Cell<u32>,
    _world: Arc<World>,
}

impl Desk {
    fn open() -> Self {
        let world = world();
        let phone = world.full_phone(30);
        let case = phone.core.caseload().expect("the phone can be read")[0].case;
        let note = phone.core.start_note(case, None).expect("a note can be begun");
        let raw = RawStore::create(&phone.folder.path().join("raw.db")).expect("the floor opens");
        let desk = Self { phone, raw, case, note, saves: Cell::new(0), _world: world };
        for _ in 0..WARM {
            desk.autosave();
            desk.raw_save(0);
        }
        desk
    }

    /// The text of the next save: about 900 characters, never the same twice.
    fn words(&self) -> String {
        self.saves.set(self.saves.get() + 1);
        format!("{}{}", WORDS.repeat(3), self.saves.get())
    }

    fn autosave(&self) {
        self.phone.core.keep_note(self.note, &self.words()).expect("the note is kept");
    }

    fn typed_note(&self) -> EntityId {
        let note = self.phone.core.start_note(self.case, None).expect("a note can be begun");
        self.phone.core.keep_note(note, &self.words()).expect("the note is kept");
        note
    }

    fn save(&self, note: EntityId) {
        self.phone.core.save_note(note).expect("the note is saved");
    }

    fn raw_save(&self, id: u32) {
        let mut row = RawRow {
            id: [0; 16],
            kind: "note".into(),
            owner: [7; 16],
            parent: None,
            at: Some(1),
            doc: self.words(),
        };
        row.id[..4].copy_from_slice(&id.to_be_bytes());
        self.raw.save(&row).expect("the row is saved");
    }
}

#[divan::bench(sample_count = 300, sample_size = 1)]
fn autosave_a_note(bencher: Bencher<'_, '_>) {
    let desk = Desk::open();
    bencher.bench_local(|| desk.autosave());
}

#[divan::bench(sample_count = 300, sample_size = 1)]
fn save_a_note_as_a_draft(bencher: Bencher<'_, '_>) {
    let desk = Desk::open();
    bencher.with_inputs(|| desk.typed_note()).bench_local_values(|note| desk.save(note));
}

#[divan::bench(sample_count = 300, sample_size = 1)]
fn floor_of_both_one_row_committed(bencher: Bencher<'_, '_>) {
    let desk = Desk::open();
    bencher.bench_local(|| desk.raw_save(0));
}

pub(crate) fn pairs() -> Vec<Pair> {
    let desk = Desk::open();
    let timed = |work: &dyn Fn()| {
        let watch = Stopwatch::start();
        work();
        watch.ms()
    };
    let autosaves =
        Pair::alternate("autosave", TURNS, || timed(&|| desk.autosave()), || timed(&|| desk.raw_save(0)));
    let saving = || {
        let note = desk.typed_note();
        timed(&|| desk.save(note))
    };
    let fresh = Cell::new(0);
    let inserting = || {
        fresh.set(fresh.get() + 1);
        timed(&|| desk.raw_save(fresh.get()))
    };
    vec![autosaves, Pair::alternate("save as a draft", TURNS, saving, inserting)]
}
