//! From the text of a line to what it says.

use alongside_core::model::EntityId;

use super::date::read_date;
use super::fault::Fault;
use super::keys::Keys;
use super::line::{Head, Line};
use super::mapping;

/// Reads one line.
pub(super) fn read_line(text: &str) -> Result<Line, Fault> {
    let mut keys = Keys::parse(text)?;
    let kind = keys.take_text("k")?;
    match kind.as_str() {
        "assessment" => mapping::assessment(read_head(&mut keys)?, keys).map(Line::Assessment),
        "answer" => mapping::answer(read_head(&mut keys)?, keys).map(Line::Answer),
        name => {
            let shape = mapping::find_shape(name).ok_or(Fault::UnknownKind)?;
            shape.read(read_head(&mut keys)?, keys).map(Line::Record)
        }
    }
}

fn read_head(keys: &mut Keys) -> Result<Head, Fault> {
    let (id, case, parent) =
        (keys.take_id("id")?.into(), keys.take_id("c")?.into(), keys.take_maybe_id("p")?.map(EntityId));
    let (at, moved) = read_date(&keys.take_text("at")?)?;
    Ok(Head { id, case, parent, at, moved })
}
