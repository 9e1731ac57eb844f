//! What must never be on these pages: how many assessments anybody sent. Payment followed such counts once, and the work
//! followed the payment.

use alongside_core::model::State;

use crate::service::{Service, Sheet};
use crate::serving::Serving;

/// With one assessment and with many, the list has the same words around its lines: no number grows with them.
#[test]
fn no_page_counts_or_ranks_assessments() {
    let frame = |sent: usize| {
        let service = Service::new();
        let client = service.add_client("Marjorie Okafor");
        for _ in 0..sent {
            service.submit(client, Sheet::ons4(0, [1, 2, 3, 4]));
        }
        let page = Serving::plain(&service).signed_in().open("/assessments");
        let list = page.place("<ul class=\"received\">")..page.place("</ul>");
        assert!(!page.has("Tomasz"), "the list names no link worker");
        let mut around = page.body;
        around.replace_range(list, "");
        around
    };
    let without_token = |page: String| page.split("form_token").next().map(str::to_owned);
    assert_eq!(without_token(frame(1)), without_token(frame(17)));
    let after_list = |page: String| page.split("<main").nth(1).map(str::to_owned);
    assert_eq!(after_list(frame(1)), after_list(frame(17)));
}

#[test]
fn one_assessment_names_its_link_worker_and_nothing_they_did_besides() {
    let page_with = |others: usize| {
        let service = Service::new();
        let id = service.submit(service.add_client("Marjorie Okafor"), Sheet::ons4(0, [1, 2, 3, 4]));
        for _ in 0..others {
            service.submit(service.add_client("Somebody Else"), Sheet::ons4(3, [1, 2, 3, 4]));
        }
        let page = Serving::plain(&service).signed_in().open(&format!("/assessments/{id}"));
        page.words()
    };
    let alone = page_with(0);
    assert!(alone.contains("Tomasz Zielinski"));
    assert_eq!(alone, page_with(12));
}

#[test]
fn what_waits_for_a_decision_changes_no_other_page() {
    let page_with = |undecided: bool| {
        let service = Service::new();
        let client = service.add_client("Marjorie Okafor");
        service.submit(client, Sheet::ons4(50, [5, 5, 5, 5]));
        let id = service.submit(client, Sheet::ons4(1, [1, 2, 3, 4]));
        if undecided {
            service.submit(client, Sheet { state: State::NeedsConfirmation, ..Sheet::ons4(9, [9, 9, 9, 9]) });
        }
        Serving::plain(&service).signed_in().open(&format!("/assessments/{id}")).words()
    };
    assert_eq!(page_with(false), page_with(true));
}
