//! Where somebody wanted to go before they had to sign in. Only our own pages: an address from outside is never followed.

use alongside_core::model::EntityId;

/// One of our pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReturnTo {
    /// The list of received assessments.
    Received,
    /// One assessment.
    Assessment(EntityId),
    /// What needs a decision.
    Decisions,
}

const RECEIVED: &str = "/assessments";
const DECISIONS: &str = "/decisions";

impl ReturnTo {
    /// Reads a path of ours; `None` for anything else.
    pub(super) fn parse(path: &str) -> Option<Self> {
        if path == DECISIONS {
            return Some(Self::Decisions);
        }
        match path.strip_prefix(RECEIVED)? {
            "" => Some(Self::Received),
            rest => rest.strip_prefix('/')?.parse().ok().map(Self::Assessment),
        }
    }

    /// The path.
    pub(super) fn path(self) -> String {
        match self {
            Self::Received => RECEIVED.to_owned(),
            Self::Decisions => DECISIONS.to_owned(),
            Self::Assessment(id) => format!("{RECEIVED}/{id}"),
        }
    }

    /// The sign-in page that leads on to `next`; it says why when a session has `ended`.
    pub(super) fn sign_in_url(next: Option<Self>, ended: bool) -> String {
        let next = next.map(|next| format!("next={}", next.path()));
        let parts: Vec<String> = next.into_iter().chain(ended.then(|| "ended=1".to_owned())).collect();
        if parts.is_empty() { "/sign-in".to_owned() } else { format!("/sign-in?{}", parts.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn our_own_pages_survive_the_sign_in_form() {
        for page in
            [ReturnTo::Received, ReturnTo::Decisions, ReturnTo::Assessment(EntityId(Uuid::from_u128(77)))]
        {
            assert_eq!(ReturnTo::parse(&page.path()), Some(page));
        }
    }

    #[test]
    fn no_other_address_is_followed() {
        let id = Uuid::from_u128(77);
        for path in [
            "",
            "/",
            "//evil.test",
            "https://evil.test/assessments",
            "/assessmentsx",
            "/assessments/",
            "/assessments//evil.test",
            "/assessments/../sign-out",
            "/assessments?x",
            "\\\\evil.test",
        ] {
            assert_eq!(ReturnTo::parse(path), None, "{path}");
        }
        assert_eq!(ReturnTo::parse(&format!("/assessments/{id}/x")), None);
    }

    #[test]
    fn the_sign_in_address_says_where_to_go_on() {
        assert_eq!(ReturnTo::sign_in_url(None, false), "/sign-in");
        assert_eq!(
            ReturnTo::sign_in_url(Some(ReturnTo::Received), true),
            "/sign-in?next=/assessments&ended=1"
        );
    }
}
