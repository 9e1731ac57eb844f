//! Random histories of one record: three phones that hear of each other now and then, write, put away, settle and sign, and
//! a server that merges with whatever function it is given.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::model::{Act, Outcome};

/// A merge: the real one, or one that is wrong on purpose.
pub(super) trait Merge: Fn(Option<&Entity>, &Op, &Context) -> Merged {}
impl<F: Fn(Option<&Entity>, &Op, &Context) -> Merged> Merge for F {}

/// What one phone does next.
#[derive(Clone, Debug)]
pub(super) enum Event {
    /// Sends what it has and hears what the server says.
    Sync(usize),
    /// Rewords the record.
    Reword(usize),
    /// Takes a step of its state, by number.
    Step(usize, usize),
    /// Writes words that others may write too.
    Choose(usize, usize),
    /// Puts it away, or takes it out again.
    PutAway(usize),
    /// Takes it out again.
    TakeOut(usize),
    /// Settles every text it sees in favour of what stands.
    Settle(usize),
}

const STATUSES: [&str; 6] = ["active", "parked", "reached", "partly", "dropped", "changed"];

pub(super) fn events() -> impl Strategy<Value = Vec<Event>> {
    let phone = 0usize..3;
    let event = (phone, 0u8..12, 0usize..6).prop_map(|(phone, what, word)| match what {
        0..3 => Event::Sync(phone),
        3..6 => Event::Reword(phone),
        6..8 => Event::Step(phone, word),
        8 | 9 => Event::Choose(phone, word),
        10 => {
            if word < 3 {
                Event::PutAway(phone)
            } else {
                Event::TakeOut(phone)
            }
        }
        _ => Event::Settle(phone),
    });
    proptest::collection::vec(event, 1..14)
}

/// A phone: what it last heard, and what it has written since.
struct Phone {
    heard: Entity,
    n: u64,
    writers: BTreeMap<String, u64>,
    shown: Fields,
    outbox: Vec<(Op, Context)>,
}

/// A record, its phones, and everything that was ever said of it.
pub(super) struct History<M> {
    merge: M,
    pub(super) entity: Entity,
    phones: Vec<Phone>,
    pub(super) log: Vec<(Op, Context, Merged)>,
    /// Values that somebody replaced or settled who had seen them.
    let_go: BTreeSet<(String, String)>,
    clock: i64,
    late: bool,
}

impl<M: Merge> History<M> {
    /// Phones that have all heard of `entity`. When `late`, the third writes without knowing that it has no part any more.
    pub(super) fn of(entity: Entity, late: bool, merge: M) -> Self {
        let phone = || Phone {
            n: 100,
            writers: BTreeMap::new(),
            shown: entity.fields(),
            outbox: Vec::new(),
            heard: entity.clone(),
        };
        let phones = vec![phone(), phone(), phone()];
        Self { merge, entity, phones, log: Vec::new(), let_go: BTreeSet::new(), clock: 100, late }
    }

    /// Plays events; then every phone sends what it has.
    pub(super) fn play(mut self, events: &[Event]) -> Self {
        for event in events {
            self.happen(event);
        }
        (0..3).for_each(|phone| self.sync(phone));
        self
    }

    fn happen(&mut self, event: &Event) {
        // Ages differ from the order of arrival, as they do when a phone was off for a day.
        self.clock += 7;
        match *event {
            Event::Sync(phone) => self.sync(phone),
            Event::Reword(phone) => {
                self.write(phone, words(&self.entity.kind), json!(format!("words {}", self.clock)));
            }
            Event::Step(phone, step) if self.entity.kind == "goal" => {
                self.write(phone, "status", json!(STATUSES[step]));
            }
            Event::Choose(phone, word) if self.entity.kind == "goal" => {
                self.write(phone, "category", json!(["money", "mood", "housing"][word % 3]));
            }
            Event::Choose(phone, word) | Event::Step(phone, word) => self.write(phone, "at", json!(word)),
            Event::PutAway(phone) => {
                let bases = Bases::All(Base::Revision(self.phones[phone].heard.rev));
                self.act(phone, Op { bases, ..Op::bare(Act::Archive, self.entity.id) });
            }
            Event::TakeOut(phone) => self.act(phone, Op::bare(Act::Unarchive, self.entity.id)),
            Event::Settle(phone) => self.settle(phone),
        }
    }

