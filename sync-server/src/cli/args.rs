//! What the command line can say.

use std::path::PathBuf;

use alongside_core::model::{CaseId, Choice as _, DeviceId, EntityId, OrganisationId, PersonId, Role};
use clap::{Args as ClapArgs, Parser, Subcommand};

use crate::directory::DirectoryArgs;
use crate::import::ImportArgs;
use crate::packs::PackCommand;

/// The server phones sync with, and its administration.
#[derive(Debug, Parser)]
#[command(name = "alongside-server", version)]
pub struct Args {
    /// Settings; ./alongside.toml if it is there, otherwise the defaults.
    #[arg(long, global = true)]
    pub(super) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Serve phones and supervisors' pages until a signal to stop.
    Serve,
    /// Make and change who is there. Works while the server runs.
    #[command(subcommand)]
    Admin(Admin),
    /// Copy the database into a new file while the server runs, and check the copy. Phones may then forget what is in it.
    Backup {
        /// The new file.
        to: PathBuf,
    },
    /// Put a backup in the place of the database, which is kept beside it, or into an empty PostgreSQL database; or, without a file, say that the database was
    /// restored by hand. Phones then hand over again what it does not have. The server must not be running.
    Restore {
        /// The backup.
        from: Option<PathBuf>,
    },
    /// Load a caseload file as cases of a link worker. Works while the server runs; the same file again changes nothing.
    Import(ImportArgs),
    /// Make, sign and check instrument packs. Needs no database.
    #[command(subcommand)]
    Pack(PackCommand),
}

#[derive(Debug, Subcommand)]
pub(super) enum Admin {
    /// Make an organisation.
    Organisation {
        /// Its name.
        name: String,
    },
    /// Make a person. A supervisor gets a login for the web pages.
    Person(NewPerson),
    /// Make a one-time code with which a person enrols a phone. It is shown once.
    Code {
        /// The person's id.
        person: PersonId,
        /// How long it can be used.
        #[arg(long, default_value_t = crate::admin::DEFAULT_CODE_MINUTES)]
        minutes: u32,
    },
    /// Open a case, or make one a client's own.
    Case {
        #[command(flatten)]
        organisation: InOrganisation,
        /// A case that is there already.
        #[arg(long)]
        case: Option<CaseId>,
        /// The client whose own case it is.
        #[arg(long)]
        client: Option<PersonId>,
    },
    /// Put a link worker on a case.
    Assign {
        /// The case's id.
        case: CaseId,
        /// The link worker's id.
        person: PersonId,
        /// Take this link worker off it in the same moment.
        #[arg(long)]
        instead_of: Option<PersonId>,
        /// Why, for the record.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Take a link worker off a case.
    Unassign {
        /// The case's id.
        case: CaseId,
        /// The link worker's id.
        person: PersonId,
        /// Why, for the record.
        #[arg(long)]
        reason: Option<String>,
    },
    /// Revoke a phone's token, at once.
    Revoke {
        /// The phone's id.
        device: DeviceId,
        /// Order, too, that what is on it be destroyed: at its next contact it leaves what it had not sent, and then
        /// destroys its key.
        #[arg(long)]
        wipe: bool,
    },
    /// Forget grants that were taken away more than some days ago. Phones away for longer read everything again.
    Compact {
        /// How many days.
        #[arg(long, default_value_t = 400)]
        days: u32,
    },
    /// Note that a person has left: their phones and sign-ins are refused, at once.
    Leave {
        /// The person's id.
        person: PersonId,
    },
    /// Erase records, or a whole case, for good at somebody's request: on this server, and on every phone at its next contact.
    /// Without --for-good, only says what that would come to.
    Erase {
        /// Ids of records; a case's id erases all of the case.
        #[arg(required = true)]
        ids: Vec<EntityId>,
        #[command(flatten)]
        organisation: InOrganisation,
        /// Do it. Nobody can undo it.
        #[arg(long)]
        for_good: bool,
    },
    /// The directory of services.
    #[command(subcommand)]
    Directory(Directory),
    /// List what is there.
    List {
        /// What to list.
        #[arg(value_enum)]
        what: Listed,
        #[command(flatten)]
        organisation: InOrganisation,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Directory {
    /// Import an Open Referral UK feed. Works while the server runs; a feed that has not changed writes nothing.
    Import(DirectoryArgs),
}

#[derive(Debug, ClapArgs)]
pub(super) struct NewPerson {
    /// What they do: link_worker, client, supervisor or administrator.
    #[arg(value_parser = role)]
    pub(super) role: Role,
    /// Their name.
    pub(super) name: String,
    #[command(flatten)]
    pub(super) organisation: InOrganisation,
    /// What a supervisor signs in with on the web.
    #[arg(long)]
    pub(super) login: Option<String>,
    /// Read the password from standard input instead of making one.
    #[arg(long, requires = "login")]
    pub(super) password_stdin: bool,
}

#[derive(Clone, Copy, Debug, ClapArgs)]
pub(super) struct InOrganisation {
    /// The organisation's id; may be left out while there is only one.
    #[arg(long = "organisation")]
    pub(super) id: Option<OrganisationId>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Listed {
    /// Organisations.
    Organisations,
    /// People.
    People,
    /// Phones.
    Devices,
    /// Cases and who is on them.
    Cases,
    /// Operations that did not take effect.
    SetAside,
    /// What phones left that may no longer sync.
    Salvage,
}

fn role(text: &str) -> Result<Role, String> {
    Role::find(text).ok_or_else(|| format!("one of {}", Role::NAMES.join(", ")))
}
