//! Whether a role may do one thing to one record.

use crate::model::{Act, Audience, KindEntry, Role};

/// What somebody is about to do. The stream is one they are granted; that is checked before.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// Their role.
    pub role: Role,
    /// What they do.
    pub act: Act,
    /// The kind of the record.
    pub kind: &'static KindEntry,
    /// The audience of the stream the record lives in; for a publish operation, where it is published to.
    pub audience: Audience,
    /// The names of the fields they write.
    pub fields: &'a [&'a str],
}

/// Why it may not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The person is not granted the stream.
    #[error("this stream is not theirs")]
    Stream,
    /// Records of this kind do not live in this stream.
    #[error("records of this kind live elsewhere")]
    Home,
    /// The role may not do this to records of this kind.
    #[error("this role may not do this")]
    Role,
    /// The role may not write one of these fields.
    #[error("this role may not write this field")]
    Field,
}

impl Refusal {
    /// The stable code of this refusal.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stream => "not_granted",
            Self::Home => "wrong_stream",
            Self::Role => "not_this_role",
            Self::Field => "not_this_field",
        }
    }
}

/// Decides one attempt.
///
/// # Errors
/// The first reason that stands against it.
pub fn may_write(attempt: &Attempt<'_>) -> Result<(), Refusal> {
    lives_here(attempt)?;
    match attempt.role {
        Role::LinkWorker => worker_may(attempt),
        Role::Client => client_may(attempt),
        Role::Supervisor | Role::Administrator | Role::Unknown => Err(Refusal::Role),
    }
}

/// A kind that is sealed begins as a private draft and reaches its home only by being published.
fn lives_here(attempt: &Attempt<'_>) -> Result<(), Refusal> {
    let Attempt { act, kind, audience, .. } = attempt;
    let expected = match (kind.sealed, act) {
        (true, Act::Create | Act::Set) => {
            *audience == Audience::Private || (*act == Act::Set && *audience == kind.home)
        }
        (_, Act::Publish) => kind.sealed && *audience == kind.home,
        (true, _) => *audience == Audience::Private || *audience == kind.home,
        (false, _) => *audience == kind.home,
    };
    if expected { Ok(()) } else { Err(Refusal::Home) }
}

/// A link worker does everything in the streams they are granted, but answers nothing in the client's place and says who is a
/// colleague no more than anybody else on a phone. Of a service they
/// say only that it is still so: what it is comes from its provider, through the import, and what they know beyond that is a
/// record of its own.
fn worker_may(attempt: &Attempt<'_>) -> Result<(), Refusal> {
    match (attempt.kind.name, attempt.act) {
        ("attachment", Act::Set | Act::Resolve) => caption_alone(attempt.fields),
        ("recognition" | "colleague", _) => Err(Refusal::Role),
        ("service", Act::Set) if attempt.fields.iter().all(|field| *field == "last_confirmed_at") => Ok(()),
        ("service", Act::Set) => Err(Refusal::Field),
        ("service", _) => Err(Refusal::Role),
        _ => Ok(()),
    }
}

/// What an attachment is never changes, whoever added it (rule 26): its caption is words, and it is removed by putting it away.
fn caption_alone(fields: &[&str]) -> Result<(), Refusal> {
    if fields.iter().all(|field| *field == "caption") { Ok(()) } else { Err(Refusal::Field) }
}

