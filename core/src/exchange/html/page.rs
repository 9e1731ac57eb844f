//! A page that stands by itself: no script, no other file, readable by screen readers, on paper and at phone width.
//!
//! Headings go down one level at a time, every table has a caption and scoped headers, and nothing is said by colour alone.

use super::escape::escape;
use crate::exchange::words::capital;

/// Quiet styles: text at the reader's own size, lines that print.
const STYLE: &str = "\
body{font-family:system-ui,sans-serif;line-height:1.5;max-width:60rem;margin:0 auto;padding:1rem;color:#1d1d1d;background:#fff}\
table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:bold;padding:.25rem 0}\
th,td{border:1px solid #6b6b6b;padding:.4rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
th{background:#f0f0f0}dt{font-weight:bold;margin-top:.5rem}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}\
td{white-space:pre-line}.first{border:3px solid #1d1d1d;padding:.5rem 1rem}a{color:#003c80}\
@media print{body{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}nav{display:none}}";

/// A page in the making. Everything handed in is text, and comes out as text.
pub(crate) struct Page {
    title: String,
    body: String,
    sections: Vec<(String, String)>,
}

impl Page {
    /// A page with this title, which is its first heading too.
    pub(crate) fn new(title: &str) -> Self {
        Self { title: title.to_owned(), body: String::new(), sections: Vec::new() }
    }

    /// A section with its heading, to which the list of contents leads.
    pub(crate) fn section(&mut self, heading: &str) {
        let id = format!("part-{}", self.sections.len() + 1);
        self.body.push_str(&format!("<h2 id=\"{id}\">{}</h2>\n", escape(heading)));
        self.sections.push((id, heading.to_owned()));
    }

    /// A heading within a section.
    pub(crate) fn heading(&mut self, heading: &str) {
        self.body.push_str(&format!("<h3>{}</h3>\n", escape(heading)));
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.body.push_str(&format!("<p>{}</p>\n", escape(text)));
    }

    /// What must be read first, in a frame and said to be so.
    pub(crate) fn read_first(&mut self, heading: &str, lines: &[String]) {
        let id = format!("part-{}", self.sections.len() + 1);
        let items: String = lines.iter().map(|line| format!("<li>{}</li>", escape(line))).collect();
        let heading_html = escape(heading);
        self.body.push_str(&format!(
            "<section class=\"first\" aria-labelledby=\"{id}\"><h2 id=\"{id}\">{heading_html}</h2><ul>{items}</ul></section>\n"
        ));
        self.sections.push((id, heading.to_owned()));
    }

    /// Names and what they stand for; nothing when there is none.
    pub(crate) fn pairs(&mut self, pairs: &[(String, String)]) {
        if pairs.is_empty() {
            return;
        }
        self.body.push_str("<dl>\n");
        for (name, value) in pairs {
            self.body.push_str(&format!(
                "<dt>{}</dt><dd dir=\"auto\">{}</dd>\n",
                escape(name),
                escape(value)
            ));
        }
        self.body.push_str("</dl>\n");
    }

    /// A table whose first column names its row; a sentence instead when there is no row.
    pub(crate) fn table(&mut self, caption: &str, header: &[&str], rows: &[Vec<String>], nothing: &str) {
        if rows.is_empty() {
            return self.paragraph(nothing);
        }
        let head: String =
            header.iter().map(|name| format!("<th scope=\"col\">{}</th>", escape(&capital(name)))).collect();
        let body: String = rows.iter().map(|row| table_row(row)).collect();
        self.body.push_str(&format!(
            "<table><caption>{}</caption><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>\n",
            escape(caption)
        ));
    }

    /// The whole page.
    pub(crate) fn finish(self) -> String {
        let title = escape(&self.title);
        let contents: String = self
            .sections
            .iter()
            .map(|(id, heading)| format!("<li><a href=\"#{id}\">{}</a></li>", escape(heading)))
            .collect();
        format!(
            "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header><h1>{title}</h1></header>\n\
             <nav aria-label=\"Contents\"><ol>{contents}</ol></nav>\n<main>\n{}</main>\n</body>\n</html>\n",
            self.body
        )
    }
}

fn table_row(row: &[String]) -> String {
    let cells = row.iter().enumerate().map(|(place, cell)| match place {
        0 => format!("<th scope=\"row\" dir=\"auto\">{}</th>", escape(cell)),
        _ => format!("<td dir=\"auto\">{}</td>", escape(cell)),
    });
    format!("<tr>{}</tr>\n", cells.collect::<String>())
}
