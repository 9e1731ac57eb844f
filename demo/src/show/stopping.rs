//! Waiting for somebody to stop the program.

/// Waits for Ctrl-C or, where there is one, a request to terminate.
pub(super) async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Where Ctrl-C cannot be heard of, the program ends with its process.
    let _ = tokio::signal::ctrl_c().await;
}
