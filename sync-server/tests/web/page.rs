//! What a browser got: status, headers, and the text of the page.

/// One answer.
pub(crate) struct Page {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Page {
    /// Reads an answer whose connection was closed after it.
    pub(crate) fn parse(answer: &[u8]) -> Self {
        let text = String::from_utf8(answer.to_vec()).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let header = |line: &str| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_ascii_lowercase(), value.trim().to_owned())
        };
        Self { status, headers: lines.map(header).collect(), body: body.to_owned() }
    }

    /// The header of this name, which is there at most once.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers_named(name);
        assert!(found.len() < 2, "{name} is there twice");
        found.first().copied()
    }

    pub(crate) fn headers_named(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The value of a hidden field.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let from = format!("name=\"{name}\" value=\"");
        let start = self.body.find(&from).unwrap_or_else(|| panic!("no field {name}")) + from.len();
        self.body[start..].split('"').next().unwrap().to_owned()
    }

    pub(crate) fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// Where the text stands; later text has a larger number.
    pub(crate) fn place(&self, text: &str) -> usize {
        self.body.find(text).unwrap_or_else(|| panic!("{text:?} is not on the page"))
    }

    /// The page's words without its marks, each gap one space.
    pub(crate) fn words(&self) -> String {
        let mut words = String::new();
        let mut inside_mark = false;
        for letter in self.body.chars() {
            match letter {
                '<' => inside_mark = true,
                '>' => {
                    inside_mark = false;
                    words.push(' ');
                }
                _ if !inside_mark => words.push(letter),
                _ => {}
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
