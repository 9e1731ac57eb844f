//! Writes the visit notes of one journey, each knowing the one before: what was promised, what came of it, what is going on,
//! what was agreed, when they speak next. It must not know how sentences are made.

use super::backdrop::Backdrop;
use super::draft::{Draft, Place};
use super::hands::hand_of;
use super::happenings::{Happening, Records};
use super::phrase::say;
use super::scene::Scene;
use super::strand::{Standing, Strand};
use super::teller::Teller;
use super::undertakings::{Undertaking, lowercase_first, new_promise, new_task};
use super::voice::for_the_file::FOR_THE_FILE;
use super::voice::said_how::SAID_HOW;
use super::voice::{agreed, beginnings, everyday, follow_up, missed, news, observed, openings};

/// The writer of one client's notes.
pub(crate) struct NoteWriter<'a> {
    backdrop: &'a Backdrop,
    strands: &'a [Strand],
    records: &'a Records,
    short_first_meeting: bool,
    teller: Teller,
    promise: Option<String>,
    task: Option<Undertaking>,
}

/// What may round a note off when there was more to say.
#[derive(Clone, Copy)]
enum Colour {
    SameStrand,
    OtherStrand,
    Family,
    Joys,
    Season,
    Observed,
    Goal,
}

const COLOURS: [Colour; 7] = [
    Colour::SameStrand,
    Colour::OtherStrand,
    Colour::Family,
    Colour::Joys,
    Colour::Season,
    Colour::Observed,
    Colour::Goal,
];

impl<'a> NoteWriter<'a> {
    /// A writer before the first note; `short_first_meeting` when that one was led by a list.
    pub(crate) fn new(
        backdrop: &'a Backdrop,
        strands: &'a [Strand],
        records: &'a Records,
        short_first_meeting: bool,
        teller: Teller,
    ) -> Self {
        Self { backdrop, strands, records, short_first_meeting, teller, promise: None, task: None }
    }

    /// The note on the contact with this place in the journey. Notes are written in order.
    pub(crate) fn write(&mut self, index: usize) -> String {
        let mut scene = Scene::set(index, self.backdrop, self.strands, self.records, self.teller.chance());
        let mut draft = Draft::default();
        if scene.meeting.kept {
            self.write_kept(&mut scene, &mut draft);
        } else {
            self.write_missed(&mut scene, &mut draft);
        }
        let hand = hand_of(scene.meeting.worker);
        hand.write(&draft.finish(hand.paragraphs))
    }

    fn write_kept(&mut self, scene: &mut Scene<'_>, draft: &mut Draft) {
        let (promise, task) = (self.promise.take(), self.task.take());
        self.plan(scene, draft);
        if scene.index == 0 {
            self.begin(scene, draft);
        } else {
            self.open(scene, promise, task, draft);
        }
        self.tell(scene, scene.main, draft);
        for happening in scene.happened.clone() {
            self.report(happening, scene, draft);
        }
        if scene.index > 0 && self.teller.chance().percent(60) {
            draft.add(Place::File, self.teller.line(FOR_THE_FILE, &scene.facts));
        }
        self.round_off(scene, draft);
    }

    /// What is agreed, and the next contact; written first so that there is always room for it.
    fn plan(&mut self, scene: &Scene<'_>, draft: &mut Draft) {
        let mut facts = scene.facts.clone();
        if self.teller.chance().percent(78) {
            let promise = new_promise(scene, &mut self.teller);
            facts.set("promise", promise.clone());
            draft.add(Place::Agreed, self.teller.line(agreed::WORKER_TAKES, &facts));
            self.promise = Some(promise);
        }
        if scene.index > 0 && self.teller.chance().percent(62) {
            let task = new_task(scene, &mut self.teller);
            facts.set("todo", task.todo.clone());
            draft.add(Place::Agreed, self.teller.line(agreed::CLIENT_TAKES, &facts));
            self.task = Some(task);
        }
        draft.add(Place::Next, self.teller.line(agreed::next_contact(scene.next_mode), &facts));
    }

    /// The first note of all.
    fn begin(&mut self, scene: &Scene<'_>, draft: &mut Draft) {
        if self.short_first_meeting {
            for pattern in beginnings::SHORT_FIRST {
                draft.add(Place::Opening, say(pattern, &scene.facts, self.teller.chance()));
            }
            return;
        }
        draft.add(Place::Opening, self.teller.line(beginnings::FIRST, &scene.facts));
        for _ in 0..2 {
            draft.add(Place::Owed, self.teller.line(beginnings::FIRST_WORDS, &scene.facts));
        }
    }

    fn open(
        &mut self,
        scene: &mut Scene<'_>,
        promise: Option<String>,
        task: Option<Undertaking>,
        draft: &mut Draft,
    ) {
        draft.add(Place::Opening, self.teller.line(openings::openings(scene.meeting.mode), &scene.facts));
        self.speak_of_changes(scene, draft);
        if let Some(promise) = promise {
            scene.facts.set("promise", promise);
            let kept = self.teller.chance().percent(80);
            let table = if kept { follow_up::PROMISE_KEPT } else { follow_up::PROMISE_OPEN };
            draft.add(Place::Owed, self.teller.line(table, &scene.facts));
        }
        if let Some(task) = task {
            scene.facts.set("todo", task.todo);
            scene.facts.set("done", task.done);
            let done = self.teller.chance().percent(66);
            let table = if done { follow_up::TASK_DONE } else { follow_up::TASK_OPEN };
            draft.add(Place::Owed, self.teller.line(table, &scene.facts));
        }
        if self.short_first_meeting && scene.index == 2 {
            draft.add(Place::Owed, self.teller.line(beginnings::SHORT_FIRST_AFTER, &scene.facts));
        }
    }

