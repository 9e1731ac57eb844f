//! The rules that `deny.toml` states, and what they say about one package.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::licence;
use super::package::Package;
use crate::failure::Failure;

/// The part of `deny.toml` that is applied here.
#[derive(Debug, Default)]
pub(super) struct Rules {
    licences: Vec<String>,
    exceptions: BTreeMap<String, Vec<String>>,
    banned: Vec<String>,
    registries: Vec<String>,
}

/// Reads the rules; a list that is missing or of another form is a failure, never an empty list.
pub(super) fn parse(text: &str) -> Result<Rules, Failure> {
    let file: Table =
        text.parse().map_err(|error| Failure::new(format!("deny.toml cannot be read: {error}")))?;
    let exceptions = list(&file, "licenses", "exceptions")?;
    let banned = list(&file, "bans", "deny")?;
    Ok(Rules {
        licences: strings(list(&file, "licenses", "allow")?)?,
        exceptions: exceptions.iter().map(exception).collect::<Result<_, _>>()?,
        banned: banned.iter().map(crate_name).collect::<Result<_, _>>()?,
        registries: strings(list(&file, "sources", "allow-registry")?)?,
    })
}

impl Rules {
    /// What these rules have against `package`: nothing, or a sentence for each.
    pub(super) fn complaints(&self, package: &Package) -> Vec<String> {
        let Package { name, version, licence, source } = package;
        let mut complaints = Vec::new();
        if !licence::is_satisfied(licence, &|single| self.allows(name, single)) {
            complaints.push(format!("{name} {version}: its licence `{licence}` is not on the list"));
        }
        if self.banned.contains(name) {
            complaints.push(format!("{name} {version} is banned"));
        }
        if !self.registries.iter().any(|registry| source.strip_prefix("registry+") == Some(registry)) {
            complaints.push(format!("{name} {version}: its source `{source}` is not a registry on the list"));
        }
        complaints
    }

    fn allows(&self, name: &str, licence: &str) -> bool {
        let excepted = self.exceptions.get(name).into_iter().flatten();
        self.licences.iter().chain(excepted).any(|allowed| allowed == licence)
    }
}

fn list<'a>(file: &'a Table, section: &str, key: &str) -> Result<&'a [Value], Failure> {
    let found = file.get(section).and_then(|section| section.get(key)).and_then(Value::as_array);
    found
        .map(Vec::as_slice)
        .ok_or_else(|| Failure::new(format!("deny.toml has no list `{key}` in [{section}]")))
}

fn strings(values: &[Value]) -> Result<Vec<String>, Failure> {
    values.iter().map(|value| text(Some(value))).collect()
}

fn exception(value: &Value) -> Result<(String, Vec<String>), Failure> {
    let allowed = value.get("allow").and_then(Value::as_array).ok_or_else(unexpected)?;
    Ok((crate_name(value)?, strings(allowed)?))
}

fn crate_name(value: &Value) -> Result<String, Failure> {
    text(value.get("crate"))
}

fn text(value: Option<&Value>) -> Result<String, Failure> {
    value.and_then(Value::as_str).map(str::to_owned).ok_or_else(unexpected)
}

fn unexpected() -> Failure {
    Failure::new("deny.toml has an entry in a form this check does not know")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DENY: &str = r#"
        [licenses]
        allow = ["MIT"]
        exceptions = [{ crate = "glue", allow = ["MPL-2.0"] }]
        [bans]
        deny = [{ crate = "native-tls", reason = "one TLS" }]
        [sources]
        allow-registry = ["https://index"]
    "#;

    fn complaints(name: &str, licence: &str, source: &str) -> Vec<String> {
        let [name, licence, source] = [name, licence, source].map(str::to_owned);
        parse(DENY).unwrap().complaints(&Package { name, version: "1.0.0".to_owned(), licence, source })
    }

    #[test]
    fn a_package_within_the_rules_has_no_complaint() {
        assert!(complaints("serde", "MIT", "registry+https://index").is_empty());
    }

    #[test]
    fn a_licence_off_the_list_is_named() {
        let said = complaints("serde", "GPL-3.0", "registry+https://index");
        assert_eq!(said, ["serde 1.0.0: its licence `GPL-3.0` is not on the list"]);
    }

    #[test]
    fn an_exception_is_for_its_crate_alone() {
        assert!(complaints("glue", "MPL-2.0", "registry+https://index").is_empty());
        assert_eq!(complaints("serde", "MPL-2.0", "registry+https://index").len(), 1);
    }

    #[test]
    fn a_banned_crate_is_named() {
        assert_eq!(complaints("native-tls", "MIT", "registry+https://index"), ["native-tls 1.0.0 is banned"]);
    }

    #[test]
    fn git_folders_and_other_registries_are_refused() {
        for source in ["git+https://index", "", "registry+https://elsewhere"] {
            assert_eq!(complaints("serde", "MIT", source).len(), 1, "{source:?}");
        }
    }

    #[test]
    fn a_missing_list_is_a_failure() {
        for key in ["allow =", "exceptions =", "deny =", "allow-registry ="] {
            assert!(parse(&DENY.replacen(key, "other =", 1)).is_err(), "{key}");
        }
    }

    #[test]
    fn the_projects_own_rules_can_be_read() {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../deny.toml")).unwrap();
        let rules = parse(&text).unwrap();
        assert!(rules.allows("anything", "MIT") && !rules.allows("anything", "GPL-3.0"));
    }
}
