//! Names and words in any script: kept byte for byte, found, ordered, and shown to a supervisor without breaking the page.

use alongside_core::companion::{NewClient, NewGoal, Reason};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::{Mode, WordingBy};

use super::{add, refusal, service_and_phone};

/// Invented names, each with a word by which it is to be found.
const NAMES: [(&str, &str); 12] = [
    ("Siân Ŵyn-O’Hara", "Siân"),
    ("Zoë Nuñez y Güell", "nunez"),
    ("أحمد الخطيب", "الخطيب"),
    ("נֹעָה לֵוִי", "לֵוִי"),
    ("王小明", "王小明"),
    ("अनन्या शर्मा", "शर्मा"),
    ("Ολυμπία Παπαδοπούλου", "Παπαδοπούλου"),
    ("Дмитро Їжакевич", "Їжакевич"),
    ("Nguyễn Thị Ánh", "Nguyễn"),
    ("İpek Işık", "Işık"),
    ("ꞌAkahi ʻŌpūnui", "ʻŌpūnui"),
    ("e\u{0301}loise d\u{2019}arc 👩🏽‍🌾", "eloise"),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_name_reaches_the_next_phone_byte_for_byte_and_is_found() {
    let (service, phone) = service_and_phone().await;
    for (name, _) in NAMES {
        add(&phone, name);
    }
    phone.sync().await;
    let other = service.phone(phone.core.me().unwrap().unwrap().person).await;
    other.sync().await;
    let mut names: Vec<String> = other.core.caseload().unwrap().into_iter().map(|line| line.name).collect();
    names.sort();
    let mut written: Vec<String> = NAMES.iter().map(|(name, _)| (*name).to_owned()).collect();
    written.sort();
    assert_eq!(names, written);
    for (name, word) in NAMES {
        let found = other.core.search(word, 5).unwrap();
        assert!(found.iter().any(|one| one.text == name), "{name} by {word}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_that_would_break_a_page_or_a_file_are_only_names() {
    let (service, phone) = service_and_phone().await;
    let hostile = [
        "<script>alert(1)</script>",
        "\u{202e}Ada\u{202c} Nowak",
        "Robert'); DROP TABLE record;--",
        "=HYPERLINK(\"http://x\")",
        "../../etc/passwd",
        "a\u{0}b",
        "{{ 7*7 }}",
    ];
    for name in hostile {
        let case = add(&phone, name);
        let draft = phone.core.start_assessment(case, "ons-loneliness", Mode::Home).unwrap().assessment;
        let item = phone.core.assessment(draft).unwrap().questions[0].item.clone();
        phone.core.answer(draft, &item, &Response::PreferNotToSay).unwrap();
        phone.core.comment(draft, &item, name).unwrap();
        phone.core.submit_assessment(draft).unwrap();
    }
    phone.sync().await;
    assert_eq!((phone.unsent(), phone.core.remarks().unwrap().len()), (0, 0));
    let mut names: Vec<String> = phone.core.caseload().unwrap().into_iter().map(|line| line.name).collect();
    names.sort();
    let mut written: Vec<String> = hostile.iter().map(|name| (*name).to_owned()).collect();
    written.sort();
    assert_eq!(names, written);
    let mut browser = service.supervisor().await;
    let received = browser.received().await;
    assert_eq!(received.len(), hostile.len());
    for path in received {
        let page = browser.open(&path).await;
        assert!(!page.contains("<script>alert"), "{path}");
        assert!(page.contains("</html>"), "{path} is whole");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_of_nothing_but_blanks_is_no_name_and_one_of_marks_is_one() {
    let (_service, phone) = service_and_phone().await;
    for blank in ["", " ", "\t\n", "\u{a0}\u{2003}"] {
        let new = NewClient { name: blank.into(), ..NewClient::default() };
        assert_eq!(refusal(phone.core.add_client(&new)), ("name".into(), Reason::Empty));
    }
    add(&phone, "ー");
    assert_eq!(phone.core.caseload().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_the_clients_in_whatever_direction_they_run() {
    let (service, worker) = service_and_phone().await;
    let case = add(&worker, "أحمد الخطيب");
    worker.sync().await;
    let client = service.phone(service.client_of(case, "أحمد الخطيب")).await;
    client.sync().await;
    let wording = "أريد أن أمشي إلى السوق (every Friday) 🚶";
    let goal = NewGoal { wording: wording.into(), wording_by: WordingBy::Client, category: None };
    client.core.agree_goal(case, &goal).unwrap();
    client.sync().await;
    worker.sync().await;
    assert_eq!(worker.core.goals(case).unwrap()[0].goal.wording, wording);
}
