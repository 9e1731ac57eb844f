//! How a sentence is made from a pattern: `{slot}` is a fact, `{#20-90}` a number of chance in figures, `{~3-9}` one in
//! words, `{@manner}` a pattern from a pool, `[one|other]` a choice that may hold further choices. It must not know any fact,
//! nor any sentence.

use super::facts::Facts;
use super::rng::Rng;
use super::voice::pools::find_pool;

/// Numbers in words, from 0.
const IN_WORDS: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The sentence that `pattern` makes with these facts. A slot nobody filled stays visible, braces and all, so that a test
/// finds it.
pub(crate) fn say(pattern: &str, facts: &Facts, rng: &mut Rng) -> String {
    let mut raw = String::with_capacity(pattern.len());
    write_pattern(&mut raw, pattern, facts, rng);
    tidy(&raw)
}

fn write_pattern(out: &mut String, pattern: &str, facts: &Facts, rng: &mut Rng) {
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '[']) {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        rest = if rest[at..].starts_with('{') {
            let end = after.find('}').unwrap_or(after.len());
            write_slot(out, &after[..end], facts, rng);
            after.get(end + 1..).unwrap_or("")
        } else {
            let (choices, remainder) = split_choices(after);
            write_pattern(out, rng.draw(&choices), facts, rng);
            remainder
        };
    }
    out.push_str(rest);
}

fn write_slot(out: &mut String, slot: &str, facts: &Facts, rng: &mut Rng) {
    if let Some(number) = slot.strip_prefix('#').and_then(|range| number_in(range, rng)) {
        out.push_str(&number.to_string());
    } else if let Some(number) = slot.strip_prefix('~').and_then(|range| number_in(range, rng)) {
        let words = usize::try_from(number).ok().and_then(|number| IN_WORDS.get(number));
        out.push_str(words.unwrap_or(&"many"));
    } else if let Some(pool) = slot.strip_prefix('@').and_then(find_pool) {
        write_pattern(out, rng.draw(pool), facts, rng);
    } else if let Some(fact) = facts.find(slot) {
        out.push_str(fact);
    } else {
        out.push('{');
        out.push_str(slot);
        out.push('}');
    }
}

fn number_in(range: &str, rng: &mut Rng) -> Option<u32> {
    let (low, high) = range.split_once('-')?;
    Some(rng.between(low.parse().ok()?, high.parse().ok()?))
}

/// The choices up to the bracket that closes them, and what follows it.
fn split_choices(text: &str) -> (Vec<&str>, &str) {
    let (mut depth, mut from, mut choices) = (0_u32, 0, Vec::new());
    for (at, mark) in text.char_indices() {
        match mark {
            '[' => depth += 1,
            ']' if depth > 0 => depth -= 1,
            ']' => {
                choices.push(&text[from..at]);
                return (choices, &text[at + 1..]);
            }
            '|' if depth == 0 => {
                choices.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    choices.push(&text[from..]);
    (choices, "")
}

/// One space between words, none before a comma or stop, and a capital where a sentence starts.
fn tidy(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let (mut starts, mut ended) = (true, false);
    for mark in raw.chars() {
        if mark == ' ' {
            starts |= ended;
            ended = false;
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        if matches!(mark, ',' | '.' | ';' | ':' | '?' | '!') && out.ends_with(' ') {
            out.pop();
        }
        ended = match mark {
            '.' | '?' | '!' => true,
            // “Why?” she asked: what follows a question in quotation marks may belong to it.
            '”' => ended && !out.ends_with(['?', '!']),
            '’' | ')' => ended,
            _ => false,
        };
        push_cased(&mut out, mark, &mut starts);
    }
    out.truncate(out.trim_end().len());
    out
}

fn push_cased(out: &mut String, mark: char, starts: &mut bool) {
    if *starts && mark.is_alphabetic() {
        out.extend(mark.to_uppercase());
    } else {
        out.push(mark);
    }
    *starts &= !mark.is_alphanumeric();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pattern: &str) -> String {
        let mut facts = Facts::default();
        facts.set("they", "she");
        facts.set("name", "Siân");
        say(pattern, &facts, &mut Rng::new(3))
    }

    #[test]
    fn facts_fill_slots_and_sentences_start_with_a_capital() {
        assert_eq!(said("{they} rang.  {they} , {name} , was well."), "She rang. She, Siân, was well.");
        assert_eq!(said("“no,” {they} said. “why?” {they} asked."), "“No,” she said. “Why?” she asked.");
    }

    #[test]
    fn a_choice_may_hold_a_choice_or_nothing() {
        let drawn = said("[a [b|c]|d []e] end");
        assert!(["A b end", "A c end", "D e end"].contains(&drawn.as_str()), "{drawn}");
    }

    #[test]
    fn numbers_of_chance_stay_in_their_range() {
        let number: u32 = said("{#20-29}").parse().unwrap();
        assert!((20..30).contains(&number));
        assert!(["Three", "Four"].contains(&said("{~3-4}").as_str()));
    }

    #[test]
    fn a_pool_lends_one_of_its_patterns() {
        let drawn = said("at {@clock}");
        assert!(drawn.len() > "at ".len() && !drawn.contains('{'), "{drawn}");
    }

    #[test]
    fn an_empty_slot_stays_visible() {
        assert_eq!(said("To {nobody}."), "To {nobody}.");
    }

    #[test]
    fn a_decimal_point_starts_no_sentence() {
        assert_eq!(said("it read 7.5a, then 2.30pm."), "It read 7.5a, then 2.30pm.");
    }
}
