//! One request and its answer over a socket of its own, so that every byte is the test's.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use alongside_core::wire::{Code, Problem};
use serde::de::DeserializeOwned;

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    head: String,
    body: Vec<u8>,
    sized: bool,
}

impl Call {
    pub(crate) fn new(method: &str, path: &str) -> Self {
        let head = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
        Self { head, body: Vec::new(), sized: true }
    }

    pub(crate) fn post(path: &str, body: impl Into<Vec<u8>>) -> Self {
        let call = Self::new("POST", path).header("content-type", "application/json");
        Self { body: body.into(), ..call }
    }

    /// A POST of `body` without saying that it is JSON.
    pub(crate) fn post_untyped(path: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..Self::new("POST", path) }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.head.push_str(&format!("{name}: {value}\r\n"));
        self
    }

    pub(crate) fn token(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// Sends the body in chunks, without saying beforehand how long it is.
    pub(crate) fn chunked(mut self) -> Self {
        self.sized = false;
        self.header("transfer-encoding", "chunked")
    }

    /// Sends it and reads the answer to its end.
    pub(crate) fn send(&self, address: SocketAddr) -> Answer {
        let mut stream = TcpStream::connect(address).unwrap();
        // A server that refuses early closes before all was sent; what it answered still counts.
        let _ = stream.write_all(&self.bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        Answer::read(&answer)
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.head.clone().into_bytes();
        if self.sized {
            bytes.extend(format!("content-length: {}\r\n\r\n", self.body.len()).bytes());
            bytes.extend(&self.body);
            return bytes;
        }
        bytes.extend(b"\r\n");
        for chunk in self.body.chunks(16 * 1024) {
            bytes.extend(format!("{:x}\r\n", chunk.len()).bytes());
            bytes.extend(chunk);
            bytes.extend(b"\r\n");
        }
        bytes.extend(b"0\r\n\r\n");
        bytes
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("an answer with a head");
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.map(|line| line.split_once(": ").unwrap());
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { status, headers, body: bytes[end + 4..].to_vec() }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn json<T: DeserializeOwned>(&self) -> T {
        assert_eq!(self.status, 200, "{}", String::from_utf8_lossy(&self.body));
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The code of a refusal, whose status must go with it and whose request id must be the header's.
    pub(crate) fn code(&self) -> Code {
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(self.status, problem.code.status());
        assert_eq!(Some(problem.request.as_str()), self.header("x-request-id"));
        assert_eq!(problem.message, problem.code.sentence());
        problem.code
    }
}
