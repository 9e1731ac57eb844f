//! Everything that passes between one phone and the server, written down for somebody who compares.

/// The traffic of one phone.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard {
    /// Whose.
    pub(super) address: usize,
    /// Requests and replies, in order, unpacked.
    pub(super) letters: Vec<Vec<u8>>,
}

impl Heard {
    /// Writes down a request and what came back.
    pub(super) fn note(&mut self, request: &[u8], reply: Option<Vec<u8>>) {
        let request = zstd::decode_all(request).unwrap_or_else(|_| request.to_vec());
        self.letters.push(request);
        self.letters.extend(reply);
    }
}
