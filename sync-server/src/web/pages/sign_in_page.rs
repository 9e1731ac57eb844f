//! The sign-in form: what its template is given.

use askama::Template;

use crate::web::frame::Viewer;

/// The sign-in form.
#[derive(Template)]
#[template(path = "sign_in.html")]
pub(super) struct SignInPage {
    /// Nobody, on this page.
    pub(super) viewer: Option<Viewer>,
    /// The hidden field that ties the form to this browser.
    pub(super) form_token: String,
    /// Where to go on afterwards.
    pub(super) next: Option<String>,
    /// What was typed as sign-in name, so that it need not be typed again.
    pub(super) login: String,
    /// Why somebody who was signed in sees this page.
    pub(super) notice: Option<&'static str>,
    /// What is wrong with what was typed.
    pub(super) faults: Vec<Fault>,
}

/// Something wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The field's id on the page.
    pub(super) field: &'static str,
    /// What to do about it.
    pub(super) words: &'static str,
}

const NO_LOGIN: Fault = Fault { field: "login", words: "Enter your sign-in name" };
const NO_PASSWORD: Fault = Fault { field: "password", words: "Enter your password" };

/// The same words for an unknown name, a wrong password and somebody who may not enter.
pub(super) const NOT_RIGHT: Fault =
    Fault { field: "login", words: "The sign-in name or the password is not right" };

/// What is wrong before any password is looked at.
pub(super) fn faults(login: &str, password: &str) -> Vec<Fault> {
    let empty = [(login.is_empty(), NO_LOGIN), (password.is_empty(), NO_PASSWORD)];
    empty.into_iter().filter(|(is_empty, _)| *is_empty).map(|(_, fault)| fault).collect()
}

impl SignInPage {
    fn fault_of(&self, field: &str) -> Option<&'static str> {
        self.faults.iter().find(|fault| fault.field == field).map(|fault| fault.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_empty_field_is_named() {
        assert_eq!(faults("", ""), [NO_LOGIN, NO_PASSWORD]);
        assert_eq!(faults("amina", ""), [NO_PASSWORD]);
        assert!(faults("amina", "x").is_empty());
    }

    #[test]
    fn what_was_typed_is_escaped_and_faults_lead_to_their_field() {
        let page = SignInPage {
            viewer: None,
            form_token: "t".into(),
            next: Some("/assessments".into()),
            login: "\"><script>alert(1)</script>".into(),
            notice: None,
            faults: vec![NOT_RIGHT],
        };
        let html = page.render().unwrap();
        assert!(!html.contains("<script"));
        assert!(html.contains(r##"<a href="#login">The sign-in name or the password is not right</a>"##));
        assert!(html.contains(r#"aria-invalid="true" aria-describedby="login-fault""#));
        assert!(html.contains("<title>Error: Sign in"));
    }
}
