//! Erasing, as an administrator says it.

use std::error::Error;
use std::io::Write;

use alongside_core::model::EntityId;

use super::args::InOrganisation;
use crate::admin::{self, Erased};
use crate::erasures;
use crate::opening::open_store;
use crate::ports::Ports;
use crate::settings::Settings;

/// Erases, or says what that would come to; numbers alone.
pub(super) fn erase(
    settings: &Settings,
    ports: &Ports,
    organisation: InOrganisation,
    (ids, for_good): (&[EntityId], bool),
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let store = open_store(settings)?;
    let organisation = admin::find_only_organisation(&*store, organisation.id)?.id;
    if !for_good {
        let erased = admin::count_erasure(&*store, ports, organisation, ids)?;
        say(out, "would erase", &erased)?;
        writeln!(out, "Nothing was changed. --for-good does it; nobody can undo it.")?;
        return Ok(());
    }
    let erased = erasures::erase(settings, &*store, ports, organisation, ids)?;
    say(out, "erased", &erased)?;
    writeln!(out, "Backups made before now still hold it until they are removed.")?;
    Ok(())
}

fn say(out: &mut dyn Write, verb: &str, erased: &Erased) -> std::io::Result<()> {
    let Erased { records, operations, set_aside, left } = erased;
    writeln!(
        out,
        "{verb} {records} records and the text of {operations} operations ({set_aside} set aside, {left} left by phones)"
    )
}