/// What a client may do in the shared stream: say what matters and how it is going, add a photo, tick steps, word their own
/// goals, decide what is shared, and ask to be called, or not.
fn client_may(attempt: &Attempt<'_>) -> Result<(), Refusal> {
    let fields: &[&str] = match (attempt.act, attempt.kind.name) {
        (
            Act::Create,
            "attachment" | "check_in" | "goal" | "step" | "contact_wish" | "recognition" | "sharing"
            | "what_matters",
        ) => {
            return Ok(());
        }
        (Act::Set | Act::Resolve, "goal") => {
            &["wording", "status", "park_reason", "why", "settled_at", "client_confirmed_at"]
        }
        (Act::Archive | Act::Unarchive, "attachment" | "what_matters") => return Ok(()),
        (Act::Set | Act::Resolve, "attachment") => return caption_alone(attempt.fields),
        (Act::Set | Act::Resolve, "what_matters") => &["words", "category", "position"],
        (Act::Set, "step") => &["done", "done_at"],
        (Act::Set, "sharing") => &["given_at", "withdrawn_at"],
        (Act::Set, "contact_wish") => &["withdrawn_at"],
        (Act::Set, "change_notice") => &["seen_at"],
        _ => return Err(Refusal::Role),
    };
    let all_theirs = attempt.fields.iter().all(|field| fields.contains(field));
    if all_theirs { Ok(()) } else { Err(Refusal::Field) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::catalogue::{KINDS, find_kind};

    fn verdict(role: Role, act: Act, kind: &str, audience: Audience, fields: &[&str]) -> Result<(), Refusal> {
        may_write(&Attempt { role, act, kind: find_kind(kind).unwrap(), audience, fields })
    }

    #[test]
    fn a_link_worker_may_do_their_work() {
        use Audience::{Core, Private, Shared, Submitted, Work};
        for (act, kind, audience) in [
            (Act::Create, "client", Core),
            (Act::Create, "visit_note", Private),
            (Act::Publish, "visit_note", Work),
            (Act::Publish, "assessment", Submitted),
            (Act::Create, "goal", Shared),
            (Act::Archive, "need", Core),
            (Act::Set, "visit_note", Work),
        ] {
            assert_eq!(verdict(Role::LinkWorker, act, kind, audience, &[]), Ok(()), "{act:?} {kind}");
        }
    }

    #[test]
    fn a_link_worker_confirms_a_service_and_changes_nothing_in_it() {
        let set = |fields| verdict(Role::LinkWorker, Act::Set, "service", Audience::Directory, fields);
        assert_eq!(set(&["last_confirmed_at"]), Ok(()));
        assert_eq!(set(&["last_confirmed_at", "phone"]), Err(Refusal::Field));
        for act in [Act::Create, Act::Archive, Act::Unarchive] {
            let refused = verdict(Role::LinkWorker, act, "service", Audience::Directory, &[]);
            assert_eq!(refused, Err(Refusal::Role), "{act:?}");
        }
        let knows = verdict(Role::LinkWorker, Act::Create, "local_knowledge", Audience::Directory, &[]);
        assert_eq!(knows, Ok(()));
    }

    #[test]
    fn nothing_sealed_is_made_outside_a_draft() {
        for (kind, home) in [("visit_note", Audience::Work), ("assessment", Audience::Submitted)] {
            assert_eq!(verdict(Role::LinkWorker, Act::Create, kind, home, &[]), Err(Refusal::Home));
        }
    }

    #[test]
    fn a_record_is_never_made_in_another_kinds_stream() {
        for kind in KINDS.iter().filter(|kind| !kind.sealed) {
            for audience in Audience::ALL.into_iter().filter(|audience| *audience != kind.home) {
                let refused = verdict(Role::LinkWorker, Act::Create, kind.name, audience, &[]);
                assert_eq!(refused, Err(Refusal::Home), "{} in {audience:?}", kind.name);
            }
        }
    }

    #[test]
    fn a_client_ticks_a_step_but_does_not_reword_it() {
        let set = |fields| verdict(Role::Client, Act::Set, "step", Audience::Shared, fields);
        assert_eq!(set(&["done", "done_at"]), Ok(()));
        assert_eq!(set(&["done", "title"]), Err(Refusal::Field));
    }

    #[test]
    fn a_client_writes_nothing_outside_what_is_shared() {
        let theirs = [
            "attachment",
            "check_in",
            "goal",
            "step",
            "sharing",
            "contact_wish",
            "recognition",
            "what_matters",
        ];
        for kind in KINDS.iter().filter(|kind| !theirs.contains(&kind.name)) {
            for act in [Act::Create, Act::Set, Act::Publish, Act::Archive, Act::Unarchive, Act::Resolve] {
                let fields: Vec<&str> = kind.fields.iter().map(|field| field.name).collect();
                let refused = verdict(Role::Client, act, kind.name, kind.home, &fields);
                assert!(refused.is_err(), "{act:?} {}", kind.name);
            }
        }
    }

    /// Rule 26, role by role and act by act: whoever reads the shared stream, in which attachments live, sees them.
    #[test]
    fn rule_26_an_attachment_is_added_captioned_and_put_away_by_those_who_share_the_case_and_never_changed() {
        use crate::access::audiences;
        fn attempt(role: Role, act: Act, fields: &[&str]) -> Result<(), Refusal> {
            verdict(role, act, "attachment", Audience::Shared, fields)
        }
        let immutable = ["of", "sha256", "media_type", "bytes", "at"];
        for role in [Role::LinkWorker, Role::Client] {
            assert!(audiences(role).contains(&Audience::Shared), "{role:?} sees it");
            for act in [Act::Create, Act::Archive, Act::Unarchive] {
                assert_eq!(attempt(role, act, &[]), Ok(()), "{role:?} {act:?}");
            }
            for act in [Act::Set, Act::Resolve] {
                assert_eq!(attempt(role, act, &["caption"]), Ok(()), "{role:?} {act:?}");
                for field in immutable {
                    let refused = attempt(role, act, &["caption", field]);
                    assert_eq!(refused, Err(Refusal::Field), "{role:?} {act:?} {field}");
                }
            }
            assert!(attempt(role, Act::Publish, &[]).is_err(), "{role:?}");
        }
        for role in [Role::Supervisor, Role::Administrator, Role::Unknown] {
            assert!(!audiences(role).contains(&Audience::Shared), "{role:?} does not see it");
            for act in [Act::Create, Act::Set, Act::Archive, Act::Unarchive, Act::Resolve] {
                assert_eq!(attempt(role, act, &["caption"]), Err(Refusal::Role), "{role:?} {act:?}");
            }
        }
    }

    #[test]
    fn a_client_takes_a_yes_back_but_does_not_rewrite_what_was_asked() {
        let set = |kind, fields| verdict(Role::Client, Act::Set, kind, Audience::Shared, fields);
        assert_eq!(set("sharing", &["withdrawn_at"]), Ok(()));
        assert_eq!(set("sharing", &["scope"]), Err(Refusal::Field));
        assert_eq!(set("change_notice", &["seen_at"]), Ok(()));
        assert_eq!(set("contact_wish", &["answer"]), Err(Refusal::Field));
    }

    #[test]
    fn whether_a_client_knows_who_to_ask_is_for_the_client_to_say() {
        let say = |role| verdict(role, Act::Create, "recognition", Audience::Shared, &["at", "known"]);
        assert_eq!((say(Role::Client), say(Role::LinkWorker)), (Ok(()), Err(Refusal::Role)));
    }

    #[test]
    fn supervisors_and_administrators_write_no_records() {
        for role in [Role::Supervisor, Role::Administrator, Role::Unknown] {
            for kind in KINDS {
                let refused = verdict(role, Act::Publish, kind.name, kind.home, &[]);
                assert!(refused.is_err(), "{}", kind.name);
            }
        }
    }
}
