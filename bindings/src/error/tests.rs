//! Every error of the core, and what a screen is told of it.

use alongside_core::access::Refusal;
use alongside_core::model::RecordError;
use alongside_core::ports::{SystemEntropy, SystemIds};
use alongside_core::store::{FixedKey, KeyStoreError, Store};
use alongside_core::sync::Answering;

use super::*;

fn store(error: StoreError) -> AlongsideError {
    CompanionError::Store(error).into()
}

fn sync(error: SyncError) -> AlongsideError {
    CompanionError::Sync(error).into()
}

fn code(code: Code) -> AlongsideError {
    sync(SyncError::Refused(code, Some(30)))
}

fn storage(what: StorageProblem) -> AlongsideError {
    AlongsideError::Storage { what }
}

fn offline(why: OfflineReason) -> AlongsideError {
    AlongsideError::Offline { why }
}

fn unexpected(reference: &str) -> AlongsideError {
    AlongsideError::Unexpected { reference: reference.to_owned() }
}

#[test]
fn each_fault_of_the_file_is_told_apart() {
    let no_folder = || StoreError::Folder(std::io::Error::other("/home/amina/notes"));
    for (error, told) in [
        (StoreError::Full, storage(StorageProblem::Full)),
        (StoreError::Damaged, storage(StorageProblem::Damaged)),
        (StoreError::Locked, storage(StorageProblem::Locked)),
        (StoreError::KeyStore(KeyStoreError), storage(StorageProblem::Locked)),
        (StoreError::WrongKey, storage(StorageProblem::WrongKey)),
        (StoreError::Missing, storage(StorageProblem::Missing)),
        (StoreError::Newer, storage(StorageProblem::Newer)),
        (no_folder(), storage(StorageProblem::Folder)),
        (StoreError::NotEnrolled, AlongsideError::SignInAgain),
        (StoreError::NoSuchRecord, AlongsideError::NotFound),
        (StoreError::Unreadable, unexpected("store_unreadable")),
    ] {
        assert_eq!(store(error), told);
    }
    let during_sync = sync(SyncError::Store(no_folder()));
    assert_eq!(during_sync, storage(StorageProblem::Folder));
    assert!(!during_sync.to_string().contains("amina"), "{during_sync}");
}

#[test]
fn a_statement_the_database_refuses_is_a_fault_of_the_app() {
    let folder = tempfile::tempdir().unwrap();
    let opened = Store::open(folder.path(), &FixedKey::default(), &SystemEntropy, &SystemIds).unwrap();
    let refused = opened.read(|connection| Ok(connection.execute_batch("SELECT amina FROM nowhere")?));
    let told = store(refused.unwrap_err());
    assert_eq!(told, unexpected("store_database"));
}

#[test]
fn every_refusal_of_the_server_has_its_meaning() {
    for refusal in Code::ALL {
        let told = match refusal {
            Code::Unauthorised | Code::TokenRevoked => AlongsideError::SignInAgain,
            Code::Forbidden => AlongsideError::NotAllowed,
            Code::UpdateApp => AlongsideError::UpdateApp,
            Code::CodeWrong => AlongsideError::invalid("code", InvalidReason::Unknown),
            Code::CodeUsed => AlongsideError::invalid("code", InvalidReason::Used),
            Code::CodeExpired => AlongsideError::invalid("code", InvalidReason::Expired),
            Code::RateLimited | Code::Unavailable => offline(OfflineReason::ServerBusy),
            Code::BadRequest => unexpected("server_bad_request"),
            Code::NotFound => unexpected("server_not_found"),
            Code::MethodNotAllowed => unexpected("server_method_not_allowed"),
            Code::Forked => unexpected("server_forked"),
            Code::CursorUnknown => unexpected("server_cursor_unknown"),
            Code::TooLarge => unexpected("server_too_large"),
            Code::UnsupportedMedia => unexpected("server_unsupported_media"),
            Code::Internal => unexpected("server_internal"),
        };
        assert_eq!(code(refusal), told, "{refusal:?}");
    }
}

#[test]
fn what_stands_between_phone_and_server_is_told_apart() {
    for (error, told) in [
        (SyncError::Transport(TransportError::Unreachable), offline(OfflineReason::Unreachable)),
        (SyncError::Transport(TransportError::Stalled), offline(OfflineReason::TooSlow)),
        (SyncError::Transport(TransportError::CutOff), offline(OfflineReason::CutOff)),
        (SyncError::Transport(TransportError::TooLarge), unexpected("reply_too_large")),
        (
            SyncError::Transport(TransportError::BadAddress),
            AlongsideError::invalid("server", InvalidReason::WrongType),
        ),
        (SyncError::NotOurServer(Answering::Page), offline(OfflineReason::NotOurServer)),
        (SyncError::NotOurServer(Answering::Stranger), offline(OfflineReason::NotOurServer)),
        (SyncError::Nonsense, unexpected("nonsense")),
        (SyncError::OutOfTime, offline(OfflineReason::OutOfTime)),
        (SyncError::Cancelled, offline(OfflineReason::Cancelled)),
        (SyncError::Busy, offline(OfflineReason::AlreadyRunning)),
    ] {
        let named = error.to_string();
        assert_eq!(sync(error), told, "{named}");
    }
}

#[test]
fn what_was_entered_wrongly_keeps_its_field_and_reason() {
    for (reason, told) in [
        (Reason::Empty, InvalidReason::Empty),
        (Reason::TooLong, InvalidReason::TooLong),
        (Reason::OutOfRange, InvalidReason::OutOfRange),
        (Reason::WrongType, InvalidReason::WrongType),
        (Reason::Unknown, InvalidReason::Unknown),
        (Reason::AlreadySealed, InvalidReason::AlreadySealed),
        (Reason::NeedsReason, InvalidReason::NeedsReason),
        (Reason::NotShared, InvalidReason::NotShared),
        (Reason::Undecided, InvalidReason::Undecided),
    ] {
        let error = CompanionError::Invalid { field: "body".to_owned(), reason };
        assert_eq!(AlongsideError::from(error), AlongsideError::invalid("body", told));
        assert_eq!(reason.to_string(), told.to_string(), "both say it in the same words");
    }
}

#[test]
fn the_rest_of_the_cores_errors() {
    assert_eq!(AlongsideError::from(CompanionError::NotFound), AlongsideError::NotFound);
    for refusal in [Refusal::Stream, Refusal::Home, Refusal::Role, Refusal::Field] {
        assert_eq!(AlongsideError::from(CompanionError::NotAllowed(refusal)), AlongsideError::NotAllowed);
    }
    let unreadable = CompanionError::Unreadable(RecordError { kind: "goal" });
    assert_eq!(AlongsideError::from(unreadable), unexpected("unreadable_goal"));
}
