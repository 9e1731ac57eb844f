//! The import arrows of the project, held against its source.
//!
//! The tables below are the decision; `ARCHITECTURE.md` says why. Every rule is also shown a planted breach, so that a rule
//! that has stopped looking is noticed.

use std::collections::BTreeSet;

use alongside_tests::source_tree::{
    Arrows, CrateTree, Manifest, SourceError, Sources, forbidden_imports, list_crate_roots, list_cycles,
    list_imports, list_outside_paths, root, wrong_arrows,
};

/// Inside the core: what each module may import, and whatever that may import.
const CORE_ARROWS: Arrows<'_> = &[
    ("model", &[]),
    ("ports", &["model"]),
    ("instrument", &["model", "ports"]),
    ("access", &["model", "ports"]),
    ("merge", &["model", "access", "ports"]),
    ("wire", &["model", "ports"]),
    ("journey", &["model", "instrument", "ports"]),
    ("exchange", &["model", "instrument", "ports"]),
    ("store", &["model", "ports"]),
    ("sync", &["wire", "store", "ports"]),
    (
        "companion",
        &["model", "ports", "instrument", "access", "merge", "wire", "journey", "exchange", "store", "sync"],
    ),
];

/// The half of the core that only a phone has. It is behind the feature `device`, and the server never names it.
const DEVICE_HALF: &[&str] = &["companion", "store", "sync"];

/// Modules of the core that are rules and nothing else.
const PURE: &[&str] = &["model", "instrument", "access", "merge", "wire", "journey", "exchange"];

/// What a rule has no business with: storage, network, threads, the system's clocks and dice.
const IMPURE_PATHS: &[&str] = &[
    "getrandom",
    "libc",
    "reqwest",
    "rusqlite",
    "rustix",
    "rustls",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "tokio",
    "zstd",
];

/// Inside the server: API and pages share the store and nothing of each other.
const SERVER_STRANGERS: &[(&str, &str)] =
    &[("api", "web"), ("web", "api"), ("store", "api"), ("store", "web")];

/// Our own packages: which of the others each is built from.
const PACKAGE_ARROWS: Arrows<'_> = &[
    ("alongside-core", &[]),
    ("alongside-bindings", &["alongside-core"]),
    ("alongside-bindgen", &[]),
    ("alongside-server", &["alongside-core"]),
    ("alongside-demo", &["alongside-core", "alongside-server"]),
    ("alongside-tests", &["alongside-core", "alongside-bindings", "alongside-server", "alongside-demo"]),
    ("xtask", &[]),
];

/// Packages the bindings must not use directly: what touches a disk or a network is the core's business.
const NOT_IN_BINDINGS: &[&str] = &["axum", "reqwest", "rusqlite", "serde_json"];

/// What every rule takes for granted: a tree that does not parse fails with its file's name.
const READABLE: &str = "the source can be read";

#[test]
fn imports_inside_the_core_follow_the_arrows() {
    assert_none(&wrong_arrows(&real("core/src/lib.rs"), CORE_ARROWS));
}

#[test]
fn an_import_against_the_arrows_is_caught() {
    let core = planted(&[
        ("src/lib.rs", "mod merge; #[cfg(feature = \"device\")] mod store; mod cache;"),
        ("src/merge/mod.rs", "mod rule;"),
        ("src/merge/rule.rs", "pub fn merge() { super::super::store::open() }"),
        ("src/store.rs", ""),
        ("src/cache.rs", ""),
    ]);
    let found = wrong_arrows(&core, CORE_ARROWS);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("`cache` is not in the table"), "{found:?}");
    assert!(found[1].contains("src/merge/rule.rs imports src/store.rs"), "{found:?}");
}

#[test]
fn no_crate_has_an_import_cycle() {
    let sources = sources();
    let crates = crates(&sources);
    assert!(crates.iter().any(|tree| tree.files().contains("core/src/lib.rs")), "the core was not looked at");
    assert_none(&crates.iter().flat_map(list_cycles).collect::<Vec<_>>());
}

#[test]
fn a_cycle_between_two_files_is_caught() {
    let core = planted(&[
        ("src/lib.rs", "mod store;"),
        ("src/store/mod.rs", "mod outbox; mod mirror; pub use mirror::Row;"),
        ("src/store/outbox.rs", "use super::Row;"),
        ("src/store/mirror.rs", "pub struct Row(super::outbox::Op);"),
    ]);
    let found = list_cycles(&core);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("mirror.rs") && found[0].contains("outbox.rs"), "{found:?}");
}

