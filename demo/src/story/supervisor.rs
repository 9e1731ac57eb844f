//! The supervisor, over HTTP as with any browser: nothing without a sign-in, and the assessment once.

use super::browser::Browser;
use super::claim::claim;
use super::visit::{COMMENT, Visit};
use crate::error::DemoError;
use crate::service::SupervisorsPage;

const LIST: &str = "/assessments";
const FORM: &str = "/sign-in";
/// More pages than any list of the demonstration has.
const MOST_PAGES: usize = 1_000;

/// Signs in and reads; gives how often the visit's assessment is on the list.
pub(super) async fn check(page: &SupervisorsPage, visit: &Visit) -> Result<usize, DemoError> {
    let origin = page.address.strip_suffix(LIST).unwrap_or(&page.address);
    let mut browser = Browser::at(origin)?;
    let stranger = browser.open(LIST).await?;
    claim(stranger.status != 200, "nobody reads assessments without signing in")?;
    sign_in(&mut browser, page).await?;
    let link = format!("{LIST}/{}", visit.assessment);
    let times = count_on_list(&mut browser, &link).await?;
    claim(times == 1, "the assessment is on the supervisor's list once")?;
    let whole = browser.open(&link).await?;
    claim(
        whole.status == 200 && whole.text.contains(COMMENT),
        "the supervisor reads the assessment in full",
    )?;
    Ok(times)
}

async fn sign_in(browser: &mut Browser, page: &SupervisorsPage) -> Result<(), DemoError> {
    let form = browser.open(FORM).await?;
    let token = form.find_hidden("form_token").unwrap_or_default().to_owned();
    let fields = [("form_token", token.as_str()), ("login", &page.login), ("password", &page.password)];
    let signed_in = browser.submit(FORM, &fields).await?;
    claim(signed_in.status == 303, "the sign-in that is shown signs the supervisor in")
}

/// Reads the list to its end.
async fn count_on_list(browser: &mut Browser, link: &str) -> Result<usize, DemoError> {
    let (mut times, mut next) = (0, Some(LIST.to_owned()));
    for _ in 0..MOST_PAGES {
        let Some(path) = next else { return Ok(times) };
        let page = browser.open(&path).await?;
        claim(page.status == 200, "the supervisor's list can be read")?;
        times += page.text.matches(&format!("href=\"{link}\"")).count();
        next = find_older(&page.text);
    }
    Err(DemoError::Claim("the supervisor's list has an end".to_owned()))
}

/// The address behind "Older assessments".
fn find_older(text: &str) -> Option<String> {
    let (before, _) = text.split_once("\" rel=\"next\"")?;
    let href = before.rsplit("href=\"").next()?;
    Some(href.replace("&amp;", "&").replace("&#38;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_older_page_is_the_one_the_link_names() {
        let text = r#"<a href="/assessments">Newest</a> <a href="/assessments?after=1&#38;no=2" rel="next">Older</a>"#;
        assert_eq!(find_older(text).as_deref(), Some("/assessments?after=1&no=2"));
        assert_eq!(find_older("<a href=\"/assessments\">Newest</a>"), None);
    }
}
