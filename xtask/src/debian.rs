//! Installing packages on Debian, which is where CI and a bare test machine are.

use std::process::Command;

use crate::failure::Failure;
use crate::run;

/// True when packages can be installed without asking anybody: Debian, as root.
pub(crate) fn may_install() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    names_debian(&release) && is_root()
}

/// True for the user with id 0; Chromium's sandbox refuses to start for it.
pub(crate) fn is_root() -> bool {
    run::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs `packages`, and only them: nothing that is merely recommended.
pub(crate) fn install(packages: &[&str]) -> Result<(), Failure> {
    run::shown(apt().arg("update"))?;
    run::shown(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

/// Where this machine gets its packages from, as its own lists say.
pub(crate) fn mirror() -> Result<String, Failure> {
    let lists = ["/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list"];
    let mut texts = lists.iter().filter_map(|list| std::fs::read_to_string(list).ok());
    texts
        .find_map(|text| first_address(&text))
        .ok_or_else(|| Failure::new("apt's lists name no mirror".to_owned()))
}

fn first_address(list: &str) -> Option<String> {
    let lines = list.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    let words = lines
        .filter(|line| line.starts_with("URIs:") || line.starts_with("deb "))
        .flat_map(str::split_whitespace);
    words.into_iter().find(|word| word.contains("://")).map(str::to_owned)
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
    command
}

/// Only Debian itself: a derivative may carry the same names for other things (Ubuntu's `chromium` is a snap).
fn names_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| matches!(line.trim(), "ID=debian" | "ID=\"debian\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_is_told_from_its_derivatives() {
        assert!(names_debian("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n"));
        assert!(!names_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!names_debian(""));
    }

    #[test]
    fn the_mirror_is_read_from_both_kinds_of_list() {
        let sources =
            "Types: deb\n# http://old.example\nURIs: http://mirror.example/debian\nSuites: bookworm\n";
        assert_eq!(first_address(sources).as_deref(), Some("http://mirror.example/debian"));
        let lines =
            "# deb http://old.example x\ndeb [arch=amd64] http://mirror.example/debian bookworm main\n";
        assert_eq!(first_address(lines).as_deref(), Some("http://mirror.example/debian"));
        assert_eq!(first_address(""), None);
    }
}