#[test]
fn the_rules_of_the_core_touch_no_outside_world() {
    assert_none(&impure(&real("core/src/lib.rs"), "core/src"));
}

#[test]
fn a_rule_that_touches_the_outside_world_is_caught() {
    let core = planted(&[
        ("src/lib.rs", "mod merge; mod store;"),
        ("src/merge.rs", "use std::{collections::BTreeMap, fs}; fn a() { fs::read(x); }"),
        ("src/store.rs", "use rusqlite::Connection;"),
    ]);
    let found = impure(&core, "src");
    assert!(found.contains(&"src/merge.rs names std::fs::read".to_owned()), "{found:?}");
    assert!(found.iter().all(|line| line.starts_with("src/merge.rs")), "{found:?}");
}

#[test]
fn the_device_half_is_behind_its_feature() {
    let sources = sources();
    assert_none(&not_behind_device(sources.find_text("core/src/lib.rs").expect("the core has a root")));
}

#[test]
fn a_device_module_without_its_feature_is_caught() {
    assert_eq!(not_behind_device("#[cfg(feature = \"device\")]\npub mod sync;\npub mod store;\n"), ["store"]);
}

#[test]
fn the_server_never_names_the_device_half() {
    let sources = sources();
    let server = trees(&sources, "sync-server");
    assert_none(&server.iter().flat_map(device_half_named).collect::<Vec<_>>());
    let manifest = Manifest::read(&root(), "sync-server").unwrap();
    assert!(!manifest.features("alongside-core").contains(&"device"), "the server switches `device` on");
}

#[test]
fn a_server_that_names_the_store_of_a_phone_is_caught() {
    let server = planted(&[(
        "src/lib.rs",
        "use alongside_core as core; fn a() { core::store::open(); core::wire::b() }",
    )]);
    assert_eq!(device_half_named(&server), ["src/lib.rs names alongside_core::store::open"]);
}

#[test]
fn api_and_pages_of_the_server_do_not_know_each_other() {
    assert_none(&forbidden_imports(&real("sync-server/src/lib.rs"), SERVER_STRANGERS));
}

#[test]
fn a_page_that_imports_the_api_is_caught() {
    let server = planted(&[
        ("src/lib.rs", "mod api; mod web;"),
        ("src/api.rs", "pub struct Answer;"),
        ("src/web/mod.rs", "mod page;"),
        ("src/web/page.rs", "use crate::api::Answer;"),
    ]);
    assert_eq!(forbidden_imports(&server, SERVER_STRANGERS).len(), 1);
}

#[test]
fn packages_are_built_from_the_packages_below_them() {
    let members = Manifest::list_members(&root()).unwrap();
    let manifests: Vec<_> = members.iter().map(|folder| Manifest::read(&root(), folder).unwrap()).collect();
    assert!(manifests.iter().any(|manifest| manifest.name() == "alongside-core"));
    assert_none(&manifests.iter().flat_map(wrong_dependencies).collect::<Vec<_>>());
}

#[test]
fn a_package_built_from_one_above_it_is_caught() {
    let wrong = |text: &str| wrong_dependencies(&Manifest::parse("planted", text).unwrap()).len();
    let bindings = "[package]\nname = \"alongside-bindings\"\n[dependencies]\n";
    assert_eq!(wrong(&format!("{bindings}alongside-core = \"1\"\nuniffi = \"1\"")), 0);
    assert_eq!(wrong(&format!("{bindings}alongside-server = \"1\"\nrusqlite = \"1\"")), 2);
    assert_eq!(wrong("[package]\nname = \"alongside-core\"\n[dev-dependencies]\nalongside-tests = \"1\""), 1);
    assert_eq!(wrong("[package]\nname = \"alongside-new\""), 1);
}

#[test]
fn every_source_file_belongs_to_a_crate() {
    assert_none(&strays(&sources(), &Manifest::list_members(&root()).unwrap()));
}

#[test]
fn a_file_that_no_module_declares_is_caught() {
    let sources = Sources::planted(&[
        ("core/src/lib.rs", "mod a;"),
        ("core/src/a.rs", ""),
        ("core/src/forgotten.rs", ""),
    ]);
    assert_eq!(strays(&sources, &["core".to_owned()]), ["core/src/forgotten.rs"]);
}

