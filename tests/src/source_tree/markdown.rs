//! What a Markdown document says in code spans and links, line by line.
//!
//! Fenced blocks are left out: they hold samples and commands, not names of things.

/// Something a document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mention {
    /// Text between backticks.
    Code(String),
    /// Where a link or a picture points.
    Link(String),
}

/// Everything that `text` names, with the line it stands on, counted from 1.
pub fn list_mentions(text: &str) -> Vec<(usize, Mention)> {
    let mut found = Vec::new();
    let mut fence = None;
    for (at, line) in text.lines().enumerate() {
        match (fence, fence_mark(line)) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if mark == open => fence = None,
            (None, None) => found.extend(mentions_in(line).into_iter().map(|mention| (at + 1, mention))),
            _ => {}
        }
    }
    found
}

fn fence_mark(line: &str) -> Option<&'static str> {
    ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark))
}

fn mentions_in(line: &str) -> Vec<Mention> {
    let (codes, rest) = split_code(line);
    let links = link_targets(&rest).into_iter().map(Mention::Link);
    codes.into_iter().map(Mention::Code).chain(links).collect()
}

/// The code spans of a line, and the line without them.
fn split_code(line: &str) -> (Vec<String>, String) {
    let (mut codes, mut outside, mut rest) = (Vec::new(), String::new(), line);
    while let Some(start) = rest.find('`') {
        let ticks = rest[start..].chars().take_while(|letter| *letter == '`').count();
        let (mark, after) = rest[start..].split_at(ticks);
        outside.push_str(&rest[..start]);
        let Some(length) = after.find(mark) else {
            rest = after;
            continue;
        };
        codes.push(after[..length].trim().to_owned());
        rest = &after[length + ticks..];
    }
    outside.push_str(rest);
    (codes, outside)
}

/// Targets of `[text](target)`, `![text](target "title")` and `[name]: target`.
fn link_targets(line: &str) -> Vec<String> {
    let inline = line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
    let reference =
        line.trim_start().strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, target)| target);
    inline.chain(reference).map(|target| target.trim_matches(['<', '>', ' ']).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Mention {
        Mention::Code(text.to_owned())
    }

    fn link(text: &str) -> Mention {
        Mention::Link(text.to_owned())
    }

    #[test]
    fn code_spans_and_links_are_found_with_their_line() {
        let found = list_mentions(
            "See `core/src` and [the server](sync-server/README.md \"read\").\n\n[x]: docs/a.md\n",
        );
        assert_eq!(
            found,
            [(1, code("core/src")), (1, link("sync-server/README.md")), (3, link("docs/a.md"))]
        );
    }

    #[test]
    fn fenced_blocks_are_left_out() {
        let text = "```sh\ncargo run `x`\n~~~\n```\n`after`\n";
        assert_eq!(list_mentions(text), [(5, code("after"))]);
    }

    #[test]
    fn a_link_inside_code_is_code_and_a_linked_code_is_both() {
        assert_eq!(list_mentions("`[a](b)`"), [(1, code("[a](b)"))]);
        assert_eq!(
            list_mentions("[`core`](core/README.md)"),
            [(1, code("core")), (1, link("core/README.md"))]
        );
    }

    #[test]
    fn a_lone_backtick_swallows_nothing() {
        assert_eq!(list_mentions("it`s [here](a.md)"), [(1, link("a.md"))]);
        assert_eq!(list_mentions("``a ` b`` `c`"), [(1, code("a ` b")), (1, code("c"))]);
    }
}
