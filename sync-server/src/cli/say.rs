//! Lists as plain text: a line each, columns apart by tabs, so that other programs can read them.

use std::error::Error;
use std::io::Write;

use alongside_core::model::{Choice as _, OrganisationId, Timestamp};

use super::args::Listed;
use crate::admin;
use crate::store::Store;

/// The most operations that were set aside to list at once.
const MOST: u32 = 1_000;

/// Writes a list to `out`.
pub(super) fn list(
    store: &dyn Store,
    what: Listed,
    organisation: Option<OrganisationId>,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    if let Listed::Organisations = what {
        for organisation in store.read(|txn| txn.list_organisations())? {
            writeln!(out, "{}\t{}", organisation.id, organisation.name)?;
        }
        return Ok(());
    }
    let organisation = admin::find_only_organisation(store, organisation)?.id;
    match what {
        Listed::Organisations => {}
        Listed::People => people(store, organisation, out)?,
        Listed::Devices => devices(store, organisation, out)?,
        Listed::Cases => cases(store, organisation, out)?,
        Listed::SetAside => set_aside(store, organisation, out)?,
        Listed::Salvage => salvage(store, organisation, out)?,
    }
    Ok(())
}

fn people(
    store: &dyn Store,
    organisation: OrganisationId,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    for person in admin::list_people(store, organisation)? {
        let case = person.case.map(|case| format!("case {case}")).unwrap_or_default();
        let left = when("left", person.left);
        writeln!(out, "{}\t{}\t{}\t{case}\t{left}", person.id, person.role.name(), person.name)?;
    }
    Ok(())
}

fn devices(
    store: &dyn Store,
    organisation: OrganisationId,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    for device in admin::list_devices(store, organisation)? {
        let (seen, revoked) = (device.last_seen.to_iso(), when("revoked", device.revoked));
        let what = format!("{} {}", device.platform, device.build);
        writeln!(out, "{}\t{}\t{}\t{what}\tseen {seen}\t{revoked}", device.id, device.person, device.name)?;
    }
    Ok(())
}

fn cases(store: &dyn Store, organisation: OrganisationId, out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    for case in admin::list_cases(store, organisation)? {
        let workers: Vec<String> = case.workers.iter().map(|(id, name)| format!("{name} ({id})")).collect();
        writeln!(out, "{}\topened {}\t{}", case.id, case.opened.to_iso(), workers.join(", "))?;
    }
    Ok(())
}

fn set_aside(
    store: &dyn Store,
    organisation: OrganisationId,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    for op in admin::list_set_aside(store, organisation, MOST)? {
        let why = op.why.map(|why| format!("{why:?}")).unwrap_or_default();
        let (replica, n) = op.origin;
        writeln!(out, "{}\treplica {replica} operation {n}\t{:?}\t{why}", op.at.to_iso(), op.outcome)?;
    }
    Ok(())
}

fn salvage(
    store: &dyn Store,
    organisation: OrganisationId,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    for left in admin::list_salvage(store, organisation, MOST)? {
        let (at, person) = (left.at.to_iso(), left.person);
        writeln!(out, "{}\t{at}\t{person}\t{} operations from {}", left.no, left.count, left.first_n)?;
    }
    Ok(())
}

fn when(what: &str, time: Option<Timestamp>) -> String {
    time.map(|time| format!("{what} {}", time.to_iso())).unwrap_or_default()
}
