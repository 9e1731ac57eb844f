//! A wire to a server that counts all that goes over it, heads and tokens too, as it is sent.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A wire with counters. It stays for as long as the process does.
pub struct Tap {
    /// The address at this end of it.
    pub url: String,
    counted: Arc<Counted>,
}

#[derive(Default)]
struct Counted {
    up: AtomicUsize,
    down: AtomicUsize,
}

impl Counted {
    fn up(&self, bytes: usize) {
        self.up.fetch_add(bytes, Ordering::SeqCst);
    }

    fn down(&self, bytes: usize) {
        self.down.fetch_add(bytes, Ordering::SeqCst);
    }
}

impl Tap {
    /// A wire to the server at `address`.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn to(address: SocketAddr) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let counted = Arc::new(Counted::default());
        let counters = counted.clone();
        thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                // A server that is gone is a wire that breaks.
                let _ = connect(near, address, &counters);
            }
        });
        Ok(Self { url, counted })
    }

    /// Bytes up and down since the counters were last cleared.
    pub fn bytes(&self) -> (usize, usize) {
        (self.counted.up.load(Ordering::SeqCst), self.counted.down.load(Ordering::SeqCst))
    }

    /// Clears the counters.
    pub fn clear(&self) {
        self.counted.up.store(0, Ordering::SeqCst);
        self.counted.down.store(0, Ordering::SeqCst);
    }
}

fn connect(near: TcpStream, address: SocketAddr, counted: &Arc<Counted>) -> std::io::Result<()> {
    let far = TcpStream::connect(address)?;
    let (up, down) = (counted.clone(), counted.clone());
    let (from, to) = (near.try_clone()?, far.try_clone()?);
    thread::spawn(move || carry(from, to, |bytes| up.up(bytes)));
    thread::spawn(move || carry(far, near, |bytes| down.down(bytes)));
    Ok(())
}

fn carry(mut from: TcpStream, mut to: TcpStream, count: impl Fn(usize)) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(bytes @ 1..) = from.read(&mut buffer) {
        count(bytes);
        if to.write_all(&buffer[..bytes]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}
