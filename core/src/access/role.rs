//! The streams that come with a role: those of a case, and those of the whole organisation.

use crate::model::{Audience, Role};

/// The streams of a case that somebody with this role is granted when they are put on it.
pub const fn audiences(role: Role) -> &'static [Audience] {
    match role {
        Role::LinkWorker => &[Audience::Core, Audience::Shared, Audience::Work, Audience::Submitted],
        Role::Client => &[Audience::Shared],
        Role::Supervisor => &[Audience::Submitted],
        Role::Administrator | Role::Unknown => &[],
    }
}

/// The streams of the organisation that somebody with this role is granted, on no case in particular: everybody reads the
/// directory of services, and link workers know each other by name.
pub const fn organisation_audiences(role: Role) -> &'static [Audience] {
    match role {
        Role::LinkWorker => &[Audience::Directory, Audience::Team],
        Role::Client | Role::Supervisor | Role::Administrator => &[Audience::Directory],
        Role::Unknown => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// DESIGN section 2.2, cell by cell.
    #[test]
    fn each_role_is_granted_the_streams_of_the_design() {
        let table = [
            (Audience::Core, [true, false, false, false]),
            (Audience::Work, [true, false, false, false]),
            (Audience::Shared, [true, true, false, false]),
            (Audience::Submitted, [true, false, true, false]),
            (Audience::Private, [false; 4]),
            (Audience::Directory, [false; 4]),
            (Audience::Team, [false; 4]),
        ];
        for (audience, expected) in table {
            let roles = [Role::LinkWorker, Role::Client, Role::Supervisor, Role::Administrator];
            let granted = roles.map(|role| audiences(role).contains(&audience));
            assert_eq!(granted, expected, "{audience:?}");
        }
    }

    #[test]
    fn the_directory_is_everybodys_the_team_is_the_workers_and_neither_comes_with_a_case() {
        for role in [Role::LinkWorker, Role::Client, Role::Supervisor, Role::Administrator] {
            assert!(organisation_audiences(role).contains(&Audience::Directory));
            assert_eq!(organisation_audiences(role).contains(&Audience::Team), role == Role::LinkWorker);
            assert!(organisation_audiences(role).iter().all(|audience| !audience.is_of_case()));
        }
        assert!(organisation_audiences(Role::Unknown).is_empty());
    }
}
