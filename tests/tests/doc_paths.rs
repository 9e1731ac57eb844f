//! Every path that a document names exists. A stale path is how a reader learns not to trust the rest.

use std::collections::BTreeSet;

use alongside_tests::source_tree::{Mention, is_made, list_files, list_mentions, root};

/// Endings that make a name a file of this repository even without a folder before it. Data files (`.toml`, `.json`) are
/// often somebody else's, so they count only with a folder of ours before them.
const OUR_ENDINGS: &[&str] = &[".css", ".html", ".kt", ".kts", ".md", ".py", ".rs", ".sql", ".swift"];

/// Parts of a name that stand for many names; what comes before them is still checked.
const PLACEHOLDERS: &[char] = &['*', '<', '>', '{', '}', '…', '$', '[', ']'];

#[test]
fn every_path_named_in_a_document_exists() {
    let repository = Repository::read();
    let documents: Vec<_> = repository.files.iter().filter(|file| file.ends_with(".md")).collect();
    assert!(documents.iter().any(|file| *file == "README.md"), "README.md was not looked at");
    let text = |file: &str| std::fs::read_to_string(root().join(file)).unwrap();
    let stale: Vec<_> = documents.iter().flat_map(|file| repository.stale(file, &text(file))).collect();
    assert!(stale.is_empty(), "\n{}", stale.join("\n"));
}

#[test]
fn the_front_page_names_paths_that_are_checked() {
    let repository = Repository::read();
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let checked =
        list_mentions(&text).into_iter().filter(|(_, mention)| repository.path_of(mention).is_some()).count();
    assert!(checked >= 10, "only {checked} paths were seen in README.md");
}

#[test]
fn stale_paths_are_caught_with_their_line() {
    let stale = [
        ("`core/src/gone.rs`", "core/src/gone.rs"),
        ("`core/gone/`", "core/gone/"),
        ("`server/src/api`", "server/src/api"),
        ("`gone.rs`", "gone.rs"),
        ("`core/gone/<kind>.rs`", "core/gone"),
        ("`core/gone.rs:12`", "core/gone.rs"),
        ("[x](gone.md)", "gone.md"),
        ("[x](docs/rules.md#a-heading)", "docs/rules.md"),
        ("[x](core)", "core"),
    ];
    for (text, path) in stale {
        let found = sample().stale("docs/guide.md", &format!("\n{text}"));
        assert_eq!(found, [format!("docs/guide.md:2 names {path}, which does not exist")], "{text}");
    }
}

#[test]
fn paths_that_exist_are_found_from_the_root_from_the_document_or_by_name() {
    for text in
        ["`core/src/lib.rs`", "`core/src/`", "`rules/merge.md`", "`lib.rs`", "`core`", "`core/src/lib.rs:3`"]
    {
        assert!(sample().stale("docs/guide.md", text).is_empty(), "{text}");
    }
    for text in ["[x](rules/merge.md#a)", "[x](../core/src/lib.rs)", "[x](..)", "`core/src/<kind>.rs`"] {
        assert!(sample().stale("docs/guide.md", text).is_empty(), "{text}");
    }
}

#[test]
fn what_is_no_path_is_left_alone() {
    let spans = [
        "cargo run -p core/gone",
        "/sync/v1",
        "text/html",
        "and/or",
        "alongside_core::gone",
        "target/gone.rs",
    ];
    for text in spans.into_iter().chain([
        "https://example.org/gone.rs",
        "~/gone.rs",
        "build/python/gone.py",
        "server.toml",
    ]) {
        assert!(sample().stale("docs/guide.md", &format!("`{text}`")).is_empty(), "{text}");
    }
    for text in ["[x](https://example.org/gone.md)", "[x](#heading)", "[x](mailto:a@example.org)"] {
        assert!(sample().stale("docs/guide.md", text).is_empty(), "{text}");
    }
}

/// Files and folders by path.
struct Repository {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl Repository {
    fn read() -> Self {
        Self::of(list_files(&root()).expect("the repository can be read"))
    }

