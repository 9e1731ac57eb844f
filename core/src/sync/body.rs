//! Bodies: compressing what goes out, and trusting nothing that comes in.

use std::borrow::Cow;
use std::io::Read;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::transport::{Answering, HttpReply, SyncError, TransportError};
use crate::wire::{Code, Problem, limits};

/// JSON, compressed when that saves anything; with the name of the encoding.
pub(super) fn encode<T: Serialize>(value: &T) -> Result<(Vec<u8>, Option<&'static str>), SyncError> {
    let json = serde_json::to_vec(value).map_err(|_| SyncError::Nonsense)?;
    if json.len() < limits::COMPRESS_FROM_BYTES {
        return Ok((json, None));
    }
    let packed = zstd::encode_all(json.as_slice(), 3).map_err(|_| SyncError::Nonsense)?;
    Ok((packed, Some("zstd")))
}

/// Reads a reply of our server: a 200 with a `T`, or a refusal with its code. Anything else came from somebody else.
pub(super) fn decode<T: DeserializeOwned>(reply: &HttpReply) -> Result<T, SyncError> {
    let json_type =
        reply.content_type.split(';').next().is_some_and(|kind| kind.trim() == "application/json");
    if !json_type {
        return Err(not_ours(reply, Answering::Page));
    }
    let body = unpack(reply)?;
    if reply.status == 200 {
        return serde_json::from_slice(&body).map_err(|_| SyncError::NotOurServer(Answering::Stranger));
    }
    match serde_json::from_slice::<Problem>(&body) {
        Ok(Problem { wipe: Some(order), .. }) => Err(SyncError::WipeOrdered(order)),
        Ok(problem) => Err(SyncError::Refused(problem.code, reply.retry_after)),
        Err(_) => Err(not_ours(reply, Answering::Stranger)),
    }
}

/// A proxy in front of the server answers for it while it restarts.
fn not_ours(reply: &HttpReply, who: Answering) -> SyncError {
    match reply.status {
        429 => SyncError::Refused(Code::RateLimited, reply.retry_after),
        502..=504 => SyncError::Refused(Code::Unavailable, reply.retry_after),
        _ => SyncError::NotOurServer(who),
    }
}

fn unpack(reply: &HttpReply) -> Result<Cow<'_, [u8]>, SyncError> {
    match reply.encoding.as_deref() {
        None | Some("identity") => Ok(Cow::Borrowed(&reply.body)),
        Some("zstd") => inflate(&reply.body).map(Cow::Owned),
        Some(_) => Err(SyncError::Nonsense),
    }
}

/// Where the body says how long it will be, it is unpacked into just that: what is unpacked piece by piece needs a window of
/// two megabytes beside it.
fn inflate(packed: &[u8]) -> Result<Vec<u8>, SyncError> {
    match zstd::zstd_safe::get_frame_content_size(packed) {
        Ok(Some(size)) if size > limits::MAX_RESPONSE_BYTES as u64 => Err(TransportError::TooLarge.into()),
        Ok(Some(size)) => {
            let size = usize::try_from(size).map_err(|_| TransportError::TooLarge)?;
            Ok(zstd::bulk::decompress(packed, size).map_err(|_| TransportError::CutOff)?)
        }
        _ => inflate_piece_by_piece(packed),
    }
}

fn inflate_piece_by_piece(packed: &[u8]) -> Result<Vec<u8>, SyncError> {
    let most = limits::MAX_RESPONSE_BYTES as u64;
    let mut body = Vec::new();
    let decoder = zstd::Decoder::new(packed).map_err(|_| TransportError::CutOff)?;
    decoder.take(most + 1).read_to_end(&mut body).map_err(|_| TransportError::CutOff)?;
    if body.len() as u64 > most { Err(TransportError::TooLarge.into()) } else { Ok(body) }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn reply(status: u16, content_type: &str, body: &[u8]) -> HttpReply {
        HttpReply { status, content_type: content_type.into(), body: body.into(), ..HttpReply::default() }
    }

    fn code(reply: &HttpReply) -> &'static str {
        decode::<Value>(reply).map_or_else(|error| error.code(), |_| "fine")
    }

    #[test]
    fn a_login_page_is_not_our_server() {
        assert_eq!(code(&reply(200, "text/html", b"<html>Welcome to Hotel WiFi")), "not_our_server");
        assert_eq!(code(&reply(200, "application/json", b"<html>")), "not_our_server");
        assert_eq!(code(&reply(302, "text/html", b"")), "not_our_server");
    }

    #[test]
    fn a_proxy_that_answers_for_a_server_at_rest_means_later() {
        assert_eq!(code(&reply(502, "text/html", b"Bad gateway")), "unavailable");
    }

    #[test]
    fn a_refusal_is_read_by_its_code() {
        let problem = json!({"code": "token_revoked", "message": "x", "request": "r"}).to_string();
        assert_eq!(code(&reply(403, "application/json; charset=utf-8", problem.as_bytes())), "token_revoked");
    }

    #[test]
    fn a_compressed_body_comes_back_whole_and_a_cut_one_is_noticed() {
        let value = json!({"words": "damp flat ".repeat(100)});
        let (body, encoding) = encode(&value).unwrap();
        let whole = HttpReply { encoding: encoding.map(Into::into), ..reply(200, "application/json", &body) };
        assert_eq!(decode::<Value>(&whole).unwrap(), value);
        let cut = HttpReply { body: body[..body.len() - 3].into(), ..whole };
        assert_eq!(code(&cut), "cut_off");
    }

    #[test]
    fn a_body_that_unpacks_beyond_the_limit_is_refused() {
        let bomb = zstd::encode_all(vec![b' '; limits::MAX_RESPONSE_BYTES + 10].as_slice(), 3).unwrap();
        let packed = HttpReply { encoding: Some("zstd".into()), ..reply(200, "application/json", &bomb) };
        assert_eq!(code(&packed), "nonsense");
    }
}
