//! What goes back to whoever referred somebody: a short plain text, at an ending and whenever it is asked for. GPs who hear what
//! came of a referral go on referring.

use super::held::PersonRecord;
use super::map::statuses;
use super::practice::PracticeScope;
use super::tables::{goal_line, state_words};
use super::words::{capital, day, plain};
use crate::model::kinds::{
    Client, Contact, Episode, EpisodeStatus, Goal, LinkWorkerCard, Need, OnwardReferral, Outcome,
    ReferralState,
};

/// The text, in the four minimum groups of the standard.
pub(super) fn message_back(record: &PersonRecord, scope: PracticeScope) -> String {
    let mut lines = vec!["Social prescribing: message back".to_owned(), String::new()];
    lines.extend(demographics(record));
    if scope == PracticeScope::Words {
        lines.extend(group("Needs and concerns", needs(record)));
    }
    lines.extend(group("Support offered", support(record, scope)));
    if scope == PracticeScope::Words {
        lines.extend(group("Outcomes", outcomes(record)));
    } else {
        lines.push("The person asked that codes and dates go to the practice and no words.".to_owned());
    }
    lines.push(format!("Put together by {} on {}.", record.organisation, day(record.made_at)));
    lines.join("\n") + "\n"
}

fn demographics(record: &PersonRecord) -> Vec<String> {
    let client = record.settled::<Client>().into_iter().next();
    let lines = client.map(|(_, client)| {
        let born = client.born.clone().or_else(|| client.birth_year.map(|year| year.to_string()));
        let number = client.nhs_number.map(|number| format!("NHS number: {number} (not traced)"));
        let born = born.map(|born| format!("Born: {born}"));
        [Some(format!("Name: {}", client.name)), born, number].into_iter().flatten().collect()
    });
    group("Demographics", lines.unwrap_or_default())
}

fn group(heading: &str, lines: Vec<String>) -> Vec<String> {
    let lines = if lines.is_empty() { vec!["Nothing is written down.".to_owned()] } else { lines };
    std::iter::once(heading.to_uppercase()).chain(lines).chain(std::iter::once(String::new())).collect()
}

fn needs(record: &PersonRecord) -> Vec<String> {
    let needs = record.settled::<Need>().into_iter();
    needs
        .map(|(_, need)| {
            let became = need.resolution.map_or_else(|| "open".to_owned(), plain);
            let barrier =
                need.barrier.map(|words| format!("; what stood in the way: {words}")).unwrap_or_default();
            format!("- {}: “{}” ({became}{barrier})", capital(&plain(need.category)), need.words)
        })
        .collect()
}

fn support(record: &PersonRecord, scope: PracticeScope) -> Vec<String> {
    let met = record.settled::<Contact>().into_iter().filter(|(_, c)| c.outcome == Outcome::TwoWay).count();
    let episodes = record.settled::<Episode>().into_iter().map(|(_, episode)| stretch(&episode, scope));
    let referrals = record.settled::<OnwardReferral>().into_iter().map(|(held, referral)| {
        let statuses = statuses(record, held.id);
        let latest = statuses.last().map(|(_, status)| status);
        let state = state_words(latest.map_or(ReferralState::Drafted, |status| status.status));
        let reason =
            latest.and_then(|s| s.reason.clone()).map(|reason| format!(": {reason}")).unwrap_or_default();
        format!("- {}: {state}{reason}", referral.to)
    });
    let words = scope == PracticeScope::Words;
    let met = format!("The two met or spoke {met} times.");
    episodes.chain(std::iter::once(met)).chain(referrals.filter(|_| words)).collect()
}

fn stretch(episode: &Episode, scope: PracticeScope) -> String {
    let ended = episode.ended_at.map(|at| format!(" to {}", day(at))).unwrap_or_default();
    let how = episode.end_reason.map(|reason| format!(", {}", plain(reason))).unwrap_or_default();
    let words = episode.status_why.as_ref().filter(|_| scope == PracticeScope::Words);
    let why = words.map(|words| format!(": {words}")).unwrap_or_default();
    format!("Supported from {}{ended} ({}{how}{why}).", day(episode.started_at), plain(episode.status))
}

fn outcomes(record: &PersonRecord) -> Vec<String> {
    let goals = record.settled::<Goal>().into_iter().map(|(_, goal)| format!("- {}", goal_line(&goal)));
    let episodes = record.settled::<Episode>();
    let views = episodes.iter().filter_map(|(_, episode)| episode.client_view.as_ref());
    let views = views.map(|view| format!("The person says: {view}"));
    let open = episodes.iter().any(|(_, episode)| episode.status != EpisodeStatus::Active);
    let back = record.settled::<LinkWorkerCard>().into_iter().next_back();
    let back =
        back.filter(|_| open).map(|(_, card)| format!("The door stays open: {}, {}.", card.name, card.reach));
    goals.chain(views).chain(back).collect()
}
