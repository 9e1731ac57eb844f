//! Size limits: no file that nobody reads to its end, no function that is three functions.
//!
//! The house rules in `CONTRIBUTING.md` ask for much less (a file of 60 to 150 lines, a function that fits a screen). These
//! are the limits beyond which the build is red.

use alongside_tests::source_tree::{list_files, list_functions, root};

/// Lines in one file, tests and comments included.
const LONGEST_FILE: usize = 500;

/// Lines in one function, from its `fn` to its closing brace.
const LONGEST_FUNCTION: usize = 80;

/// Files that people write and read. Data, lock files and documents may be as long as they must.
const SOURCE_ENDINGS: &[&str] =
    &[".css", ".html", ".js", ".kt", ".kts", ".py", ".rs", ".sh", ".sql", ".swift"];

/// Packages whose code runs with real people's records; tests and tools are held to the file limit alone.
const PRODUCT: &[&str] = &["core/src/", "sync-server/src/", "bindings/src/"];

#[test]
fn no_source_file_is_too_long() {
    assert_none(&every_source().iter().filter_map(|(file, text)| too_long(file, text)).collect::<Vec<_>>());
}

#[test]
fn a_file_over_the_limit_is_caught() {
    assert_eq!(too_long("a.rs", &"\n".repeat(LONGEST_FILE)), None);
    assert_eq!(too_long("a.rs", &"\n".repeat(LONGEST_FILE + 1)), Some("a.rs has 501 lines".to_owned()));
}

#[test]
fn no_function_of_the_product_is_too_long() {
    let product: Vec<_> = every_source().into_iter().filter(|(file, _)| is_product(file)).collect();
    assert!(product.iter().any(|(file, _)| file == "core/src/lib.rs"), "the core was not looked at");
    assert_none(&product.iter().flat_map(|(file, text)| long_functions(file, text)).collect::<Vec<_>>());
}

#[test]
fn a_function_over_the_limit_is_caught() {
    let function = |lines: usize| format!("fn sync() {{{}}}", "\n".repeat(lines - 1));
    assert!(long_functions("a.rs", &function(LONGEST_FUNCTION)).is_empty());
    assert_eq!(long_functions("a.rs", &function(LONGEST_FUNCTION + 1)), ["a.rs:1: `sync` has 81 lines"]);
}

fn too_long(file: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines > LONGEST_FILE).then(|| format!("{file} has {lines} lines"))
}

fn long_functions(file: &str, text: &str) -> Vec<String> {
    let functions = list_functions(file, text).expect("the source is Rust").into_iter();
    let long = functions.filter(|function| function.lines > LONGEST_FUNCTION);
    long.map(|function| format!("{file}:{}: `{}` has {} lines", function.line, function.name, function.lines))
        .collect()
}

fn is_product(file: &str) -> bool {
    file.ends_with(".rs") && PRODUCT.iter().any(|folder| file.starts_with(folder))
}

fn every_source() -> Vec<(String, String)> {
    let files = list_files(&root()).expect("the repository can be read").into_iter();
    let sources = files.filter(|file| SOURCE_ENDINGS.iter().any(|ending| file.ends_with(ending)));
    let read = |file: &str| std::fs::read_to_string(root().join(file)).expect("a listed file can be read");
    sources.map(|file| (file.clone(), read(&file))).collect()
}

#[track_caller]
fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
