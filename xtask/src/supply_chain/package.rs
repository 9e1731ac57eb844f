//! The packages in the lock file, as `cargo metadata` tells them.

use serde_json::Value;

use crate::failure::Failure;

/// A package that is not part of this workspace.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Package {
    /// Its name on the registry.
    pub(super) name: String,
    /// The version in the lock file.
    pub(super) version: String,
    /// Its licence expression; empty when it states none.
    pub(super) licence: String,
    /// Where it comes from, in cargo's words (`registry+https://…`); empty for a folder outside the workspace.
    pub(super) source: String,
}

/// All packages that the lock file names, for every platform, except the workspace's own.
///
/// Fails when `metadata` is not what `cargo metadata` writes.
pub(super) fn list_foreign(metadata: &str) -> Result<Vec<Package>, Failure> {
    let metadata: Value = serde_json::from_str(metadata).map_err(|_| unexpected())?;
    let members = metadata["workspace_members"].as_array().ok_or_else(unexpected)?;
    let packages = metadata["packages"].as_array().ok_or_else(unexpected)?;
    Ok(packages.iter().filter(|package| !members.contains(&package["id"])).map(read).collect())
}

fn read(package: &Value) -> Package {
    let text = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
    Package { name: text("name"), version: text("version"), licence: text("license"), source: text("source") }
}

fn unexpected() -> Failure {
    Failure::new("cargo metadata answered in a form this check does not know")
}

#[cfg(test)]
mod tests {
    use super::*;

    const METADATA: &str = r#"{
        "packages": [
            {"id": "a", "name": "ours", "version": "0.1.0", "license": "Apache-2.0", "source": null},
            {"id": "b", "name": "theirs", "version": "2.0.0", "license": "MIT", "source": "registry+https://x"},
            {"id": "c", "name": "silent", "version": "1.0.0", "license": null, "source": null}
        ],
        "workspace_members": ["a"]
    }"#;

    #[test]
    fn the_workspaces_own_packages_are_left_out() {
        let names: Vec<_> = list_foreign(METADATA).unwrap().into_iter().map(|package| package.name).collect();
        assert_eq!(names, ["theirs", "silent"]);
    }

    #[test]
    fn a_package_without_a_licence_or_a_source_is_kept_and_shows_neither() {
        let silent = list_foreign(METADATA).unwrap().pop().unwrap();
        assert_eq!((silent.licence.as_str(), silent.source.as_str()), ("", ""));
    }

    #[test]
    fn another_answer_is_a_failure_and_not_an_empty_list() {
        assert!(list_foreign("").is_err());
        assert!(list_foreign("{}").is_err());
    }
}
