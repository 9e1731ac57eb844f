//! What a package depends on, by its `Cargo.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table, Value};

use super::error::SourceError;

/// The dependencies a `Cargo.toml` names.
#[derive(Debug)]
pub struct Manifest {
    name: String,
    dependencies: BTreeMap<String, Vec<String>>,
    for_tests: BTreeMap<String, Vec<String>>,
}

impl Manifest {
    /// Reads the manifest of the package in `folder`, relative to `root`.
    pub fn read(root: &Path, folder: &str) -> Result<Self, SourceError> {
        let (file, text) = read_text(root, folder)?;
        Self::parse(&file, &text)
    }

    /// Reads a manifest from `text`; `file` is named when it is none.
    pub fn parse(file: &str, text: &str) -> Result<Self, SourceError> {
        let table = table(file, text)?;
        let name = table.get("package").and_then(|package| package.get("name")).and_then(Value::as_str);
        let name = name.ok_or_else(|| SourceError::NotAManifest { file: file.to_owned() })?.to_owned();
        let mut dependencies = named_in(&table, "dependencies");
        dependencies.extend(named_in(&table, "build-dependencies"));
        Ok(Self { name, dependencies, for_tests: named_in(&table, "dev-dependencies") })
    }

    /// The folders of the workspace's members, as the root manifest lists them.
    pub fn list_members(root: &Path) -> Result<Vec<String>, SourceError> {
        let (file, text) = read_text(root, "")?;
        let table = table(&file, &text)?;
        let members =
            table.get("workspace").and_then(|workspace| workspace.get("members")).and_then(Value::as_array);
        let members = members.ok_or(SourceError::NotAManifest { file })?;
        Ok(members.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// The package's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The packages it is built from, on any platform.
    pub fn dependencies(&self) -> impl Iterator<Item = &str> {
        self.dependencies.keys().map(String::as_str)
    }

    /// The packages its own tests use besides.
    pub fn test_dependencies(&self) -> impl Iterator<Item = &str> {
        self.for_tests.keys().map(String::as_str)
    }

    /// The features it switches on in `dependency`, for itself or for its tests.
    pub fn features(&self, dependency: &str) -> Vec<&str> {
        let found = [&self.dependencies, &self.for_tests].into_iter().filter_map(|all| all.get(dependency));
        found.flatten().map(String::as_str).collect()
    }
}

/// Package names with the features switched on, from `section` and from the same section of each platform.
fn named_in(manifest: &Table, section: &str) -> BTreeMap<String, Vec<String>> {
    let platforms = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(|all| all.values());
    let sections = manifest.get(section).into_iter().chain(platforms.filter_map(|one| one.get(section)));
    sections.filter_map(Value::as_table).flatten().map(|(name, wanted)| entry(name, wanted)).collect()
}

fn entry(name: &str, wanted: &Value) -> (String, Vec<String>) {
    let package = wanted.get("package").and_then(Value::as_str).unwrap_or(name);
    let features = wanted.get("features").and_then(Value::as_array).into_iter().flatten();
    (package.to_owned(), features.filter_map(Value::as_str).map(str::to_owned).collect())
}

fn read_text(root: &Path, folder: &str) -> Result<(String, String), SourceError> {
    let path = Path::new(folder).join("Cargo.toml");
    let file = path.display().to_string();
    match std::fs::read_to_string(root.join(path)) {
        Ok(text) => Ok((file, text)),
        Err(source) => Err(SourceError::Unreadable { path: file, source }),
    }
}

fn table(file: &str, text: &str) -> Result<Table, SourceError> {
    text.parse().map_err(|_| SourceError::NotAManifest { file: file.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"
        [package]
        name = "sample"
        [dependencies]
        serde.workspace = true
        core = { package = "alongside-core", workspace = true, features = ["device"] }
        [target.'cfg(unix)'.dependencies]
        rustix = "1"
        [build-dependencies]
        cc = "1"
        [dev-dependencies]
        proptest = "1"
    "#;

    #[test]
    fn dependencies_of_every_section_and_platform_are_found_by_package_name() {
        let manifest = Manifest::parse("sample", TEXT).unwrap();
        assert_eq!(manifest.name(), "sample");
        assert_eq!(manifest.dependencies().collect::<Vec<_>>(), ["alongside-core", "cc", "rustix", "serde"]);
        assert_eq!(manifest.test_dependencies().collect::<Vec<_>>(), ["proptest"]);
        assert_eq!(manifest.features("alongside-core"), ["device"]);
    }

    #[test]
    fn what_is_no_manifest_is_refused() {
        assert!(Manifest::parse("sample", "not toml at all [").is_err());
        assert!(Manifest::parse("sample", "[dependencies]").is_err());
    }
}
