//! An administrator's command, carried out.

use std::error::Error;
use std::io::{BufRead, Write};
use std::process::ExitCode;

use alongside_core::model::OrganisationId;

use super::args::{Admin, Directory, InOrganisation, NewPerson};
use super::say;
use crate::admin::{self, AdminError};
use crate::directory;
use crate::ports::Ports;
use crate::store::Store;

/// Carries `command` out and says to `out` what came of it: ids one can go on with, codes and passwords once. Answers how the
/// program ends.
pub(super) fn act(
    store: &dyn Store,
    ports: &Ports,
    command: Admin,
    out: &mut dyn Write,
) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Admin::Directory(Directory::Import(command)) => {
            let organisation = admin::find_only_organisation(store, command.organisation)?;
            let notes = &mut std::io::stderr().lock();
            return Ok(directory::run(&command, store, &organisation, &*ports.clock, out, notes)?.into());
        }
        Admin::Organisation { name } => {
            writeln!(out, "organisation {}", admin::make_organisation(store, ports, &name)?)?;
        }
        Admin::Person(person) => make_person(store, ports, &person, out)?,
        Admin::Code { person, minutes } => {
            let code = admin::make_code(store, ports, person, minutes)?;
            writeln!(
                out,
                "code {code}\nIt can be used once, within {minutes} minutes, and is not shown again."
            )?;
        }
        Admin::Case { organisation, case, client } => {
            let organisation = chosen(store, organisation)?;
            writeln!(out, "case {}", admin::open_case(store, ports, organisation, case, client)?)?;
        }
        Admin::Assign { case, person, instead_of, reason } => match instead_of {
            Some(before) => admin::reassign(store, ports, case, before, person, reason.as_deref())?,
            None => admin::assign(store, ports, case, person)?,
        },
        Admin::Unassign { case, person, reason } => {
            admin::unassign(store, ports, case, person, reason.as_deref())?;
        }
        Admin::Revoke { device, wipe: false } => admin::revoke_device(store, ports, device)?,
        Admin::Revoke { device, wipe: true } => admin::wipe_device(store, ports, device)?,
        Admin::Compact { days } => writeln!(out, "forgot {}", admin::compact(store, ports, days)?)?,
        Admin::Leave { person } => admin::disable_person(store, ports, person)?,
        // Needs more than the database: see `cli::erase`.
        Admin::Erase { .. } => {}
        Admin::List { what, organisation } => say::list(store, what, organisation.id, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn chosen(store: &dyn Store, organisation: InOrganisation) -> Result<OrganisationId, AdminError> {
    Ok(admin::find_only_organisation(store, organisation.id)?.id)
}

fn make_person(
    store: &dyn Store,
    ports: &Ports,
    new: &NewPerson,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let organisation = chosen(store, new.organisation)?;
    let password = match &new.login {
        Some(_) if new.password_stdin => Some(read_line()?),
        Some(_) => Some(admin::make_password(&*ports.entropy)?),
        None => None,
    };
    let sign_in = new.login.as_deref().zip(password.as_deref());
    let person = admin::NewPerson { role: new.role, name: &new.name, sign_in };
    writeln!(out, "person {}", admin::make_person(store, ports, organisation, person)?)?;
    if let (Some(password), false) = (&password, new.password_stdin) {
        writeln!(out, "password {password}\nIt is not shown again.")?;
    }
    Ok(())
}

fn read_line() -> std::io::Result<String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
