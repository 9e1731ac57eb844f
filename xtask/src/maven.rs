//! Maven over the modules in `android/`: what it runs is shown, what its tests came to is added up from their reports.

use std::path::Path;

use crate::counted::Counted;
use crate::failure::Failure;
use crate::run;
use crate::workspace::Workspace;

/// Runs `mvn test` with `arguments` and says, under `name`, what the tests of `modules` came to.
///
/// Fails when a test did, when something did not compile, or when no test ran at all.
pub(crate) fn test(
    workspace: &Workspace,
    name: &str,
    modules: &[&str],
    arguments: &[&str],
) -> Result<(), Failure> {
    let reports = modules.iter().map(|module| workspace.root().join("target/android").join(module));
    let reports: Vec<_> = reports.map(|module| module.join("surefire-reports")).collect();
    reports.iter().try_for_each(|folder| empty(folder))?;
    let ran = run::shown(
        workspace
            .program("mvn")
            .args(["--batch-mode", "--quiet", "--fail-at-end", "--file", "android/pom.xml"])
            .arg(format!("-Dalongside.built={}", workspace.target().join("debug").display()))
            .args(arguments)
            .arg("test"),
    );
    let counted: Counted = reports.iter().map(|folder| read(folder)).sum();
    counted.say(name);
    ran?;
    if counted.passed == 0 { Err(Failure::new(format!("{name}: no test ran"))) } else { Ok(()) }
}

/// A report left from yesterday must not count for today.
fn empty(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(folder)
        .map_err(|error| Failure::new(format!("could not empty {}: {error}", folder.display())))
}

/// Adds up the reports in `folder`; nothing when there are none.
fn read(folder: &Path) -> Counted {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let reports = files.filter(|file| file.extension().is_some_and(|extension| extension == "xml"));
    reports.filter_map(|file| std::fs::read_to_string(file).ok()).map(|text| count(&text)).sum()
}

/// One report: `<testsuite … tests="3" errors="0" skipped="0" failures="1" …>`.
fn count(report: &str) -> Counted {
    let suite = report.split_once("<testsuite").map_or("", |(_, rest)| rest.split('>').next().unwrap_or(""));
    let of = |name: &str| -> usize {
        let (_, rest) = suite.split_once(&format!(" {name}=\"")).unwrap_or_default();
        rest.split('"').next().and_then(|number| number.parse().ok()).unwrap_or(0)
    };
    let failed = of("errors") + of("failures");
    Counted { passed: of("tests").saturating_sub(failed + of("skipped")), failed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_counted_without_what_was_skipped() {
        let report = "<?xml version=\"1.0\"?>\n<testsuite name=\"A\" time=\"1\" tests=\"7\" errors=\"1\" skipped=\"2\" \
                      failures=\"1\">\n<testcase tests=\"9\"/></testsuite>";
        assert_eq!(count(report), Counted { passed: 3, failed: 2 });
    }

    #[test]
    fn what_is_no_report_counts_nothing() {
        assert_eq!(count("tests=\"7\""), Counted::default());
        assert_eq!(read(Path::new("/nowhere")), Counted::default());
    }
}
