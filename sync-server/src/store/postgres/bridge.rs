//! From threads that wait to a driver that does not: the store's traits are synchronous, PostgreSQL's driver is not.
//!
//! The connections live on a small runtime of the store's own. Whoever calls is parked until its answer is there, which
//! works on any thread: of a server's blocking pool, of a command without a runtime, of a test inside another runtime.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;

use tokio::runtime::{Builder, Runtime};

/// The runtime that connections live on.
#[derive(Debug)]
pub(super) struct Bridge(Option<Runtime>);

impl Bridge {
    /// A runtime with one thread, which only moves bytes.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn new() -> std::io::Result<Self> {
        let runtime =
            Builder::new_multi_thread().worker_threads(1).thread_name("postgres").enable_all().build()?;
        Ok(Self(Some(runtime)))
    }

    /// Parks this thread until `work` is done. It may wait for sockets, timers, locks and tasks, as the driver and the pool do;
    /// `tokio::task::yield_now` in it would be left to the caller's runtime, which is standing still.
    pub(super) fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        let _inside = self.0.as_ref().map(Runtime::enter);
        // The caller may be a task of another runtime, whose fair share of turns is not what this waits for.
        let mut work = pin!(tokio::task::unconstrained(work));
        let parked = Arc::new(Parked { thread: std::thread::current(), woken: AtomicBool::new(false) });
        let waker = Waker::from(Arc::clone(&parked));
        let mut context = Context::from_waker(&waker);
        loop {
            match work.as_mut().poll(&mut context) {
                Poll::Ready(done) => return done,
                Poll::Pending => parked.wait(),
            }
        }
    }
}

impl Drop for Bridge {
    fn drop(&mut self) {
        // Not by waiting: the last user of a store may be a task.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// A thread that waits, and whether it was woken. The thread's own token is not enough: whatever else parks on this thread,
/// inside the poll or in what it calls, may use it up, and a wake that came in between would be lost.
struct Parked {
    thread: Thread,
    woken: AtomicBool,
}

impl Parked {
    /// Until it is woken; at once when it was woken since the last time.
    fn wait(&self) {
        while !self.woken.swap(false, Ordering::AcqRel) {
            std::thread::park();
        }
    }
}

impl Wake for Parked {
    fn wake(self: Arc<Self>) {
        self.woken.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn answer() -> u32 {
        tokio::spawn(async { 42 }).await.unwrap()
    }

    #[test]
    fn it_waits_on_a_thread_of_no_runtime() {
        assert_eq!(Bridge::new().unwrap().wait(answer()), 42);
    }

    /// Is woken from another thread while it is polled, and then has something park on its own thread, as a contended channel
    /// of the standard library does.
    struct UsesUpTheToken(bool);

    impl Future for UsesUpTheToken {
        type Output = ();

        fn poll(mut self: std::pin::Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
            if std::mem::replace(&mut self.0, true) {
                return Poll::Ready(());
            }
            let waker = context.waker().clone();
            std::thread::spawn(move || waker.wake()).join().unwrap();
            std::thread::park();
            Poll::Pending
        }
    }

    #[test]
    fn a_wake_is_not_lost_when_something_else_uses_the_thread_s_token() {
        let (done, heard) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            Bridge::new().unwrap().wait(UsesUpTheToken(false));
            done.send(()).unwrap();
        });
        heard.recv_timeout(std::time::Duration::from_secs(60)).expect("it does not wait for ever");
    }

    #[test]
    fn it_waits_and_is_dropped_inside_a_task_of_another_runtime() {
        let other = Builder::new_current_thread().build().unwrap();
        let found = other.block_on(async {
            let bridge = Bridge::new().unwrap();
            // More turns than a task gets at once.
            let channel = Arc::new(tokio::sync::Semaphore::new(1));
            (0..1_000).for_each(|_| drop(bridge.wait(channel.acquire()).unwrap()));
            bridge.wait(answer())
        });
        assert_eq!(found, 42);
    }
}
