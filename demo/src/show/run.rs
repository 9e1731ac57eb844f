//! The course of a demonstration.

use std::process::ExitCode;
use std::sync::Arc;

use alongside_core::sync::{HttpTransport, SyncError};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

use super::folder::Folder;
use super::opening::open_as_a_browser_does;
use super::stopping::asked_to_stop;
use super::{Arguments, say};
use crate::error::DemoError;
use crate::page::{FirstAnswers, router};
use crate::phone::keep_in_sync;
use crate::stage::{Owner, Phase, Plan, Prepared, Stage, prepare};
use crate::story::{Report, play};
use crate::writer;

/// Runs the program; says on standard error what went wrong, if anything did.
pub async fn run(arguments: Arguments, first: Arc<FirstAnswers>) -> ExitCode {
    let ended = match &arguments.write_until_killed {
        Some(folder) => writer::write_until_killed(folder),
        None => show(&arguments, first).await,
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::aside(&format!("alongside-demo: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn show(arguments: &Arguments, first: Arc<FirstAnswers>) -> Result<(), DemoError> {
    let folder = Folder::choose(arguments)?;
    // The first transport sets TLS up for the whole process.
    HttpTransport::new().map_err(SyncError::from)?;
    let stage = Stage::new();
    let (origin, serving) = serve_page(arguments.port, &stage, &first).await?;
    if !arguments.headless {
        say::aloud(&format!("Open {origin}/ in a browser. Ctrl-C ends the demonstration."));
    }
    say::aside(&format!(
        "files: {}{}",
        folder.path().display(),
        if folder.is_kept() { "" } else { " (until the end)" }
    ));
    let plan = Plan {
        folder: folder.path().to_owned(),
        clients: usize::from(arguments.clients),
        seed: arguments.seed,
    };
    let opening = tokio::spawn(async move { open_as_a_browser_does(&origin).await });
    let prepared = tokio::select! {
        prepared = prepare(&stage, &plan) => prepared,
        () = asked_to_stop() => Err(DemoError::Interrupted),
    };
    let prepared = prepared.inspect_err(|error| stage.enter(Phase::Failed(error.to_string())))?;
    let ended = tokio::select! {
        ended = perform(arguments, &stage, &prepared, &first, opening) => ended,
        () = asked_to_stop() => if arguments.headless { Err(DemoError::Interrupted) } else { Ok(()) },
    };
    serving.abort();
    prepared.service.stop().await?;
    ended
}

async fn perform(
    arguments: &Arguments,
    stage: &Stage,
    prepared: &Prepared,
    first: &FirstAnswers,
    opening: JoinHandle<Result<(), DemoError>>,
) -> Result<(), DemoError> {
    opening.await??;
    if arguments.headless {
        tell(stage, prepared, first).await
    } else {
        stay(stage, prepared, first).await;
        Ok(())
    }
}

/// Serves the page from here on; gives its address and the task that serves it.
async fn serve_page(
    port: u16,
    stage: &Arc<Stage>,
    first: &Arc<FirstAnswers>,
) -> Result<(String, JoinHandle<()>), DemoError> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let router = router(Arc::clone(stage), Arc::clone(first));
    let serving = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            say::aside(&format!("the page is no longer served: {error}"));
        }
    });
    Ok((origin, serving))
}

/// Plays the story and prints its figures.
async fn tell(stage: &Stage, prepared: &Prepared, first: &FirstAnswers) -> Result<(), DemoError> {
    let report = Report {
        first_page_ms: first.page_ms(),
        first_caseload_ms: first.caseload_ms(),
        ..play(stage, prepared).await?
    };
    let report = Report { milliseconds: first.since_start_ms(), ..report };
    let json = serde_json::to_string_pretty(&report).map_err(std::io::Error::from)?;
    say::aloud(&json);
    Ok(())
}

/// Keeps the phones in sync for as long as this is waited for.
async fn stay(stage: &Stage, prepared: &Prepared, first: &FirstAnswers) {
    let figures = [("page", first.page_ms()), ("caseload", first.caseload_ms())];
    for (what, ms) in figures {
        say::aside(&format!(
            "first {what} after {} ms",
            ms.map_or_else(|| "–".to_owned(), |ms| ms.to_string())
        ));
    }
    let page = prepared.service.supervisors_page();
    say::aside(&format!(
        "supervisors' page: {} sign-in {} password {}",
        page.address, page.login, page.password
    ));
    let phones = Owner::ALL.into_iter().filter_map(|owner| stage.find_phone(owner).cloned());
    let syncing: JoinSet<()> = phones.map(keep_in_sync).collect();
    syncing.join_all().await;
}
