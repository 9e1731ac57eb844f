//! Rings when something was written, so that phones that wait for news look again. It says nothing of what or for whom.

use tokio::sync::watch;

/// The bell of one process. Other processes that write to the same database do not ring it, so whoever waits looks again by
/// itself, too, every now and then.
#[derive(Debug)]
pub(crate) struct Bell(watch::Sender<Rung>);

/// How often it rang, and whether the server is closing.
#[derive(Clone, Copy, Debug, Default)]
struct Rung {
    times: u64,
    closed: bool,
}

impl Bell {
    /// Something was written.
    pub(crate) fn ring(&self) {
        self.0.send_modify(|rung| rung.times = rung.times.wrapping_add(1));
    }

    /// The server stops: nobody needs to wait any longer.
    pub(crate) fn close(&self) {
        self.0.send_modify(|rung| rung.closed = true);
    }

    /// An ear at the bell, that hears what rings from now on.
    pub(crate) fn listen(&self) -> Ear {
        Ear(self.0.subscribe())
    }
}

impl Default for Bell {
    fn default() -> Self {
        Self(watch::Sender::new(Rung::default()))
    }
}

/// Somebody who waits.
pub(crate) struct Ear(watch::Receiver<Rung>);

impl Ear {
    /// Whether the server stops.
    pub(crate) fn is_closed(&self) -> bool {
        self.0.borrow().closed
    }

    /// Until it rings or closes.
    pub(crate) async fn rings(&mut self) {
        // The bell lives as long as the app that somebody waits in.
        let _ = self.0.changed().await;
    }
}
