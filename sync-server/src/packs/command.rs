//! What can be said after `pack`, and doing it.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

use alongside_core::instrument::{Content, Pack, Signers, SigningKey, Withdrawal};
use alongside_core::ports::Entropy;
use clap::Subcommand;

use super::key_file;
use crate::settings::InstrumentSettings;

/// Make, sign and check instrument packs.
#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Make a signer's key: the secret half goes into a new file, the half to give to organisations is shown.
    NewKey {
        /// The new file. It is never overwritten.
        file: PathBuf,
    },
    /// Sign a definition; the pack goes to standard output.
    Sign {
        /// The file of the signer's secret key.
        #[arg(long)]
        key: PathBuf,
        /// The definition.
        definition: PathBuf,
    },
    /// Sign the word that a version is withdrawn for new assessments; the pack goes to standard output.
    Withdraw {
        /// The file of the signer's secret key.
        #[arg(long)]
        key: PathBuf,
        /// The instrument's id.
        instrument: String,
        /// The version.
        version: u32,
        /// Why, in words for link workers.
        reason: String,
    },
    /// Say what a pack is, or why a phone or this server would not take it.
    Check {
        /// A file with the trusted signers' keys, one a line; those of the settings when left out.
        #[arg(long)]
        signers: Option<PathBuf>,
        /// The pack.
        pack: PathBuf,
    },
}

/// Does it.
///
/// # Errors
/// A reason for a person to read, with its stable word where a pack or a definition is at fault.
pub(crate) fn run(
    command: PackCommand,
    settings: &InstrumentSettings,
    entropy: &dyn Entropy,
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    match command {
        PackCommand::NewKey { file } => {
            let key = key_file::make(&file, entropy).map_err(|error| named(&file, &error))?;
            writeln!(
                out,
                "signer {}\nGive this to the organisations that are to take your packs. The secret half is in {}; keep it where nobody else reads it.",
                key.public(),
                file.display()
            )?;
        }
        PackCommand::Sign { key, definition } => {
            let json = read_text(&definition)?;
            let pack = secret(&key)?.sign_definition(&json);
            out.write_all(pack.map_err(|error| coded(&definition, error.code(), &error))?.as_bytes())?;
        }
        PackCommand::Withdraw { key, instrument, version, reason } => {
            let pack = secret(&key)?.sign_withdrawal(&Withdrawal { id: instrument, version, reason })?;
            out.write_all(pack.as_bytes())?;
        }
        PackCommand::Check { signers, pack } => {
            let signers = match signers {
                Some(file) => Signers::parse(&read_text(&file)?).map_err(|error| named(&file, &error))?,
                None => settings.load_signers()?,
            };
            let bytes = std::fs::read(&pack).map_err(|error| named(&pack, &error))?;
            let read = Pack::read(&bytes, &signers).map_err(|error| coded(&pack, error.code(), &error))?;
            writeln!(out, "{}", in_words(&read))?;
        }
    }
    Ok(())
}

fn in_words(pack: &Pack) -> String {
    let (id, version) = pack.subject();
    let signer = pack.signer;
    match &pack.content {
        Content::Definition(instrument) => {
            let (questions, scores) = (instrument.items.len(), instrument.scores.len());
            let (title, licence) = (&instrument.title, &instrument.licence);
            format!(
                "{id} version {version}: {title}\nquestions {questions}, scores {scores}\nlicence {} of {}: {}\nsigner {signer}",
                licence.id, licence.holder, licence.text
            )
        }
        Content::Withdrawal(word) => {
            format!("{id} version {version} is withdrawn: {}\nsigner {signer}", word.reason)
        }
    }
}

fn secret(path: &Path) -> Result<SigningKey, String> {
    key_file::read(path).map_err(|error| named(path, &error))
}

fn read_text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| named(path, &error))
}

fn named(path: &Path, error: &dyn Error) -> String {
    format!("could not use {}: {error}", path.display())
}

fn coded(path: &Path, code: &str, error: &dyn Error) -> String {
    format!("{} ({code})", named(path, error))
}

#[cfg(test)]
mod tests {
    use alongside_core::ports::SeededEntropy;

    use super::*;

