//! Every save of one working day in order: for each visit a contact, the autosaves of a growing note, an assessment whose answers
//! change three times, a goal and its check-ins. It must not know how the caseload before it was written.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::assessments::{TOOL, TOOL_VERSION, answer};
use super::calendar::{days_after, is_working_day, working_moment};
use super::goals::goals;
use super::happenings::Records;
use super::id::id_at;
use super::line::{
    Answer, Assessment, By, CheckIn, Contact, DOMAINS, Entry, Goal, GoalState, Head, Line, Mode, Note, Stage,
};
use super::notes::NoteWriter;
use super::rng::Rng;
use super::story::Story;
use super::teller::Teller;
use super::voice::check_ins::check_in_words;

/// Autosaves of one growing note.
pub(crate) const AUTOSAVES: usize = 12;
/// Times each answer is saved: the score, then the comment, then another score.
pub(crate) const ANSWER_EDITS: u32 = 3;
/// Check-ins of one visit.
pub(crate) const CHECK_INS: u32 = 3;

/// The saves of one visit to the client of `story`, on the first working day after `ending`.
pub(crate) fn visit(story: &Story, number: usize, seed: u64, ending: NaiveDate) -> Vec<Line> {
    let mut rng = Rng::new(seed).fork(&format!("visit {number}"));
    let at = working_moment(working_day_after(ending), &mut rng);
    let mut saves = Saves { client: story.id, at, rng, lines: Vec::new() };
    saves.contact_and_note(story);
    saves.assessment(story);
    saves.goal(story);
    saves.lines
}

fn working_day_after(ending: NaiveDate) -> NaiveDate {
    (1..8).map(|days| days_after(ending, days)).find(|day| is_working_day(*day)).unwrap_or(ending)
}

struct Saves {
    client: Uuid,
    at: DateTime<Utc>,
    rng: Rng,
    lines: Vec<Line>,
}

impl Saves {
    fn id(&mut self) -> Uuid {
        id_at(self.at, &mut self.rng)
    }

    fn save<T>(&mut self, id: Uuid, parent: Option<Uuid>, fields: T, line: fn(Entry<T>) -> Line) {
        let head = Head { id, c: self.client, p: parent, at: self.at };
        self.lines.push(line(Entry { head, fields }));
    }

    fn contact_and_note(&mut self, story: &Story) {
        let (contact, note) = (self.id(), self.id());
        self.save(contact, None, Contact { mode: Mode::Home, mins: 60, kept: true }, Line::Contact);
        let body = self.whole_note(story);
        for save in 1..=AUTOSAVES {
            let fields = Note { body: beginning_of(&body, save, AUTOSAVES) };
            self.save(note, Some(contact), fields, Line::Note);
        }
    }

    /// A note such as the last one of the journey, told anew.
    fn whole_note(&mut self, story: &Story) -> String {
        let records = Records { goals: Vec::new(), referrals: Vec::new(), sittings: Vec::new() };
        let teller = Teller::new(self.rng.fork("note"));
        let mut writer = NoteWriter::new(&story.backdrop, &story.strands, &records, false, teller);
        writer.write(story.backdrop.journey().meetings.len().saturating_sub(1))
    }

    fn assessment(&mut self, story: &Story) {
        let id = self.id();
        let fields = Assessment { tool: TOOL.to_owned(), ver: TOOL_VERSION, state: Stage::Draft };
        self.save(id, None, fields, Line::Assessment);
        let answers = DOMAINS.map(|domain| (domain, self.id()));
        let mut teller = Teller::new(self.rng.fork("answers"));
        let whole =
            DOMAINS.map(|domain| answer(domain, self.at, &story.strands, &story.backdrop, &mut teller));
        for edit in 0..ANSWER_EDITS {
            for ((domain, answer), whole) in answers.iter().zip(&whole) {
                let comment = if edit == 0 { String::new() } else { whole.comment.clone() };
                let score = if edit == 2 { whole.score } else { self.rng.between(1, 5) };
                self.save(*answer, Some(id), Answer { domain: *domain, score, comment }, Line::Answer);
            }
        }
    }

    fn goal(&mut self, story: &Story) {
        let mut teller = Teller::new(self.rng.fork("goal"));
        let told = goals(&story.strands, &[], &story.backdrop, &mut teller);
        let Some(goal) = told.first() else { return };
        let id = self.id();
        self.save(id, None, Goal { title: goal.words.clone(), state: GoalState::Open }, Line::Goal);
        for _ in 0..CHECK_INS {
            let (check_in, score) = (self.id(), self.rng.between(0, 10));
            let mut facts = story.backdrop.facts_on(self.at.date_naive(), teller.chance());
            facts.set("about", goal.about);
            facts.set("score", score.to_string());
            let note = teller.line(check_in_words(By::Worker, score), &facts);
            self.save(check_in, Some(id), CheckIn { by: By::Worker, score, note }, Line::Checkin);
        }
        let title = told.get(1).map_or(goal, |other| other).words.clone();
        self.save(id, None, Goal { title, state: GoalState::Met }, Line::Goal);
    }
}

/// The first `part` of `parts` of a text, by whole words; all of it, line breaks included, at the end.
fn beginning_of(text: &str, part: usize, parts: usize) -> String {
    let words = text.split_whitespace().count();
    let wanted = (words * part / parts).max(1);
    let mut seen = 0;
    let mut inside = false;
    for (at, mark) in text.char_indices() {
        if mark.is_whitespace() {
            inside = false;
            if seen == wanted {
                return text[..at].to_owned();
            }
        } else if !inside {
            inside = true;
            seen += 1;
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_growing_note_grows_by_words_and_ends_whole() {
        let text = "One two.\n\nThree four";
        let grown: Vec<String> = (1..=4).map(|part| beginning_of(text, part, 4)).collect();
        assert_eq!(grown, ["One", "One two.", "One two.\n\nThree", text]);
    }
}
