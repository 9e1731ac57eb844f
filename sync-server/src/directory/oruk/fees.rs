//! What a service costs.

use super::value::{Object, decimal, first_text, list, text, within_limit};
use crate::directory::fault::EntryFault;

/// What it costs in words, and whether it is free.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Fees {
    pub(super) words: Option<String>,
    pub(super) free: Option<bool>,
}

/// Reads the words on fees, and the options of cost where there are no words.
pub(super) fn read_fees(service: &Object) -> Result<Fees, EntryFault> {
    let options = list(service, "cost_options")?;
    let (mut amounts, mut lines) = (Vec::new(), Vec::new());
    for option in options {
        let amount = decimal(option, "amount")?;
        amounts.extend(amount);
        lines.push(line(option, amount)?);
    }
    let said = first_text(service, &["fees_description", "fees"])?;
    let free = match amounts.as_slice() {
        [] => said.as_deref().and_then(is_free),
        amounts => Some(amounts.iter().all(|amount| *amount == 0.0)),
    };
    let listed = within_limit(lines.into_iter().flatten().collect::<Vec<_>>().join("\n"), "cost_options")?;
    Ok(Fees { words: said.or(Some(listed).filter(|listed| !listed.is_empty())), free })
}

fn line(option: &Object, amount: Option<f64>) -> Result<Option<String>, EntryFault> {
    let amount = amount.map(|amount| if amount == 0.0 { "free".to_owned() } else { format!("£{amount:.2}") });
    let parts = [text(option, "option")?, amount, text(option, "amount_description")?];
    let words = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok(Some(words).filter(|words| !words.is_empty()))
}

/// Words that plainly say free, or plainly say money; otherwise nobody said.
fn is_free(words: &str) -> Option<bool> {
    let lower = words.to_lowercase();
    if lower.contains('£') || lower.contains("per session") || lower.contains("membership fee") {
        return Some(false);
    }
    let free = ["no charge", "no cost", "free of charge", "free service", "free to attend"];
    let plainly = lower.trim_end_matches(['.', '!']).trim();
    (matches!(plainly, "free" | "none" | "no" | "0")
        || lower.starts_with("free ")
        || free.iter().any(|word| lower.contains(word)))
    .then_some(true)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn fees(service: &Value) -> Fees {
        read_fees(service.as_object().unwrap()).unwrap()
    }

    #[test]
    fn free_is_only_what_is_said_to_be_free() {
        for (service, free) in [
            (json!({"fees_description": "Free"}), Some(true)),
            (json!({"fees": "Free of charge to residents"}), Some(true)),
            (json!({"fees": "£3 per session"}), Some(false)),
            (json!({"fees": "Ask the organiser"}), None),
            (json!({"fees": "Feel free to donate"}), None),
            (json!({}), None),
            (json!({"cost_options": [{"amount": 0}]}), Some(true)),
            (json!({"cost_options": [{"amount": "0"}, {"amount": 3.5}]}), Some(false)),
        ] {
            assert_eq!(fees(&service).free, free, "{service}");
        }
    }

    #[test]
    fn costs_are_said_in_words_where_there_are_none() {
        let options = json!([
            {"option": "Concessions", "amount": 1.5, "amount_description": "per hour"},
            {"option": "Under 18s", "amount": 0},
        ]);
        let read = fees(&json!({"cost_options": options}));
        assert_eq!(read.words.as_deref(), Some("Concessions £1.50 per hour\nUnder 18s free"));
    }
}
