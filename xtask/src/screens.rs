//! `target/screens`: pictures of what people see. Several steps keep theirs there; each empties its own first, because
//! yesterday's picture must not pass for today's.

use std::path::Path;

use crate::failure::Failure;
use crate::workspace::Workspace;

/// The beginning of the name of every picture of the Android app.
pub(crate) const ANDROID: &str = "android-";

/// The folder, without the pictures whose name is one of `ours`.
pub(crate) fn fresh(workspace: &Workspace, ours: fn(&str) -> bool) -> Result<String, Failure> {
    let folder = workspace.target().join("screens");
    empty(&folder, ours)
        .map_err(|error| Failure::new(format!("could not empty {}: {error}", folder.display())))?;
    Ok(folder.display().to_string())
}

fn empty(folder: &Path, ours: fn(&str) -> bool) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        if ours(&file.file_name().to_string_lossy()) {
            std::fs::remove_file(file.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_steps_pictures_go_and_anothers_stay() {
        let folder = std::env::temp_dir().join(format!("alongside-screens-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for name in ["android-home.png", "page.png"] {
            std::fs::write(folder.join(name), "a picture").unwrap();
        }
        empty(&folder, |name| name.starts_with(ANDROID)).unwrap();
        assert!(!folder.join("android-home.png").exists() && folder.join("page.png").exists());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
