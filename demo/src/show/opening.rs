//! Opening the page the way a browser does, to see that it answers and to measure how long somebody waits for it.

use serde_json::Value;

use crate::error::DemoError;
use crate::stage::Owner;
use crate::story::Browser;

/// Opens the page at `origin` and waits until the link worker's phone shows a caseload.
pub(super) async fn open_as_a_browser_does(origin: &str) -> Result<(), DemoError> {
    let mut browser = Browser::at(origin)?;
    let page = browser.open("/").await?;
    if page.status != 200 {
        return Err(DemoError::Web(format!("the page answers {}", page.status)));
    }
    let mut number = 0;
    loop {
        let stage = read(&mut browser, &format!("/api/changes?after={number}")).await?;
        number = stage["number"].as_u64().unwrap_or_default();
        if stage["phones"][0]["ready"] == true {
            let caseload =
                read(&mut browser, &format!("/api/phones/{}/caseload", Owner::Worker.name())).await?;
            if caseload["cases"].as_array().is_some_and(|cases| !cases.is_empty()) {
                return Ok(());
            }
        }
    }
}

async fn read(browser: &mut Browser, path: &str) -> Result<Value, DemoError> {
    let page = browser.open(path).await?;
    serde_json::from_str(&page.text)
        .map_err(|_| DemoError::Web(format!("an answer of {} makes no sense", page.status)))
}
