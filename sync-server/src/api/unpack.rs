//! Unpacking a request's body: one encoding at most, and never beyond the limit, however small it was packed.

use std::io::Read;

use alongside_core::wire::{Code, limits};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_ENCODING;

use super::head::only;
use crate::problem::Refusal;

/// How a body is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Plain,
    Gzip,
    Zstd,
}

/// Largest window a zstd body may ask for, as a power of two: no more memory than the largest body.
const ZSTD_WINDOW: u32 = 21;

/// How the body is packed. Several encodings over each other are refused: nobody needs them.
pub(super) fn encoding(headers: &HeaderMap) -> Result<Encoding, Refusal> {
    if !headers.contains_key(CONTENT_ENCODING) {
        return Ok(Encoding::Plain);
    }
    match only(headers, CONTENT_ENCODING).map(|value| value.trim().to_ascii_lowercase()).as_deref() {
        Some("identity") => Ok(Encoding::Plain),
        Some("gzip") => Ok(Encoding::Gzip),
        Some("zstd") => Ok(Encoding::Zstd),
        _ => Err(Refusal::new(Code::UnsupportedMedia)),
    }
}

/// The body as it was before it was packed.
pub(super) fn unpack(encoding: Encoding, body: &[u8]) -> Result<Vec<u8>, Refusal> {
    match encoding {
        Encoding::Plain => bounded(body),
        Encoding::Gzip => whole(flate2::bufread::GzDecoder::new(body), |gzip| gzip.into_inner().is_empty()),
        Encoding::Zstd => {
            let mut zstd = zstd::stream::read::Decoder::with_buffer(body).map_err(bad)?.single_frame();
            zstd.window_log_max(ZSTD_WINDOW).map_err(bad)?;
            whole(zstd, |zstd| zstd.finish().is_empty())
        }
    }
}

/// Reads all of `reader`; `ended` says whether nothing follows what was packed.
fn whole<R: Read>(mut reader: R, ended: impl FnOnce(R) -> bool) -> Result<Vec<u8>, Refusal> {
    let plain = bounded(&mut reader)?;
    if ended(reader) { Ok(plain) } else { Err(Refusal::new(Code::BadRequest)) }
}

fn bounded(reader: impl Read) -> Result<Vec<u8>, Refusal> {
    let mut plain = Vec::new();
    let most = limits::MAX_REQUEST_BYTES;
    let most_and_one = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(most_and_one).read_to_end(&mut plain).map_err(bad)?;
    if plain.len() > most { Err(Refusal::new(Code::TooLarge)) } else { Ok(plain) }
}

fn bad(error: std::io::Error) -> Refusal {
    Refusal::because(Code::BadRequest, error)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(plain: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(plain).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd_(plain: &[u8]) -> Vec<u8> {
        zstd::encode_all(plain, 3).unwrap()
    }

    fn refusal(encoding: Encoding, body: &[u8]) -> Code {
        unpack(encoding, body).unwrap_err().code()
    }

    #[test]
    fn what_was_packed_comes_out() {
        let plain = br#"{"v":1}"#.as_slice();
        assert_eq!(unpack(Encoding::Plain, plain).unwrap(), plain);
        assert_eq!(unpack(Encoding::Gzip, &gzip(plain)).unwrap(), plain);
        assert_eq!(unpack(Encoding::Zstd, &zstd_(plain)).unwrap(), plain);
    }

    #[test]
    fn a_bomb_is_refused_before_it_goes_off() {
        let huge = vec![b' '; 64 * limits::MAX_REQUEST_BYTES];
        let (gzip, zstd) = (gzip(&huge), zstd_(&huge));
        assert!(gzip.len() < limits::MAX_REQUEST_BYTES && zstd.len() < limits::MAX_REQUEST_BYTES);
        assert_eq!(refusal(Encoding::Gzip, &gzip), Code::TooLarge);
        assert!(matches!(refusal(Encoding::Zstd, &zstd), Code::TooLarge | Code::BadRequest));
    }

    #[test]
    fn the_limit_itself_fits_and_one_byte_more_does_not() {
        let most = vec![b' '; limits::MAX_REQUEST_BYTES];
        let more = vec![b' '; limits::MAX_REQUEST_BYTES + 1];
        assert_eq!(unpack(Encoding::Gzip, &gzip(&most)).unwrap().len(), most.len());
        assert_eq!(refusal(Encoding::Gzip, &gzip(&more)), Code::TooLarge);
        assert_eq!(unpack(Encoding::Zstd, &zstd_(&most)).unwrap().len(), most.len());
        assert_eq!(refusal(Encoding::Zstd, &zstd_(&more)), Code::TooLarge);
        assert_eq!(refusal(Encoding::Plain, &more), Code::TooLarge);
    }

    #[test]
    fn what_is_cut_off_or_has_something_behind_it_is_refused() {
        for (encoding, packed) in [(Encoding::Gzip, gzip(b"{}")), (Encoding::Zstd, zstd_(b"{}"))] {
            assert_eq!(refusal(encoding, &packed[..packed.len() - 1]), Code::BadRequest);
            assert_eq!(refusal(encoding, &[&packed[..], b"x"].concat()), Code::BadRequest);
            assert_eq!(refusal(encoding, &[&packed[..], &packed[..]].concat()), Code::BadRequest);
            assert_eq!(refusal(encoding, b"not packed at all"), Code::BadRequest);
        }
    }

    #[test]
    fn one_known_encoding_is_read() {
        let with = |values: &[&str]| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(CONTENT_ENCODING, value.parse().unwrap());
            }
            encoding(&headers).ok()
        };
        assert_eq!(with(&[]), Some(Encoding::Plain));
        assert_eq!(with(&["GZIP"]), Some(Encoding::Gzip));
        assert_eq!(with(&["zstd"]), Some(Encoding::Zstd));
        for stacked in [&["gzip, gzip"][..], &["gzip", "gzip"], &["br"], &["deflate"], &[""]] {
            assert_eq!(with(stacked), None, "{stacked:?}");
        }
    }
}
