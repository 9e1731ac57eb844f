//! Plain text out of text with HTML in it, as content systems export it.

/// `text` without tags, entities and needless blanks; paragraphs and list items keep a line each.
pub(super) fn plain(text: &str) -> String {
    let bare = if text.contains('<') { without_tags(text) } else { text.to_owned() };
    tidy(&if bare.contains('&') { without_entities(&bare) } else { bare })
}

fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let tag = &rest[at..];
        let name = tag_name(tag);
        let Some(end) = tag.find('>').filter(|_| !name.is_empty()) else {
            // A lone sign, as in "age < 25".
            plain.push('<');
            rest = &tag[1..];
            continue;
        };
        rest = skip_content(&name, &tag[end + 1..]);
        if BREAKING.contains(&name.trim_start_matches('/')) {
            plain.push('\n');
        }
    }
    plain + rest
}

/// Tags after which a new line begins.
const BREAKING: &[&str] =
    &["br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table"];

/// The name of the tag at the beginning of `tag`, in small letters, `/` included; nothing when it is no tag.
fn tag_name(tag: &str) -> String {
    let inner = &tag[1..];
    let (slash, inner) = inner.strip_prefix('/').map_or(("", inner), |inner| ("/", inner));
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
    let comment = inner.starts_with("!--");
    match name.as_str() {
        "" if comment => "!--".to_owned(),
        "" => String::new(),
        name => format!("{slash}{}", name.to_ascii_lowercase()),
    }
}

/// What stands between a script's or style's tags is no text.
fn skip_content<'a>(name: &str, rest: &'a str) -> &'a str {
    if !matches!(name, "script" | "style") {
        return rest;
    }
    let lower = rest.to_ascii_lowercase();
    let end = lower.find(&format!("</{name}"));
    end.and_then(|at| rest[at..].find('>').map(|end| &rest[at + end + 1..])).unwrap_or_default()
}

fn without_entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let name = rest.find(';').filter(|end| *end <= 8).map(|end| &rest[..end]);
        match name.and_then(|name| Some((entity(name)?, name.len()))) {
            Some((character, length)) => {
                plain.push(character);
                rest = &rest[length + 1..];
            }
            None => plain.push('&'),
        }
    }
    plain + rest
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "lsquo" | "rsquo" => '\u{2019}',
        "ldquo" => '\u{201c}',
        "rdquo" => '\u{201d}',
        "nbsp" => ' ',
        "ndash" => '\u{2013}',
        "mdash" => '\u{2014}',
        "hellip" => '\u{2026}',
        "pound" => '£',
        "bull" => '•',
        "eacute" => 'é',
        _ => {
            let digits = name.strip_prefix('#')?;
            let hex = digits.strip_prefix(['x', 'X']);
            let number = hex.map_or_else(|| digits.parse(), |hex| u32::from_str_radix(hex, 16)).ok()?;
            char::from_u32(number)?
        }
    })
}

/// Single blanks, no empty lines, no control characters.
fn tidy(text: &str) -> String {
    let blank = |character: char| character.is_whitespace() || character.is_control();
    let lines = text
        .split(['\n', '\r'])
        .map(|line| line.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_goes_and_words_stay() {
        for (written, read) in [
            ("<p>A warm <b>welcome</b>.</p><p>Tea &amp; cake</p>", "A warm welcome.\nTea & cake"),
            ("<ul><li>Mondays</li><li>Fridays</li></ul>", "Mondays\nFridays"),
            ("Tea<br/>Cake<BR>", "Tea\nCake"),
            ("<script>alert('x')</script>Choir<style>p{}</style>", "Choir"),
            ("For ages < 25 & > 60", "For ages < 25 & > 60"),
            ("&pound;3 a week&nbsp;&ndash; it&#39;s &#x263A;", "£3 a week – it's ☺"),
            ("&lt;script&gt;", "<script>"),
            ("  many \t blanks \r\n\r\n and lines\u{0}  ", "many blanks\nand lines"),
            ("<!-- hidden -->seen", "seen"),
            ("AT&T; R&D", "AT&T; R&D"),
            ("unclosed <b", "unclosed <b"),
            ("zażółć <i>gęślą</i> 日本", "zażółć gęślą 日本"),
            ("&#xD800;", "&#xD800;"),
        ] {
            assert_eq!(plain(written), read, "{written}");
        }
    }
}