/// Paths in pure modules that lead to the outside world.
fn impure(core: &CrateTree, source_folder: &str) -> Vec<String> {
    let is_pure = |file: &str| {
        let inner =
            file.strip_prefix(source_folder).and_then(|inner| inner.strip_prefix('/')).unwrap_or(file);
        PURE.iter().any(|module| inner.strip_prefix(module).is_some_and(|rest| rest.starts_with(['/', '.'])))
    };
    outside_paths(core, &|file, path| is_pure(file) && IMPURE_PATHS.iter().any(|impure| begins(path, impure)))
}

fn device_half_named(server: &CrateTree) -> Vec<String> {
    let is_device =
        |path: &str| DEVICE_HALF.iter().any(|module| begins(path, &format!("alongside_core::{module}")));
    outside_paths(server, &|_, path| is_device(path))
}

fn outside_paths(tree: &CrateTree, chosen: &dyn Fn(&str, &str) -> bool) -> Vec<String> {
    let paths = list_outside_paths(tree).into_iter().map(|(file, path)| (file, path.join("::")));
    paths
        .filter(|(file, path)| chosen(file, path))
        .map(|(file, path)| format!("{file} names {path}"))
        .collect()
}

fn begins(path: &str, start: &str) -> bool {
    path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The modules of the device half that `lib` declares without the feature's condition on the line before.
fn not_behind_device(lib: &str) -> Vec<&'static str> {
    let lines: Vec<_> = lib.lines().map(str::trim).collect();
    let declares = |line: &str, module: &str| line.ends_with(&format!("mod {module};"));
    let conditional = |at: usize| at > 0 && lines[at - 1] == "#[cfg(feature = \"device\")]";
    let bare = |module: &&&str| (0..lines.len()).any(|at| declares(lines[at], module) && !conditional(at));
    DEVICE_HALF.iter().filter(bare).copied().collect()
}

fn wrong_dependencies(manifest: &Manifest) -> Vec<String> {
    let name = manifest.name();
    let Some((_, allowed)) = PACKAGE_ARROWS.iter().find(|(package, _)| *package == name) else {
        return vec![format!("`{name}` is not in the table of packages")];
    };
    let is_ours = |other: &str| other == "xtask" || other.starts_with("alongside-");
    let is_wrong = |other: &&str| {
        (is_ours(other) && !allowed.contains(other))
            || (name == "alongside-bindings" && NOT_IN_BINDINGS.contains(other))
    };
    let all = manifest.dependencies().chain(manifest.test_dependencies());
    all.filter(is_wrong).map(|other| format!("`{name}` may not depend on `{other}`")).collect()
}

/// Files below the packages' source and test folders that no crate is made of.
fn strays(sources: &Sources, packages: &[String]) -> Vec<String> {
    let roots = packages.iter().flat_map(|package| list_crate_roots(sources.paths(), package));
    let trees: Vec<_> =
        roots.map(|root| CrateTree::read_with_tests(sources, &root).expect(READABLE)).collect();
    let reached: BTreeSet<&str> = trees.iter().flat_map(CrateTree::files).collect();
    let below = |file: &str, package: &str| {
        ["src/", "tests/", "benches/", "examples/"]
            .iter()
            .any(|folder| file.starts_with(&format!("{package}/{folder}")))
    };
    let ours = sources.paths().filter(|file| packages.iter().any(|package| below(file, package)));
    ours.filter(|file| !reached.contains(file)).map(str::to_owned).collect()
}

fn sources() -> Sources {
    Sources::read(&root()).expect(READABLE)
}

/// The crate with this root file, which must have imports: an empty picture would hide every breach.
fn real(root_file: &str) -> CrateTree {
    let tree = CrateTree::read(&sources(), root_file).expect(READABLE);
    assert!(tree.files().len() == 1 || !list_imports(&tree).is_empty(), "no import was found in {root_file}");
    tree
}

fn planted(files: &[(&str, &str)]) -> CrateTree {
    CrateTree::read(&Sources::planted(files), "src/lib.rs").expect(READABLE)
}

fn trees(sources: &Sources, package: &str) -> Vec<CrateTree> {
    let roots = list_crate_roots(sources.paths(), package);
    roots
        .iter()
        .map(|root| CrateTree::read(sources, root))
        .collect::<Result<_, SourceError>>()
        .expect(READABLE)
}

fn crates(sources: &Sources) -> Vec<CrateTree> {
    let members = Manifest::list_members(&root()).expect(READABLE);
    members.iter().flat_map(|package| trees(sources, package)).collect()
}

#[track_caller]
fn assert_none<S: AsRef<str>>(found: &[S]) {
    let lines: Vec<_> = found.iter().map(AsRef::as_ref).collect();
    assert!(lines.is_empty(), "\n{}", lines.join("\n"));
}
