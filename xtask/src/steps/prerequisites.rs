//! Gets the machine ready: installs on Debian as root, and says what is missing elsewhere.

use crate::debian;
use crate::failure::Failure;
use crate::need::{self, Need};
use crate::say;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "prerequisites",
    about: "what the other steps need is here, or is installed (Debian, as root)",
    needs: &[],
    run,
};

fn run(_: &Workspace) -> Result<(), Failure> {
    let missing = missing(need::ALL);
    let packages = packages_of(&missing);
    if !packages.is_empty() && debian::may_install() {
        debian::install(&packages)?;
        return all_came(&missing);
    }
    // Elsewhere this is no failure yet: the steps that need a missing thing are skipped and say so.
    missing.iter().for_each(|need| say::line(&need.to_string()));
    Ok(())
}

fn missing(needs: &'static [Need]) -> Vec<&'static Need> {
    needs.iter().filter(|need| !(need.is_met)()).collect()
}

fn packages_of(needs: &[&'static Need]) -> Vec<&'static str> {
    needs.iter().flat_map(|need| need.packages).copied().collect()
}

fn all_came(needs: &[&Need]) -> Result<(), Failure> {
    let still: Vec<_> = needs.iter().filter(|need| need.is_lacking()).map(|need| need.to_string()).collect();
    if still.is_empty() { Ok(()) } else { Err(Failure::new(still.join("; "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MET: Need = Need {
        name: "bread",
        packages: &["bread"],
        elsewhere: "bake",
        is_met: || true,
        can_do_without: || false,
    };
    const UNMET: Need = Need { name: "salt", packages: &["salt", "mill"], is_met: || false, ..MET };
    static PANTRY: [Need; 2] = [MET, UNMET];

    #[test]
    fn only_packages_of_missing_things_are_installed() {
        assert_eq!(packages_of(&missing(&PANTRY)), ["salt", "mill"]);
    }

    #[test]
    fn what_did_not_come_with_its_packages_is_a_failure() {
        assert!(all_came(&[&MET]).is_ok());
        assert!(all_came(&[&MET, &UNMET]).unwrap_err().to_string().starts_with("salt is missing"));
    }
}