    fn write(&mut self, phone: usize, field: &str, value: Value) {
        let from = &mut self.phones[phone];
        let base = match (from.writers.get(field), from.heard.cells.get(field)) {
            (Some(n), _) => Base::Own(*n),
            (None, Some(cell)) => Base::Revision(cell.rev),
            (None, None) => Base::Absent,
        };
        from.writers.insert(field.to_owned(), from.n + 1);
        let replaced = from.shown.insert(field.to_owned(), value.clone());
        self.let_go.extend(replaced.map(|value| (field.to_owned(), value.to_string())));
        self.act(phone, Op::set(self.entity.id, fields(&[(field, value)]), Bases::All(base)));
    }

    fn settle(&mut self, phone: usize) {
        let seen = &self.phones[phone].heard.siblings;
        let revs = |texts: &Vec<crate::model::Cell>| texts.iter().map(|text| text.rev).collect::<Vec<_>>();
        let resolved = seen.iter().map(|(field, texts)| (field.clone(), revs(texts))).collect();
        let gone = seen
            .iter()
            .flat_map(|(field, texts)| texts.iter().map(|text| (field.clone(), text.value.to_string())));
        self.let_go.extend(gone.collect::<Vec<_>>());
        self.act(phone, Op { resolved, ..Op::bare(Act::Resolve, self.entity.id) });
    }

    fn act(&mut self, phone: usize, op: Op) {
        let from = &mut self.phones[phone];
        from.n += 1;
        let replica = u32::try_from(phone).unwrap() + 1;
        let context = Context { late: self.late && phone == 2, ..by(replica, from.n, self.clock) };
        from.outbox.push((op, context));
    }

    fn sync(&mut self, phone: usize) {
        for (op, context) in std::mem::take(&mut self.phones[phone].outbox) {
            let merged = (self.merge)(Some(&self.entity), &op, &context);
            if let Some(entity) = &merged.entity {
                self.entity = entity.clone();
            }
            self.log.push((op, context, merged));
        }
        let from = &mut self.phones[phone];
        from.heard = self.entity.clone();
        from.shown = self.entity.fields();
        from.writers.clear();
    }

    /// A value that was written and is nowhere: not in the record, not beside it, not in a draft made of it, not set aside,
    /// and not let go by somebody who had seen it. Registers without a watch may keep theirs in the history alone.
    pub(super) fn find_lost(&self) -> Option<String> {
        let written = self.log.iter().flat_map(|(op, context, merged)| {
            op.fields.iter().map(move |(field, value)| (field, value, context, merged))
        });
        let kept_in_history = |field: &str| matches!(field, "category" | "at");
        let mut lost = written.filter(|(field, value, _, merged)| {
            let aside = matches!(merged.outcome, Outcome::Quarantined | Outcome::Parked);
            let made = self.log.iter().filter_map(|(.., merged)| merged.made.as_ref());
            let stands = |entity: &Entity| {
                let beside = entity.siblings.get(*field).into_iter().flatten();
                entity.cells.get(*field).into_iter().chain(beside).any(|cell| cell.value == **value)
            };
            let let_go = self.let_go.contains(&((*field).clone(), value.to_string()));
            !(aside
                || let_go
                || kept_in_history(field)
                || stands(&self.entity)
                || made.into_iter().any(stands))
        });
        lost.next().map(|(field, value, ..)| format!("{field}: {value}"))
    }
}

fn words(kind: &str) -> &'static str {
    if kind == "goal" { "wording" } else { "body" }
}