    fn of(files: impl IntoIterator<Item = String>) -> Self {
        let files: BTreeSet<_> = files.into_iter().collect();
        let ends =
            |file: &str| file.match_indices('/').map(|(end, _)| file[..end].to_owned()).collect::<Vec<_>>();
        let folders = files.iter().flat_map(|file| ends(file)).chain([String::new()]).collect();
        Self { files, folders }
    }

    /// A sentence for each path in `text`, the contents of `document`, that does not exist.
    fn stale(&self, document: &str, text: &str) -> Vec<String> {
        let mentions = list_mentions(text).into_iter();
        let paths = mentions.filter_map(|(line, mention)| Some((line, self.path_of(&mention)?, mention)));
        let missing = paths.filter(|(_, path, mention)| !self.holds(document, path, mention));
        missing
            .map(|(line, path, _)| format!("{document}:{line} names {path}, which does not exist"))
            .collect()
    }

    /// The path that is meant, without line number, anchor and placeholders; none when no path is meant.
    fn path_of(&self, mention: &Mention) -> Option<String> {
        match mention {
            Mention::Link(target) => {
                let path = target.split('#').next().unwrap_or_default();
                let leads_away = target.contains("://") || target.starts_with("mailto:");
                (!path.is_empty() && !leads_away).then(|| path.to_owned())
            }
            Mention::Code(text) => {
                let path = without_line_number(text);
                (self.looks_like_ours(path) && !path.split('/').any(is_made))
                    .then(|| before_placeholders(path))
            }
        }
    }

    fn looks_like_ours(&self, text: &str) -> bool {
        if text.contains("::")
            || text.contains("://")
            || text.contains(char::is_whitespace)
            || text.starts_with(['/', '~', '-'])
        {
            return false;
        }
        let first = text.split('/').next().unwrap_or_default();
        let ours = text.contains('/') && (self.files.contains(first) || self.folders.contains(first));
        let is_source =
            text.contains('/') && (text.ends_with('/') || text.split('/').any(|part| part == "src"));
        let placeholder_first = first.contains(PLACEHOLDERS);
        !placeholder_first
            && (ours
                || is_source
                || OUR_ENDINGS.iter().any(|ending| text.ends_with(ending) && text != *ending))
    }

    /// Links are relative to their document. Code spans may also start at the root, or be the bare name of any file.
    fn holds(&self, document: &str, path: &str, mention: &Mention) -> bool {
        let folder = document.rfind('/').map_or("", |end| &document[..end]);
        let beside = normal(&format!("{folder}/{path}"));
        let is_there = |path: &str| self.files.contains(path) || self.folders.contains(path);
        match mention {
            Mention::Link(_) => is_there(&beside),
            Mention::Code(_) => is_there(&beside) || is_there(&normal(path)) || self.is_name_of_a_file(path),
        }
    }

    fn is_name_of_a_file(&self, name: &str) -> bool {
        !name.contains('/') && self.files.iter().any(|file| file.rsplit('/').next() == Some(name))
    }
}

fn sample() -> Repository {
    Repository::of(
        ["README.md", "core/src/lib.rs", "docs/guide.md", "docs/rules/merge.md"].map(str::to_owned),
    )
}

fn without_line_number(text: &str) -> &str {
    match text.rsplit_once(':') {
        Some((path, line)) if !line.is_empty() && line.chars().all(|digit| digit.is_ascii_digit()) => path,
        _ => text,
    }
}

/// `core/src/<kind>.rs` names at least the folder `core/src`.
fn before_placeholders(path: &str) -> String {
    let parts: Vec<_> = path.split('/').collect();
    let plain = parts.iter().position(|part| part.contains(PLACEHOLDERS)).unwrap_or(parts.len());
    parts[..plain].join("/")
}

/// The path without `.`, `..` and doubled slashes.
fn normal(path: &str) -> String {
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
