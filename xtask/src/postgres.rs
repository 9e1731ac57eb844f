//! A PostgreSQL of this run alone: a new cluster in a temporary folder, reached by a socket in it, gone at the end.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::debian;
use crate::failure::Failure;
use crate::run;

/// Names a server that is there already; then none is started.
const VARIABLE: &str = "ALONGSIDE_POSTGRES";
/// The oldest version the server's statements are run on.
const OLDEST: u32 = 15;
/// What PostgreSQL refuses to run as root; Debian's package makes this user.
const USER: &str = "postgres";

/// A server that tests may use.
pub(crate) struct Postgres {
    url: String,
    cluster: Option<Cluster>,
}

/// A cluster that was started by us.
struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
}

/// True when a server can be started here, or is named.
pub(crate) fn is_here() -> bool {
    named().is_some() || find_programs().is_some()
}

impl Postgres {
    /// Starts a server, unless one is named.
    ///
    /// Fails when its programs are not there or do not do it; what they say is in the terminal or in the cluster's log.
    pub(crate) fn start() -> Result<Self, Failure> {
        if let Some(url) = named() {
            return Ok(Self { url, cluster: None });
        }
        let programs = find_programs().ok_or_else(|| Failure::new("PostgreSQL's initdb is not there"))?;
        let folder = std::env::temp_dir().join(format!("alongside-postgres-{}", std::process::id()));
        run::shown(as_user("mkdir").arg("-m").arg("700").arg(&folder))?;
        let cluster = Cluster { programs, folder };
        let url = cluster.start()?;
        Ok(Self { url, cluster: Some(cluster) })
    }

    /// What tests are told, by which variable.
    pub(crate) fn variable(&self) -> (&'static str, &str) {
        (VARIABLE, &self.url)
    }

    /// Stops the server if it is ours, and removes its folder.
    pub(crate) fn stop(mut self) -> Result<(), Failure> {
        self.cluster.take().map_or(Ok(()), |cluster| cluster.stop())
    }
}

impl Cluster {
    /// Makes the cluster with its defaults, so that what is acknowledged is on the disk here too, and starts it.
    fn start(&self) -> Result<String, Failure> {
        let data = self.folder.join("data");
        let init = ["--auth=trust", "--encoding=UTF8", "--no-locale", "--username=alongside", "-D"];
        run::shown(as_user(self.programs.join("initdb")).args(init).arg(&data).stdout(Stdio::null()))?;
        let folder = self.folder.display();
        let settings =
            format!("-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=400");
        let mut start = as_user(self.programs.join("pg_ctl"));
        start.arg("-D").arg(&data).arg("-l").arg(self.folder.join("log")).arg("-o").arg(settings);
        // It hands its output on to the server, which stays when this ends.
        run::shown(start.args(["-w", "start"]).stdout(Stdio::null()).stderr(Stdio::null()))?;
        Ok(format!("postgres:///postgres?host={folder}&user=alongside"))
    }

    fn stop(&self) -> Result<(), Failure> {
        let mut stop = as_user(self.programs.join("pg_ctl"));
        run::shown(stop.arg("-D").arg(self.folder.join("data")).args(["-m", "immediate", "-w", "stop"]))?;
        run::shown(as_user("rm").arg("-r").arg(&self.folder))
    }
}

/// A step that fails or is interrupted by a panic leaves no server behind.
impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(cluster) = self.cluster.take() {
            let _ = cluster.stop();
        }
    }
}

fn named() -> Option<String> {
    std::env::var(VARIABLE).ok().filter(|url| !url.is_empty())
}

/// The folder of `initdb`: Debian keeps it off the path, a folder for each version.
fn find_programs() -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&on_path).find(|folder| folder.join("initdb").is_file());
    on_path.or_else(|| newest(Path::new("/usr/lib/postgresql")))
}

fn newest(versions: &Path) -> Option<PathBuf> {
    let found = std::fs::read_dir(versions).ok()?.filter_map(Result::ok);
    let versions = found.filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path())));
    let usable = versions
        .filter(|(version, path): &(u32, PathBuf)| *version >= OLDEST && path.join("bin/initdb").is_file());
    usable.max().map(|(_, path)| path.join("bin"))
}

/// `program`, as a user that PostgreSQL runs as, in a folder that user may be in.
fn as_user(program: impl AsRef<Path>) -> Command {
    let program = program.as_ref();
    let mut command = if debian::is_root() {
        let mut runuser = Command::new("runuser");
        runuser.args(["-u", USER, "--"]).arg(program);
        runuser
    } else {
        Command::new(program)
    };
    command.current_dir("/");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_that_is_new_enough_is_taken() {
        let folder = std::env::temp_dir().join(format!("alongside-versions-{}", std::process::id()));
        for version in ["9", "15", "16", "notes"] {
            std::fs::create_dir_all(folder.join(version).join("bin")).unwrap();
            std::fs::write(folder.join(version).join("bin/initdb"), "").unwrap();
        }
        std::fs::create_dir_all(folder.join("17/bin")).unwrap();
        assert_eq!(newest(&folder), Some(folder.join("16/bin")));
        std::fs::remove_dir_all(folder.join("16")).unwrap();
        std::fs::remove_dir_all(folder.join("15")).unwrap();
        assert_eq!(newest(&folder), None);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
