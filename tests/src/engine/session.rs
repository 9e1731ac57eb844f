//! A connection of a test's own to PostgreSQL, beside those of the server: it looks, holds locks and cuts connections.

use tokio::runtime::Runtime;
use tokio_postgres::{Client, NoTls, SimpleQueryMessage};

/// A connection, used from any thread that may wait.
pub struct Session {
    client: Client,
    runtime: Option<Runtime>,
}

impl Session {
    /// Connects to the database at `url`.
    ///
    /// # Panics
    /// When that does not work.
    pub fn open(url: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a thread");
        let connected = async {
            let config: tokio_postgres::Config = url.parse().expect("the URL can be read");
            let (client, connection) = config.connect(NoTls).await.expect("PostgreSQL answers");
            tokio::spawn(connection);
            client
        };
        let client = tokio::task::block_in_place(|| runtime.block_on(connected));
        // What the test does itself is not to be taken for what the server does.
        let session = Self { client, runtime: Some(runtime) };
        session.run("SET application_name = 'a test itself'");
        session
    }

    /// Runs statements.
    ///
    /// # Panics
    /// When PostgreSQL refuses one.
    pub fn run(&self, sql: &str) {
        self.wait(self.client.batch_execute(sql)).expect("PostgreSQL takes the statement");
    }

    /// The rows of a query, their columns as text and apart by a space.
    ///
    /// # Panics
    /// When PostgreSQL refuses it.
    pub fn rows(&self, sql: &str) -> Vec<String> {
        let told = self.wait(self.client.simple_query(sql)).expect("PostgreSQL takes the query");
        told.iter().filter_map(row).collect()
    }

    fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        let runtime = self.runtime.as_ref().expect("it is taken away at the end");
        tokio::task::block_in_place(|| runtime.block_on(work))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Not by waiting: a test may let go of it in a task.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn row(message: &SimpleQueryMessage) -> Option<String> {
    let SimpleQueryMessage::Row(row) = message else { return None };
    let columns: Vec<&str> = (0..row.len()).map(|column| row.get(column).unwrap_or("NULL")).collect();
    Some(columns.join(" "))
}
