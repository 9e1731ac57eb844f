//! How a service is reached: the first telephone number, e-mail and web page that look like one.

use super::value::{Object, list, object, text};
use crate::directory::fault::EntryFault;

/// How a service is reached.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Reach {
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
    pub(super) url: Option<String>,
}

/// Reads the service's own ways first, then those of its contacts, its places and its organisation.
pub(super) fn read_reach(service: &Object) -> Result<Reach, EntryFault> {
    let contacts = list(service, "contacts")?;
    let organisation = object(service, "organization")?;
    let mut holders = vec![service];
    holders.extend(&contacts);
    for at in list(service, "service_at_locations")? {
        holders.push(at);
        holders.extend(list(at, "contacts")?);
        holders.extend(object(at, "location")?);
    }
    holders.extend(organisation);
    let mut reach = Reach::default();
    for holder in holders {
        for phone in list(holder, "phones")? {
            reach.phone = reach.phone.take().or(text(phone, "number")?);
        }
        reach.email = reach.email.take().or(text(holder, "email")?.filter(|email| is_email(email)));
    }
    let own = text(service, "url")?.and_then(|url| web_page(&url));
    let theirs = organisation.map(|organisation| text(organisation, "website")).transpose()?.flatten();
    reach.url = own.or_else(|| web_page(&theirs?));
    Ok(reach)
}

fn is_email(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        && !text.contains(char::is_whitespace)
}

/// Only an address of the web is kept: a screen makes a link of it.
fn web_page(written: &str) -> Option<String> {
    let lower = written.to_ascii_lowercase();
    let whole = if lower.starts_with("http://") || lower.starts_with("https://") {
        written.to_owned()
    } else if lower.starts_with("www.") {
        format!("https://{written}")
    } else {
        return None;
    };
    (!whole.contains(char::is_whitespace)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_the_service_says_of_itself_comes_first() {
        let service = json!({
            "url": "www.choir.example", "email": "not an address", "phones": null,
            "contacts": [{"name": "Wren", "email": "wren@choir.example", "phones": [{"number": 1632960001}]}],
            "organization": {"email": "office@choir.example", "website": "https://other.example"},
        });
        let reach = read_reach(service.as_object().unwrap()).unwrap();
        assert_eq!(reach.phone.as_deref(), Some("1632960001"));
        assert_eq!(reach.email.as_deref(), Some("wren@choir.example"));
        assert_eq!(reach.url.as_deref(), Some("https://www.choir.example"));
    }

    #[test]
    fn a_link_that_is_none_of_the_web_is_left_out() {
        for written in ["javascript:alert(1)", "choir", "ftp://a.example", "https://a b", ""] {
            assert_eq!(web_page(written), None, "{written}");
        }
    }
}
