//! What every page must have for people who listen to it, move by keyboard or enlarge it (WCAG 2.2 AA), as far as the text
//! of a page shows it.

use std::collections::BTreeSet;

use alongside_core::model::{Outcome, Why};

use crate::page::Page;
use crate::service::{Service, Sheet};
use crate::serving::Serving;

#[test]
fn every_page_can_be_heard_and_walked_by_keyboard() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    service.submit(client, Sheet::ons4(90, [3, 4, 5, 8]));
    let id = service.submit(client, Sheet::ons4(0, [7, 6, 5, 8]));
    let aside = crate::decisions::set_aside(&service, Outcome::Quarantined, Some(Why::NotAllowed), client);
    let left = crate::left::leave(&service, client);
    let serving = Serving::plain(&service);
    let fault = serving.browser().sign_in("", "");
    let mut browser = serving.signed_in();
    let paths = [
        "/sign-in".to_owned(),
        "/assessments".to_owned(),
        format!("/assessments/{id}"),
        "/assessments/x".into(),
        "/decisions".into(),
        format!("/decisions/{aside}"),
        left,
    ];
    let opened = paths.iter().map(|path| (path.as_str(), browser.open(path)));
    for (path, page) in opened.chain([("a faulty sign-in", fault)]) {
        has_its_landmarks(path, &page);
        headings_step_down_one_at_a_time(path, &page);
        ids_are_unique_and_everything_named_is_there(path, &page);
        fields_have_labels(path, &page);
        assert!(!page.has("<script") && !page.has(" style=") && !page.has(" onclick"), "{path}");
    }
}

#[test]
fn a_chart_has_its_words_and_a_table_its_heads() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    service.submit(client, Sheet::ons4(90, [3, 4, 5, 8]));
    let id = service.submit(client, Sheet::ons4(0, [7, 6, 5, 8]));
    let page = Serving::plain(&service).signed_in().open(&format!("/assessments/{id}"));
    let charts: Vec<&str> = elements(&page, "<svg", "</svg>");
    assert_eq!(charts.len(), 4);
    for chart in charts {
        assert!(
            chart.contains("role=\"img\"") && chart.contains("<title ") && chart.contains("<desc "),
            "{chart}"
        );
        assert!(
            chart.contains("<circle") && chart.contains("<polygon"),
            "shapes tell earlier from now: {chart}"
        );
    }
    let tables = elements(&page, "<table", "</table>");
    assert_eq!(tables.len(), 4);
    for table in tables {
        assert!(
            table.contains("<caption>") && table.contains("scope=\"col\"") && table.contains("scope=\"row\"")
        );
    }
}

#[test]
fn colours_and_lines_of_the_stylesheet_keep_their_contrast() {
    let service = Service::new();
    let sheet = Serving::plain(&service).browser().open("/static/alongside.css").body;
    for scheme in sheet.split(":root {").skip(1).take(2) {
        let colour = |name: &str| luminance(scheme.split(&format!("--{name}: #")).nth(1).unwrap());
        for ground in ["paper", "sheet", "notice"] {
            for words in ["ink", "soft", "link", "fault"] {
                assert!(contrast(colour(words), colour(ground)) >= 4.5, "{words} on {ground}");
            }
        }
        assert!(contrast(colour("button-ink"), colour("button")) >= 4.5);
        for line in ["line", "mark", "fault", "notice-edge"] {
            assert!(contrast(colour(line), colour("sheet")) >= 3.0, "{line}");
        }
    }
}

fn has_its_landmarks(path: &str, page: &Page) {
    for once in [
        "<html lang=\"en-GB\">",
        "<main id=\"main\"",
        "<header",
        "<footer",
        "<h1>",
        "href=\"#main\"",
        "name=\"viewport\"",
    ] {
        assert_eq!(page.body.matches(once).count(), 1, "{once} on {path}");
    }
    assert!(page.place("href=\"#main\"") < page.place("<header"), "the skip link comes first on {path}");
}

fn headings_step_down_one_at_a_time(path: &str, page: &Page) {
    let main = &page.body[page.place("<h1>")..];
    let levels = main.match_indices("<h").filter_map(|(at, _)| main[at + 2..].chars().next()?.to_digit(10));
    let mut last = 0;
    for level in levels {
        assert!(level <= last + 1, "h{last} is followed by h{level} on {path}");
        last = level;
    }
}

fn ids_are_unique_and_everything_named_is_there(path: &str, page: &Page) {
    let ids = values(page, " id=\"");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{path}");
    let named = values(page, " aria-labelledby=\"").into_iter().chain(values(page, " aria-describedby=\""));
    for name in named.flat_map(str::split_whitespace) {
        assert!(unique.contains(name), "{name} on {path}");
    }
}

fn fields_have_labels(path: &str, page: &Page) {
    let labelled: BTreeSet<&str> = values(page, "<label for=\"").into_iter().collect();
    for field in elements(page, "<input", ">").into_iter().filter(|field| !field.contains("type=\"hidden\""))
    {
        let id = field.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        assert!(labelled.contains(id), "{id} on {path}");
    }
}

fn elements<'a>(page: &'a Page, from: &str, to: &str) -> Vec<&'a str> {
    page.body.split(from).skip(1).map(|rest| rest.split(to).next().unwrap()).collect()
}

fn values<'a>(page: &'a Page, attribute: &str) -> Vec<&'a str> {
    elements(page, attribute, "\"")
}

/// Relative luminance of the colour in the first six hexadecimal digits, as WCAG defines it.
fn luminance(text: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&text[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
