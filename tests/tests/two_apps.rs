//! The two apps can do the same: every screen's state holder is there in Kotlin and in Swift, under the same name and with the
//! same actions, and both apps use each of them. What a platform does in its own way is named here, with the reason.

use std::collections::{BTreeMap, BTreeSet};

use alongside_tests::source_tree::{list_files, root};

/// State holder to the names of its actions.
type Holders = BTreeMap<String, BTreeSet<String>>;

struct App {
    holders: &'static str,
    screens: &'static str,
    ending: &'static str,
    class: &'static str,
    action: &'static [&'static str],
    own: &'static [(&'static str, &'static [&'static str])],
}

const ANDROID: App = App {
    holders: "android/companion/src/main/kotlin/",
    screens: "android/app/src/main/kotlin/",
    ending: ".kt",
    class: "class ",
    action: &["    fun "],
    own: &[
        // The system asks for the lock in an activity of its own, and says later what came of it.
        ("LockModel", &["answered", "ask", "came", "enrolled", "left", "look"]),
        // Looked at with every touch of the form.
        ("ClientModel", &["enterPlan"]),
    ],
};

const IOS: App = App {
    holders: "ios/Sources/AlongsideScreens/",
    screens: "ios/App/Sources/",
    ending: ".swift",
    class: "public final class ",
    action: &["  public func ", "  @discardableResult public func "],
    own: &[
        // The system asks for the lock within the call.
        ("LockModel", &["comeBack", "hide", "unlock"]),
        // Looked at when somebody presses.
        ("ClientModel", &["checkWay"]),
    ],
};

fn read(app: &App, folder: &str) -> String {
    let files = list_files(&root()).expect("the repository can be read").into_iter();
    let files = files.filter(|file| file.starts_with(folder) && file.ends_with(app.ending));
    files.map(|file| std::fs::read_to_string(root().join(file)).expect("a listed file can be read")).collect()
}

fn name(rest: &str) -> String {
    rest.chars().skip_while(|c| *c == '`').take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The state holders of a text, and what a screen can ask of each.
fn holders(app: &App, text: &str) -> Holders {
    let mut found = Holders::new();
    let mut here = None;
    for line in text.lines() {
        if let Some(holder) = line.strip_prefix(app.class).map(name) {
            here = (holder.ends_with("Model") && holder != "ScreenModel").then_some(holder);
            found.extend(here.clone().map(|holder| (holder, BTreeSet::new())));
        } else if line.starts_with('}') {
            here = None;
        } else if let Some(action) = app.action.iter().find_map(|start| line.strip_prefix(start))
            && let Some(actions) = here.as_ref().and_then(|holder| found.get_mut(holder))
        {
            actions.insert(name(action));
        }
    }
    found
}

/// The actions without those that a platform has in its own way. Words are kept when a screen is left, whichever it is called.
fn shared(app: &App, found: Holders) -> Holders {
    let mut shared = found;
    for (holder, own) in app.own {
        let actions = shared.get_mut(*holder).expect("a named state holder is there");
        own.iter().for_each(|action| assert!(actions.remove(*action), "{holder} has no {action}"));
    }
    for actions in shared.values_mut() {
        if actions.remove("keep") {
            actions.insert("leave".to_owned());
        }
    }
    shared
}

#[test]
fn every_screen_is_there_in_both_apps_and_can_do_the_same() {
    let [kotlin, swift] = [ANDROID, IOS].map(|app| shared(&app, holders(&app, &read(&app, app.holders))));
    assert!(kotlin.len() > 20, "only {} state holders were found", kotlin.len());
    assert_eq!(kotlin.keys().collect::<Vec<_>>(), swift.keys().collect::<Vec<_>>());
    for (holder, actions) in &kotlin {
        assert_eq!(actions, &swift[holder], "{holder}: Kotlin beside Swift");
    }
}

#[test]
fn both_apps_use_every_state_holder() {
    for app in [ANDROID, IOS] {
        let screens = read(&app, app.screens);
        for holder in holders(&app, &read(&app, app.holders)).keys() {
            assert!(screens.contains(&format!("{holder}(")), "{} has no screen for {holder}", app.screens);
        }
    }
}

#[test]
fn an_action_that_only_one_app_has_is_seen() {
    let text = "class HomeModel(\n) {\n    fun wish() = 1\n    private fun read() {}\n}\nclass Other {\n    fun no() {}\n}";
    let found = holders(&ANDROID, text);
    assert_eq!(found, Holders::from([("HomeModel".to_owned(), BTreeSet::from(["wish".to_owned()]))]));
    let text =
        "public final class HomeModel: KeptModel {\n  public func `switch`() {}\n  func read() {}\n}\n";
    let found = holders(&IOS, text);
    assert_eq!(found, Holders::from([("HomeModel".to_owned(), BTreeSet::from(["switch".to_owned()]))]));
}