    const DEFINITION: &str = r#"{ "id": "made-up", "version": 1, "title": "Made up", "owner": "Nobody",
        "licence": { "id": "N-1", "holder": "The Invented Trust", "text": "Used under licence N-1." },
        "languages": ["en-GB"], "order": "fixed",
        "response_sets": [{ "id": "s", "scale": { "min": 0, "max": 4, "min_label": "low", "max_label": "high" } }],
        "items": [{ "id": "rest", "name": "rest", "prompt": "How rested are you?", "response_set": "s",
                    "higher_is": "better", "required": true }] }"#;

    struct Desk(tempfile::TempDir);

    impl Desk {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn write(&self, name: &str, text: &str) -> PathBuf {
            std::fs::write(self.path(name), text).unwrap();
            self.path(name)
        }

        fn run(&self, command: PackCommand) -> Result<String, String> {
            let mut out = Vec::new();
            let done = run(command, &InstrumentSettings::default(), &SeededEntropy::new(4), &mut out);
            done.map(|()| String::from_utf8(out).unwrap()).map_err(|error| error.to_string())
        }

        fn new_key(&self) -> PathBuf {
            let said = self.run(PackCommand::NewKey { file: self.path("secret") }).unwrap();
            let (_, rest) = said.split_once("signer ").unwrap();
            self.write("signers", rest.lines().next().unwrap());
            self.path("secret")
        }

        fn check(&self, pack: PathBuf) -> Result<String, String> {
            self.run(PackCommand::Check { signers: Some(self.path("signers")), pack })
        }
    }

    #[test]
    fn what_a_licence_holder_signs_an_organisation_that_trusts_them_can_check() {
        let desk = Desk::new();
        let key = desk.new_key();
        let definition = desk.write("made-up.json", DEFINITION);
        let pack = desk.run(PackCommand::Sign { key: key.clone(), definition }).unwrap();
        let said = desk.check(desk.write("made-up.pack", &pack)).unwrap();
        assert!(said.starts_with("made-up version 1: Made up\nquestions 1, scores 0\n"), "{said}");
        assert!(said.contains("licence N-1 of The Invented Trust: Used under licence N-1."), "{said}");
        let withdraw = PackCommand::Withdraw {
            key,
            instrument: "made-up".into(),
            version: 1,
            reason: "It ended".into(),
        };
        let word = desk.run(withdraw).unwrap();
        let said = desk.check(desk.write("gone.pack", &word)).unwrap();
        assert!(said.starts_with("made-up version 1 is withdrawn: It ended"), "{said}");
    }

    #[test]
    fn a_key_is_its_owners_alone_and_never_overwritten() {
        let desk = Desk::new();
        let secret = desk.new_key();
        let before = std::fs::read(&secret).unwrap();
        let refused = desk.run(PackCommand::NewKey { file: secret.clone() }).unwrap_err();
        assert!(refused.contains("could not use"), "{refused}");
        assert_eq!(std::fs::read(&secret).unwrap(), before);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&secret).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn refusals_carry_their_word_and_their_file() {
        let desk = Desk::new();
        let key = desk.new_key();
        let unlicensed = desk.write(
            "bad.json",
            &DEFINITION.replace("\"holder\": \"The Invented Trust\"", "\"holder\": \" \""),
        );
        let refused = desk.run(PackCommand::Sign { key: key.clone(), definition: unlicensed }).unwrap_err();
        assert!(refused.contains("bad.json") && refused.ends_with("(licence_incomplete)"), "{refused}");
        let bare = desk.write("made-up.json", DEFINITION);
        assert!(desk.check(bare.clone()).unwrap_err().ends_with("(pack_unsigned)"));
        let pack = desk.run(PackCommand::Sign { key, definition: bare }).unwrap();
        let changed = desk.write("changed.pack", &pack.replace("rested", "tired"));
        assert!(desk.check(changed).unwrap_err().ends_with("(pack_damaged)"));
        let signed = desk.write("made-up.pack", &pack);
        desk.write("signers", "# nobody yet\n");
        assert!(desk.check(signed).unwrap_err().ends_with("(pack_signer_unknown)"));
        let no_key = desk.write("secret.txt", "hello");
        let refused =
            desk.run(PackCommand::Sign { key: no_key, definition: desk.path("made-up.json") }).unwrap_err();
        assert!(refused.contains("64 hexadecimal digits") && !refused.contains("hello"), "{refused}");
    }
}
