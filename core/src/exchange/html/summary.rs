//! A summary for a practice's file, mapped to the four minimum groups of the social prescribing information standard:
//! demographics, needs and concerns, support offered, outcomes. Visit notes stay out of it; the bundle has them.

use super::page::Page;
use crate::exchange::fhir::code::CodeList;
use crate::exchange::fhir::codes::Snomed;
use crate::exchange::held::PersonRecord;
use crate::exchange::map::{access_words, safe_words};
use crate::exchange::practice::PracticeScope;
use crate::exchange::tables::{self, Table};
use crate::exchange::words::{day, moment, plain};
use crate::instrument::Registry;
use crate::model::kinds::{
    AccessNeed, Carer, Client, Contact, Episode, LinkWorkerCard, NextContact, Outcome, ReferralAnswer,
    ReferralIn, SafeContact, WhatMatters,
};
use crate::model::sort_by_key;

/// The page.
pub(crate) fn summary(record: &PersonRecord, instruments: &Registry, scope: PracticeScope) -> String {
    let mut page = Page::new("Social prescribing summary");
    let words = scope == PracticeScope::Words;
    if words {
        before_contact(&mut page, record);
    }
    demographics(&mut page, record, words);
    if words {
        page.section("Needs and concerns");
        page.pairs(&what_matters(record));
        table(&mut page, "Needs, oldest first", &tables::needs(record), "No need was written down.");
    }
    support(&mut page, record, words);
    if words {
        outcomes(&mut page, record, instruments);
    }
    about(&mut page, record, words);
    page.finish()
}

fn before_contact(page: &mut Page, record: &PersonRecord) {
    let rules = record.settled::<SafeContact>().into_iter().map(|(_, rule)| safe_words(&rule));
    let needs = record.settled::<AccessNeed>().into_iter().map(|(_, need)| access_words(&need));
    let client = record.settled::<Client>().into_iter().next().and_then(|(_, client)| client.safe_contact);
    let lines: Vec<String> = rules.chain(client).chain(needs).collect();
    if !lines.is_empty() {
        page.read_first("Before making contact", &lines);
    }
}

fn demographics(page: &mut Page, record: &PersonRecord, words: bool) {
    page.section("Demographics");
    let Some((_, client)) = record.settled::<Client>().into_iter().next() else {
        return page.paragraph("The person's own details are not held here.");
    };
    let born = client.born.clone().or_else(|| client.birth_year.map(|year| format!("{year} (year only)")));
    let always = [
        ("Name", Some(client.name.clone())),
        ("NHS number, not traced", client.nhs_number.clone()),
        ("Born", born),
        ("Address", client.address.clone()),
        ("GP practice", client.practice.clone()),
    ];
    let in_words = [
        ("Likes to be called", client.known_as.clone()),
        ("Spoken of as", client.pronouns.clone()),
        ("Telephone", client.phone.clone()),
        ("Language", client.language.clone()),
        ("Ethnic group, as said", client.ethnicity.clone()),
        ("Way of contact preferred", client.preferred_mode.map(plain)),
        ("Long-term conditions, as said", joined(&client.conditions)),
        ("Other support in place", joined(&client.other_support)),
        ("What is going on now", client.life_now.clone()),
        ("Carers and relatives", carers(record)),
    ];
    let in_words = in_words.into_iter().filter(|_| words);
    page.pairs(
        &always.into_iter().chain(in_words).filter_map(|(n, v)| Some((n.to_owned(), v?))).collect::<Vec<_>>(),
    );
}

fn joined(words: &[String]) -> Option<String> {
    (!words.is_empty()).then(|| words.join("; "))
}

fn carers(record: &PersonRecord) -> Option<String> {
    let carers = record.settled::<Carer>().into_iter().filter(|(_, carer)| carer.is_granted());
    let names: Vec<String> = carers
        .map(|(_, carer)| {
            format!("{} ({})", carer.name, carer.relationship.unwrap_or_else(|| "carer".to_owned()))
        })
        .collect();
    joined(&names)
}

/// What matters, in the person's own words and order.
fn what_matters(record: &PersonRecord) -> Vec<(String, String)> {
    let mut matters: Vec<WhatMatters> = record.settled().into_iter().map(|(_, matter)| matter).collect();
    sort_by_key(&mut matters, |matter| (matter.position, matter.at));
    matters.into_iter().map(|matter| ("What matters to the person".to_owned(), matter.words)).collect()
}

