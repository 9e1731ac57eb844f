//! The program whose writes are recorded: `crash-script device|server COUNT FOLDER`.

use std::path::Path;
use std::process::ExitCode;

use alongside_tests::crash::{play_device, play_server};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [side, count, folder] = arguments.as_slice() else { return ExitCode::from(2) };
    let Ok(count) = count.parse() else { return ExitCode::from(2) };
    match side.as_str() {
        "device" => play_device(Path::new(folder), count),
        "server" => play_server(Path::new(folder), count),
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}
