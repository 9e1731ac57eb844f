//! Processes of the server: started, killed, and started again.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A process of the server on a port of its own. It is killed when this is dropped.
#[derive(Debug)]
pub struct Process {
    child: Child,
    address: String,
}

impl Process {
    /// Starts `program` on the database that `variables` name, and waits until it listens.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start(program: &Path, variables: &[(&str, String)]) -> Self {
        let mut child = Command::new(program)
            .arg("serve")
            .env("ALONGSIDE_SERVER_LISTEN", "127.0.0.1:0")
            .env("ALONGSIDE_LOG_FILTER", "off")
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server's program is there");
        let mut line = String::new();
        let told = child.stdout.take().expect("its output is read");
        BufReader::new(told).read_line(&mut line).expect("it says where it listens");
        let address = line.trim().strip_prefix("listening on ").expect("it listens").to_owned();
        Self { child, address }
    }

    /// Where it listens, as a URL without a path.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// No chance to end anything: SIGKILL.
impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Several processes on one PostgreSQL database.
#[derive(Debug)]
pub struct Fleet {
    program: PathBuf,
    url: String,
    processes: Mutex<Vec<Process>>,
}

impl Fleet {
    /// Starts `count` processes of `program` on the database at `url`, which ends with a name for its connections; those of
    /// each process are called so with `_0`, `_1` and so on after it.
    ///
    /// # Panics
    /// When one does not start.
    pub fn start(program: &Path, url: &str, count: usize) -> Self {
        let fleet = Self { program: program.to_owned(), url: url.to_owned(), processes: Mutex::default() };
        (0..count).for_each(|place| {
            let process = fleet.process(place);
            fleet.processes().push(process);
        });
        fleet
    }

    /// How many processes there are.
    pub fn len(&self) -> usize {
        self.processes().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where the process at `place` listens now.
    pub fn address(&self, place: usize) -> String {
        let processes = self.processes();
        processes[place % processes.len()].address().to_owned()
    }

    /// Kills the process at `place` and starts another in its stead, on another port.
    ///
    /// # Panics
    /// When it does not start.
    pub fn replace(&self, place: usize) {
        // Its place stays taken until the new one listens: phones are refused meanwhile, as they would be.
        let _ = self.processes()[place].child.kill();
        let process = self.process(place);
        self.processes()[place] = process;
    }

    fn process(&self, place: usize) -> Process {
        let url = format!("{}_{place}", self.url);
        Process::start(
            &self.program,
            &[("ALONGSIDE_STORE_URL", url), ("ALONGSIDE_STORE_CONNECTIONS", "8".into())],
        )
    }

    fn processes(&self) -> MutexGuard<'_, Vec<Process>> {
        self.processes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
