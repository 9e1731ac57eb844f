//! Stopping and starting again: what was acknowledged is there, and the database is one file.

use std::io::{Read, Write};
use std::net::TcpStream;

use alongside_core::wire::SYNC_PATH;
use alongside_server::settings::Settings;
use alongside_server::{Ports, launch};

use crate::support::{Service, client, need};

#[test]
fn a_request_in_flight_ends_and_the_database_is_folded_into_one_file() {
    let mut service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);

    // The head has arrived and the server has said so; the body comes after it was told to stop.
    let request = serde_json::to_vec(&ada.request(&[crate::support::text(&need(case, "rent"))])).unwrap();
    let mut stream = TcpStream::connect(service.address).unwrap();
    let token = &ada.enrolled.token;
    write!(
        stream,
        "POST {SYNC_PATH} HTTP/1.1\r\nhost: x\r\nconnection: close\r\nexpect: 100-continue\r\ncontent-type: application/json\r\n\
         authorization: Bearer {token}\r\ncontent-length: {}\r\n\r\n",
        request.len()
    )
    .unwrap();
    let mut told = [0; 25];
    stream.read_exact(&mut told).unwrap();
    assert!(told.starts_with(b"HTTP/1.1 100 Continue"));
    std::thread::scope(|scope| {
        let address = service.address;
        let stopping = scope.spawn(|| service.stop());
        // When no new connection is taken any more, the server has been told.
        while TcpStream::connect(address).is_ok() {
            std::thread::yield_now();
        }
        stream.write_all(&request).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        stopping.join().unwrap().unwrap();
    });
    let log = service.path.with_extension("db-wal");
    assert_eq!(std::fs::metadata(log).map_or(0, |log| log.len()), 0);
}

#[test]
fn what_was_acknowledged_and_every_cursor_survive_a_restart() {
    let mut service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens, need(case, "rent")]);
    service.stop().unwrap();

    let settings = service.settings.clone();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let listen = std::future::ready(Ok(listener));
        let running = tokio::spawn(launch(listen, settings, Ports::system(), async { drop(stopped.await) }));
        let asked = tokio::task::spawn_blocking(move || ada.call(&ada.request(&[])).send(address));
        assert_eq!(asked.await.unwrap().status, 200);
        drop(stop);
        running.await.unwrap().unwrap();
    });
}

#[tokio::test]
async fn nobody_is_told_where_it_listens_before_the_database_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut settings = Settings::default();
    settings.store.path = folder.path().join("server.db");
    std::fs::write(&settings.store.path, "not a database, and long enough to be taken for one: ".repeat(20))
        .unwrap();
    let listen = async { panic!("it was told") };
    assert!(launch(listen, settings, Ports::system(), std::future::ready(())).await.is_err());
}

#[test]
fn an_encrypted_database_opens_with_its_key_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut settings = Settings::default();
    settings.store.path = folder.path().join("server.db");
    let key_file = folder.path().join("key");
    std::fs::write(&key_file, "0f".repeat(32) + "\n").unwrap();
    settings.store.key_file = Some(key_file.clone());
    drop(alongside_server::open_store(&settings).unwrap());
    drop(alongside_server::open_store(&settings).unwrap());
    std::fs::write(&key_file, "0e".repeat(32)).unwrap();
    assert!(alongside_server::open_store(&settings).is_err());
    settings.store.key_file = None;
    assert!(alongside_server::open_store(&settings).is_err());
}
