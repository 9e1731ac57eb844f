//! Which need a service serves first, from the words that name and describe it.
//!
//! Feeds use taxonomies of their own, so words decide: those of its classification count most, then its name, then its
//! description. Circumstances come before habits where both are named, as in the list of needs.

use alongside_core::model::kinds::NeedCategory;

use NeedCategory::{
    Caring, Connection, Digital, Energy, Food, Health, Housing, Legal, Lifestyle, Money, Mood, Other, Safety,
    Transport, Work,
};

/// Beginnings of words, and phrases, that speak for a category.
const WORDS: &[(NeedCategory, &[&str])] = &[
    (Money, &["debt", "benefits", "money", "budget", "welfare", "financ", "credit union", "pension"]),
    (
        Housing,
        &["housing", "homeless", "tenan", "landlord", "accommodation", "eviction", "home repair", "damp"],
    ),
    (Food, &["food", "pantry", "larder", "meals on wheels"]),
    (Energy, &["energy", "fuel", "heating", "warm home", "insulation", "boiler"]),
    (
        Work,
        &[
            "employ",
            "job",
            "volunteer",
            "career",
            "apprentic",
            "back to work",
            "skills",
            "esol",
            "english for",
            "adult learning",
        ],
    ),
    (Legal, &["legal", "law centre", "solicitor", "immigration", "asylum", "advocacy", "rights"]),
    (Caring, &["carer", "respite", "young carer"]),
    (Safety, &["domestic", "violence", "abuse", "refuge", "victim", "stalking", "personal safety"]),
    (Digital, &["digital", "computer", "internet", "online skills", "get online", "tablet"]),
    (Transport, &["transport", "dial-a", "volunteer driver", "shopmobility", "lift to", "bus pass"]),
    (
        Connection,
        &[
            "befriend",
            "friend",
            "lunch club",
            "coffee",
            "choir",
            "singing",
            "craft",
            "art",
            "music",
            "garden",
            "allotment",
            "nature",
            "shed",
            "social",
            "lonel",
            "isolat",
            "community group",
            "reading group",
            "knit",
        ],
    ),
    (
        Mood,
        &[
            "mental health",
            "counsel",
            "anxiety",
            "depress",
            "wellbeing",
            "bereave",
            "grief",
            "mood",
            "talking",
            "stress",
            "mindful",
            "therapy",
        ],
    ),
    (
        Health,
        &[
            "diabet",
            "copd",
            "lung",
            "breath",
            "heart",
            "cardiac",
            "cancer",
            "pain",
            "rehab",
            "stroke",
            "arthrit",
            "dementia",
            "asthma",
            "long-term condition",
            "long term condition",
        ],
    ),
    (
        Lifestyle,
        &[
            "exercise",
            "gym",
            "weight",
            "smok",
            "alcohol",
            "drug",
            "fitness",
            "swim",
            "yoga",
            "walk",
            "sport",
            "sleep",
            "nutrition",
            "healthy eating",
            "tai chi",
            "dance",
            "cycling",
        ],
    ),
];

/// The category of a service of these classifications, name and description.
pub(super) fn read_category(terms: &[String], name: &str, description: Option<&str>) -> NeedCategory {
    let terms = terms.join(" | ").to_lowercase();
    let (name, description) = (name.to_lowercase(), description.unwrap_or_default().to_lowercase());
    let score = |words: &[&str]| {
        let hits = |text: &str| words.iter().filter(|word| begins_a_word(text, word)).count();
        12 * hits(&terms) + 4 * hits(&name) + hits(&description).min(3)
    };
    let mut best = (0, Other);
    for (category, words) in WORDS {
        let found = score(words);
        if found > best.0 {
            best = (found, *category);
        }
    }
    best.1
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_field_lead_to_the_need() {
        for (terms, name, description, category) in [
            (&["Debt advice"][..], "Quayside Clinic", "", Money),
            (&[], "Breathe Easy Singers", "A choir for people with COPD", Health),
            (&[], "Beacon Gym", "Exercise on referral", Lifestyle),
            (&[], "Dial-a-Lift", "Volunteer drivers take you to the hospital", Transport),
            (&[], "The Long Table", "A lunch club for anyone who would like company", Connection),
            (&["Carers"], "Tuesday walk", "A walk for carers", Caring),
            (&[], "Harbour Law", "Legal advice on immigration and benefits", Legal),
            (&[], "Start", "", Other),
            (&[], "Party planning", "", Other),
        ] {
            let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
            assert_eq!(read_category(&terms, name, Some(description)), category, "{name}");
        }
    }
}