fn support(page: &mut Page, record: &PersonRecord, words: bool) {
    page.section("Support offered");
    table(
        page,
        "How the person came to the service",
        &offers(record, words),
        "How the person came is not written down.",
    );
    table(page, "Stretches of support", &episodes(record, words), "No stretch of support is written down.");
    let met = record.settled::<Contact>().into_iter().filter(|(_, c)| c.outcome == Outcome::TwoWay).count();
    page.paragraph(&format!("The two met or spoke {met} times."));
    if words {
        let referrals = tables::referrals(record);
        table(
            page,
            "Activities and services the person was referred to",
            &referrals,
            "Nobody was referred on.",
        );
        next_contact(page, record);
        link_worker(page, record);
    }
}

fn offers(record: &PersonRecord, words: bool) -> Table {
    let rows = record.settled::<ReferralIn>().into_iter().map(|(_, referral)| {
        let reason = referral.reason.clone().filter(|_| words).unwrap_or_default();
        let declined = referral.decline_reason.map(plain).filter(|_| words).unwrap_or_default();
        let source = if words { referral.source.clone() } else { plain(referral.route) };
        let answer = plain(referral.answer);
        vec![
            day(referral.offered_at),
            source,
            answer,
            referral.answered_at.map(day).unwrap_or_default(),
            reason,
            declined,
        ]
    });
    Table {
        header: vec!["Offered on", "From", "Answer", "Answered on", "Why", "Why not"],
        rows: rows.collect(),
    }
}

fn episodes(record: &PersonRecord, words: bool) -> Table {
    let rows = record.settled::<Episode>().into_iter().map(|(_, episode)| {
        let why = episode.status_why.clone().filter(|_| words).unwrap_or_default();
        let reason = episode.end_reason.map(plain).unwrap_or_default();
        vec![
            day(episode.started_at),
            plain(episode.status),
            episode.ended_at.map(day).unwrap_or_default(),
            reason,
            why,
        ]
    });
    Table {
        header: vec!["Began on", "Where it stands", "Ended on", "How it ended", "In words"],
        rows: rows.collect(),
    }
}

fn next_contact(page: &mut Page, record: &PersonRecord) {
    if let Some((_, next)) = record.settled::<NextContact>().into_iter().next_back() {
        let line = format!("{}, {}, with {}: {}", moment(next.at), plain(next.mode), next.who, next.why);
        page.pairs(&[("Next contact".to_owned(), line)]);
    }
}

fn link_worker(page: &mut Page, record: &PersonRecord) {
    if let Some((_, card)) = record.settled::<LinkWorkerCard>().into_iter().next_back() {
        let line = format!("{}, {}. How to reach: {}", card.name, card.employer, card.reach);
        page.pairs(&[("Link worker".to_owned(), line)]);
    }
}

fn outcomes(page: &mut Page, record: &PersonRecord, instruments: &Registry) {
    page.section("Outcomes");
    table(page, "Goals, in the words they were said in", &tables::goals(record), "No goal was agreed.");
    let assessments = tables::assessments(record, instruments);
    table(page, "What was said in assessments", &assessments, "No assessment was submitted.");
    for (_, episode) in record.settled::<Episode>() {
        if let Some(view) = episode.client_view {
            page.pairs(&[("What the person says of the ending".to_owned(), view)]);
        }
    }
}

fn table(page: &mut Page, caption: &str, table: &Table, nothing: &str) {
    page.table(caption, &table.header, &table.rows, nothing);
}

fn about(page: &mut Page, record: &PersonRecord, words: bool) {
    page.section("About this summary");
    page.paragraph(&format!("Put together by {} on {}.", record.organisation, moment(record.made_at)));
    page.paragraph(
        "Its parts are mapped to the four minimum groups of the social prescribing information standard (DAPB4066). Conformance \
         to the standard is not claimed. Dates are in UTC.",
    );
    let left_out = record.records.iter().map(|held| held.left_out.len()).sum::<usize>();
    if left_out > 0 {
        page.paragraph(&format!(
            "Passages left out because they are marked: {left_out}. Each place says so."
        ));
    }
    if !words {
        page.paragraph("The person asked that codes and dates go to the practice and no words.");
        for code in codes(record) {
            page.paragraph(&code);
        }
    }
}

/// The codes the bundle carries too: one for each offer that was answered.
fn codes(record: &PersonRecord) -> Vec<String> {
    let coded = record.settled::<ReferralIn>().into_iter().filter_map(|(_, referral)| {
        let code = match referral.answer {
            ReferralAnswer::Accepted => Snomed::ReferralToSocialPrescribing.code(),
            ReferralAnswer::Declined => Snomed::SocialPrescribingDeclined.code(),
            _ => return None,
        };
        Some(format!("SNOMED CT {code}, {}", day(referral.answered_at.unwrap_or(referral.offered_at))))
    });
    coded.collect()
}