    /// A link worker leaving, or a new one arriving.
    fn speak_of_changes(&mut self, scene: &mut Scene<'_>, draft: &mut Draft) {
        let Some(first) = scene.journey.handover else { return };
        let worker_at = |index: usize| scene.journey.meetings[index].worker;
        scene.facts.set("oldworker", worker_at(0));
        scene.facts.set("newworker", worker_at(first));
        let table = match scene.index {
            index if index + 1 == first => beginnings::LEAVING,
            index if index == first => beginnings::ARRIVING,
            _ => return,
        };
        for _ in 0..2 {
            draft.add(Place::Opening, self.teller.line(table, &scene.facts));
        }
    }

    /// What a strand is about today, and the client's words on it. Nothing is told twice.
    fn tell(&mut self, scene: &Scene<'_>, strand: Strand, draft: &mut Draft) {
        if scene.index == 0 && self.short_first_meeting {
            return;
        }
        match strand.standing(scene.permille) {
            Standing::Ahead => {}
            Standing::Part(part) => {
                let told = self.teller.fresh_line(strand.thread.told[part], &scene.facts);
                let said = self.teller.fresh_line(strand.thread.said[part], &scene.facts);
                let quoted = said.is_some();
                for sentence in [told, said].into_iter().flatten() {
                    draft.add(Place::Story, sentence);
                }
                if quoted && self.teller.chance().percent(30) {
                    draft.add(Place::Story, self.teller.line(SAID_HOW, &scene.facts));
                }
            }
            Standing::Behind => {
                draft.add(Place::Around, self.teller.line(strand.thread.later, &scene.facts));
            }
        }
    }

    fn report(&mut self, happening: Happening<'_>, scene: &mut Scene<'_>, draft: &mut Draft) {
        let mut facts = scene.facts.clone();
        let table = match happening {
            Happening::GoalBegun(goal) => {
                facts.set("newgoal", goal.words.clone());
                facts.set("meaning", goal.meaning.unwrap_or_default());
                if goal.meaning.is_some() { news::GOAL_OWN_LANGUAGE } else { news::GOAL_BEGUN }
            }
            Happening::TalkedThrough => news::TALKED_THROUGH,
            Happening::Referral(referral, status) => {
                facts.set("service", referral.to);
                if referral.bounced {
                    news::bounced_news(status.status)
                } else {
                    news::referral_news(status.status)
                }
            }
            Happening::Wrote(..) if !self.teller.chance().percent(35) => return,
            Happening::Wrote(goal, check_in) => {
                facts.set("about", goal.about);
                facts.set("score", check_in.score.to_string());
                facts.set("said", check_in.note.clone());
                news::SINCE_THEN
            }
        };
        draft.add(Place::News, self.teller.line(table, &facts));
    }

    /// One more thing after another, until the note is as long as there was something to say.
    fn round_off(&mut self, scene: &Scene<'_>, draft: &mut Draft) {
        let target = usize::try_from(self.teller.chance().between(98, 186)).unwrap_or(95);
        for _ in 0..3 {
            let mut colours = COLOURS;
            self.teller.chance().shuffle(&mut colours);
            for colour in colours {
                if draft.words() >= target {
                    return;
                }
                self.add_colour(colour, scene, draft);
            }
        }
    }

    fn add_colour(&mut self, colour: Colour, scene: &Scene<'_>, draft: &mut Draft) {
        let (place, table) = match colour {
            Colour::SameStrand => return self.tell(scene, scene.main, draft),
            Colour::OtherStrand => {
                let strand = self.teller.chance().draw(self.strands);
                return self.tell(scene, strand, draft);
            }
            Colour::Family => (Place::Around, everyday::FAMILY),
            Colour::Joys => (Place::Around, everyday::JOYS),
            Colour::Season => (Place::Around, everyday::season(scene.month())),
            Colour::Observed => (Place::Seen, observed::observed(scene.meeting.mode)),
            Colour::Goal => (Place::News, agreed::ABOUT_GOAL),
        };
        draft.add(place, self.teller.line(table, &scene.facts));
    }

    /// A contact that did not come about. What was owed stays owed.
    fn write_missed(&mut self, scene: &mut Scene<'_>, draft: &mut Draft) {
        let alone = self.teller.line(missed::ALONE, &scene.facts);
        scene.facts.set("alone", lowercase_first(&alone));
        draft.add(Place::Next, self.teller.line(agreed::next_contact(scene.next_mode), &scene.facts));
        draft
            .add(Place::Opening, self.teller.line(missed::missed_openings(scene.meeting.mode), &scene.facts));
        let parts = [
            (Place::Owed, missed::MEANWHILE),
            (Place::Story, missed::IN_MIND),
            (Place::Agreed, missed::ANOTHER_WAY),
        ];
        let target = usize::try_from(self.teller.chance().between(93, 132)).unwrap_or(85);
        for (place, table) in parts.into_iter().cycle().take(12) {
            if draft.words() < target {
                draft.add(place, self.teller.line(table, &scene.facts));
            }
        }
    }
}
