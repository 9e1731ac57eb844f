//! How the product speaks of people: no string it can show says that somebody fell short.
//!
//! The study found people who blamed themselves for what had stood in their way. So what got in the way is what is said, and
//! never a shortcoming. Looked at: every string literal of the product outside tests, the pages' templates, the apps' words, the
//! shipped instruments' own words excepted, since their licence holders decide those.

use alongside_tests::source_tree::{list_files, list_texts, root};

/// Words that judge a person, with what to say instead.
const JUDGING: &[(&str, &str)] = &[
    ("failed to attend", "say what got in the way"),
    ("failed to engage", "say what got in the way"),
    ("failed", "could not go ahead; was not possible"),
    ("non-compliant", "say what the person decided"),
    ("noncompliant", "say what the person decided"),
    ("non-adherent", "say what the person decided"),
    ("did not attend", "was not there; say what got in the way"),
    ("disengaged", "out of touch"),
    ("lost engagement", "out of touch; the door is open"),
    ("unmotivated", "say what matters to the person"),
    ("hard to reach", "say which ways were tried"),
    ("frequent flyer", "a person"),
    ("refuses", "said no"),
    ("suffers from", "has"),
    ("complained", "said"),
    ("claims to", "says"),
];

/// Written in capitals it is a verdict on a person; small it is a word.
const DNA: &str = "DNA";

/// Folders whose strings reach a person.
const SHOWN: &[&str] = &[
    "core/src/",
    "bindings/src/",
    "sync-server/src/",
    "sync-server/templates/",
    "demo/src/page/",
    "android/app/src/main/res/",
    "ios/App/",
];

/// What the words a person reads are written in.
const WRITTEN_IN: &[&str] = &[".rs", ".html", ".xml", ".strings", ".xcstrings"];

/// Words of programs that no screen shows: a state's name in the protocol, after HL7 Gravity.
const FOR_PROGRAMS: &[&str] = &["failed"];

#[test]
fn no_string_the_product_can_show_judges_a_person() {
    let shown = shown();
    assert!(
        shown.iter().any(|(file, _)| file == "core/src/journey/closure.rs"),
        "the rules were not looked at"
    );
    for (end, what) in
        [(".html", "the pages"), ("values/strings.xml", "Android's words"), ("strings", "iOS's words")]
    {
        assert!(shown.iter().any(|(file, _)| file.ends_with(end)), "{what} were not looked at");
    }
    let found: Vec<String> = shown.iter().flat_map(|(file, text)| judgements(file, text)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_sentence_that_judges_is_caught() {
    let rust = "fn a() -> &'static str { \"The client failed to attend.\" }\nfn b() { c(\"Outcome: DNA\"); d(\"failed\") }";
    assert_eq!(judgements("a.rs", rust).len(), 3, "{:?}", judgements("a.rs", rust));
    assert_eq!(judgements("a.html", "<p>Client is non-compliant.</p>").len(), 1);
    assert_eq!(judgements("a.xml", "<string name=\"a\">Did not attend</string>").len(), 1);
    assert!(judgements("a.rs", "fn a() { b(\"It could not go ahead.\"); c(\"edna\") }").is_empty());
}

fn shown() -> Vec<(String, String)> {
    let files = list_files(&root()).expect("the repository can be read").into_iter();
    let ours = files.filter(|file| {
        SHOWN.iter().any(|folder| file.starts_with(folder))
            && WRITTEN_IN.iter().any(|end| file.ends_with(end))
    });
    // Bugs on purpose are named for whoever runs the simulator, and no product is built with them.
    let is_test = |file: &String| {
        file.contains("/tests/") || file.ends_with("/tests.rs") || file.ends_with("/planted.rs")
    };
    let read = |file: String| {
        let text = std::fs::read_to_string(root().join(&file)).expect("a listed file can be read");
        (file, text)
    };
    ours.filter(|file| !is_test(file)).map(read).collect()
}

fn judgements(file: &str, text: &str) -> Vec<String> {
    let lines: Vec<(usize, String)> = if file.ends_with(".rs") {
        let texts = list_texts(file, text).expect("the source is Rust");
        texts.into_iter().map(|one| (one.line, one.text)).collect()
    } else {
        text.lines().enumerate().map(|(at, line)| (at + 1, line.to_owned())).collect()
    };
    lines
        .iter()
        .flat_map(|(line, shown)| judged(shown).into_iter().map(move |why| format!("{file}:{line}: {why}")))
        .collect()
}

fn judged(shown: &str) -> Vec<String> {
    if FOR_PROGRAMS.contains(&shown) {
        return Vec::new();
    }
    let small = shown.to_lowercase();
    let mut found: Vec<String> = JUDGING
        .iter()
        .filter(|(word, _)| small.contains(word))
        .map(|(word, instead)| format!("\"{word}\": {instead}"))
        .collect();
    let capitals = shown.split(|c: char| !c.is_alphanumeric()).any(|word| word == DNA);
    found.extend(capitals.then(|| format!("\"{DNA}\": was not there; say what got in the way")));
    found
}
