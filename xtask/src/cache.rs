//! Where large things that are the same for every clone are kept: outside it, and made again when they are gone.

use std::path::{Path, PathBuf};

use crate::debian;

/// The folder. `ALONGSIDE_CACHE` names another one.
pub(crate) fn folder() -> PathBuf {
    let named =
        |variable: &str| std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    choose(named("ALONGSIDE_CACHE"), debian::is_root(), named("XDG_CACHE_HOME"), named("HOME"))
}

fn choose(named: Option<PathBuf>, root: bool, caches: Option<PathBuf>, home: Option<PathBuf>) -> PathBuf {
    if let Some(folder) = named {
        return folder;
    }
    if root {
        return Path::new("/var/cache/alongside").to_owned();
    }
    let caches = caches.or_else(|| home.map(|home| home.join(".cache")));
    caches.unwrap_or_else(std::env::temp_dir).join("alongside")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_folder_goes_before_the_systems_and_that_before_the_persons() {
        let path = |path: &str| Some(PathBuf::from(path));
        assert_eq!(choose(path("/x"), true, None, path("/home/a")), PathBuf::from("/x"));
        assert_eq!(choose(None, true, None, path("/root")), PathBuf::from("/var/cache/alongside"));
        assert_eq!(choose(None, false, None, path("/home/a")), PathBuf::from("/home/a/.cache/alongside"));
        assert_eq!(choose(None, false, path("/c"), path("/home/a")), PathBuf::from("/c/alongside"));
    }
}
