//! What of a photo may leave the hand that took it: the picture, and nothing about where, when or with what it was taken.
//!
//! Reads JPEG (ITU-T T.81, annex B) marker by marker and decodes nothing. Knows no records and no files.

/// The bytes are no whole JPEG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a JPEG, or not all of it")]
pub struct NotAPhoto;

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// The same picture with what it is made of and nothing else: tables, frames, scans, and the colours they are meant in. Exif,
/// XMP, comments, makers' notes, previews, and whatever follows the picture's end (a film, a second picture) are gone. What the
/// Exif said of the picture's turning is gone too: turn it before.
///
/// # Errors
/// [`NotAPhoto`].
pub fn strip(jpeg: &[u8]) -> Result<Vec<u8>, NotAPhoto> {
    let mut rest = jpeg.strip_prefix(&[0xff, START]).ok_or(NotAPhoto)?;
    let (mut kept, mut frames, mut scans) = (vec![0xff, START], 0, 0);
    loop {
        let marker;
        (marker, rest) = next_marker(rest)?;
        if marker == END {
            kept.extend([0xff, END]);
            return if frames > 0 && scans > 0 { Ok(kept) } else { Err(NotAPhoto) };
        }
        let segment;
        (segment, rest) = segment_of(rest)?;
        if is_picture(marker, segment) {
            kept.extend([0xff, marker]);
            kept.extend(segment);
        }
        frames += usize::from(is_frame(marker));
        if marker == SCAN {
            scans += 1;
            let coded;
            (coded, rest) = rest.split_at(coded_length(rest));
            kept.extend(coded);
        }
    }
}

/// The marker that comes next, and what follows it. Any number of 0xff may fill the space before it.
fn next_marker(bytes: &[u8]) -> Result<(u8, &[u8]), NotAPhoto> {
    let filled = bytes.iter().take_while(|byte| **byte == 0xff).count();
    let (marker, rest) = bytes.get(filled..).and_then(<[u8]>::split_first).ok_or(NotAPhoto)?;
    // Markers that stand alone have no place between segments.
    let stands_alone = matches!(marker, 0x00 | 0x01 | 0xd0..=0xd8);
    if filled == 0 || stands_alone { Err(NotAPhoto) } else { Ok((*marker, rest)) }
}

/// A segment with its length, which counts its own two bytes, and what follows it.
fn segment_of(bytes: &[u8]) -> Result<(&[u8], &[u8]), NotAPhoto> {
    let length = bytes.first_chunk().map(|two| usize::from(u16::from_be_bytes(*two))).ok_or(NotAPhoto)?;
    if length < 2 { Err(NotAPhoto) } else { bytes.split_at_checked(length).ok_or(NotAPhoto) }
}

/// Whether a segment is needed to show the picture. Of those for applications these are the header without a preview, the profile
/// of the colours, and Adobe's word on how colours were coded.
fn is_picture(marker: u8, segment: &[u8]) -> bool {
    const HEADER_BYTES: usize = 16;
    let says = |name: &[u8]| segment.get(2..).is_some_and(|says| says.starts_with(name));
    match marker {
        0xe0 => says(b"JFIF\0") && segment.len() == HEADER_BYTES,
        0xe2 => says(b"ICC_PROFILE\0"),
        0xee => says(b"Adobe"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
}

/// How long the coded data of a scan is: up to a marker that is neither a stuffed byte nor a restart.
fn coded_length(bytes: &[u8]) -> usize {
    let ends = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7);
    bytes.windows(2).position(ends).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn segment(marker: u8, says: &[u8]) -> Vec<u8> {
        let length = u16::try_from(says.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], says].concat()
    }

    /// A picture of two scans with what `between` puts before its frame, and between its scans.
    fn picture(before: &[Vec<u8>], between: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = vec![0xff, START];
        bytes.extend(before.concat());
        bytes.extend(segment(0xdb, &[1; 65]));
        bytes.extend(segment(0xc2, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
        bytes.extend(segment(SCAN, &[1, 1, 0, 0, 0, 0]));
        bytes.extend([7, 0xff, 0x00, 0xff, 0xd0, 9]);
        bytes.extend(between.concat());
        // A table in which the two bytes stand that end a picture.
        bytes.extend(segment(0xc4, &[0xff, END, 3]));
        bytes.extend(segment(SCAN, &[1, 1, 0, 1, 63, 0]));
        bytes.extend([5, 6, 0xff, END]);
        bytes
    }

    #[test]
    fn a_picture_alone_stays_as_it_is() {
        let bare = picture(&[segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0")], &[]);
        assert_eq!(strip(&bare), Ok(bare.clone()));
        let coloured =
            picture(&[segment(0xe2, b"ICC_PROFILE\0\x01\x01x"), segment(0xee, b"Adobe\0d\0")], &[]);
        assert_eq!(strip(&coloured), Ok(coloured.clone()));
    }

    #[test]
    fn where_and_with_what_it_was_taken_is_gone_and_so_is_what_hides_behind_it() {
        let told = [
            segment(0xe1, b"Exif\0\0GPSLatitude 54.97"),
            segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"),
            segment(0xe0, b"JFXX\0\x10 a preview"),
            segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01rgb"),
            segment(0xe2, b"MPF\0 where the second picture is"),
            segment(0xed, b"Photoshop 3.0\0"),
            segment(0xfe, b"taken at 14 Rhubarb Lane"),
        ];
        let mut taken = picture(&told, &told);
        taken.extend(picture(&told, &[]));
        assert_eq!(strip(&taken), Ok(picture(&[], &[])));
    }

    #[test]
    fn what_is_no_whole_picture_is_refused() {
        let whole = picture(&[], &[]);
        for length in 0..whole.len() {
            assert_eq!(strip(&whole[..length]), Err(NotAPhoto), "{length}");
        }
        let no_scan = [&[0xff, START][..], &segment(0xc0, &[8]), &[0xff, END]].concat();
        for bytes in [&b"\x89PNG\r\n\x1a\n"[..], b"GIF89a", &no_scan, &[0xff, START, 0xff, END]] {
            assert_eq!(strip(bytes), Err(NotAPhoto));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_an_end_and_stripping_again_changes_nothing(
            bytes in prop::collection::vec(prop_oneof![Just(0xff_u8), Just(0xd9), Just(0xda), Just(0xc0), any::<u8>()], 0..400)
        ) {
            let bytes = [&[0xff, START][..], &bytes].concat();
            if let Ok(kept) = strip(&bytes) {
                prop_assert_eq!(strip(&kept), Ok(kept));
            }
        }
    }
}
