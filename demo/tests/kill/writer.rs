//! Starting the demonstration so that it writes on a phone, and killing it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use alongside_core::companion::NewClient;
use alongside_core::sync::HttpTransport;
use alongside_demo::instruments::known;
use alongside_demo::phone::Phone;
use alongside_demo::service::Service;

use crate::heard::Heard;

/// Lets the demonstration write on the phone and kills it as soon as it has said `lines` lines. What it said before it died
/// counts too: it was acknowledged.
pub(crate) fn kill_after(lines: u64, folder: &Path) -> Heard {
    let mut writer = Command::new(env!("CARGO_BIN_EXE_alongside-demo"))
        .arg("--write-until-killed")
        .arg(folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut heard, mut count) = (Heard::default(), 0);
    let mut said = BufReader::new(writer.stdout.take().unwrap());
    let mut line = String::new();
    while said.read_line(&mut line).unwrap() > 0 {
        if line.ends_with('\n') {
            heard.hear(line.trim_end());
        }
        line.clear();
        count += 1;
        if count == lines {
            writer.kill().unwrap();
        }
    }
    assert!(!writer.wait().unwrap().success(), "the writer ended before it was killed");
    assert!(count >= lines, "the writer stopped by itself");
    heard
}

pub(crate) async fn enrol_with_a_client(folder: &Path, service: &Service) {
    let phone = switched_on(folder);
    enrol(&phone, service).await;
    phone
        .companion()
        .add_client(&NewClient { name: "Ottoline Marsh".to_owned(), ..NewClient::default() })
        .unwrap();
    phone.sync_now().await.unwrap();
}

pub(crate) async fn enrol(phone: &Phone, service: &Service) {
    let code = service.enrolment_code(service.team().worker).await.unwrap();
    phone.enrol(service.address(), &code).await.unwrap();
}

pub(crate) fn switched_on(folder: &Path) -> Phone {
    Phone::switch_on(folder, Arc::new(HttpTransport::new().unwrap()), known(), Arc::new(|| ())).unwrap()
}
