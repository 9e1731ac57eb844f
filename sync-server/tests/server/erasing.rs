//! Rule 24: what is erased at somebody's request is nowhere any more, and nobody brings it back.

mod left;

use std::path::Path;

use alongside_core::model::{
    Audience, CaseId, EntityId, Fields, Op, Outcome, ReplicaId, State, StreamRef, published_id,
};
use alongside_core::wire::{PROTOCOL, SALVAGE_PATH, SalvageRequest, Tail};
use alongside_server::admin::{self, AdminError, Erased};
use alongside_server::store::{Batch, OrgNo, Position, ReadTxn, StoreError};
use serde_json::json;
use serde_json::value::RawValue;

use crate::support::{
    Call, Phone, Service, client, clocked, contact, goal, new_id, note, ons4, publish, set, text,
};

/// Words that stand in one place each; none of them may be left.
const GONE: &[&str] = &[
    "Quillfeather",
    "zugspitze",
    "marzipan",
    "xylophone",
    "jabberwock",
    "kumquat",
    "vuvuzela",
    "wombat",
    "yodelling",
    "flibbertigibbet",
    "gobbledygook",
    "hullabaloo",
    "Sassafras",
];

fn org(service: &Service) -> OrgNo {
    admin::find_only_organisation(&*service.store, None).unwrap().no
}

fn erase(service: &Service, ids: &[EntityId]) -> Erased {
    admin::erase(&*service.store, &service.ports, service.organisation, ids).unwrap()
}

/// Everything the store would say to anybody, in one text.
fn said(service: &Service) -> String {
    let (store, org) = (&*service.store, org(service));
    let said = |txn: &dyn ReadTxn| {
        let mut said = String::new();
        for stream in txn.list_streams(org)? {
            let batch = Batch { rows: 10_000, bytes: usize::MAX };
            for record in txn.list_records(stream, Position::default(), batch)?.0 {
                said += &format!("{record:?}\n");
            }
        }
        for replica in txn.list_replicas(org)? {
            for push in txn.list_pushes(org, replica.number, 0)? {
                push.ops.iter().filter_map(|op| op.text()).for_each(|text| said += text);
            }
        }
        txn.list_ever_set_aside(org)?.iter().for_each(|op| said += &op.op);
        for (left, _) in txn.list_salvage_rows(org)? {
            txn.find_salvage_texts(org, left)?.unwrap().iter().for_each(|text| said += text);
        }
        said += &format!("{:?}{:?}", txn.list_people(org)?, txn.list_audit(org, 10_000)?);
        Ok::<_, StoreError>(said)
    };
    store.read(said).unwrap()
}

/// The database's files as they lie on the disk.
fn files(path: &Path) -> Vec<u8> {
    let parts = ["", "-wal", "-shm"].map(|part| std::fs::read(format!("{}{part}", path.display())));
    parts.into_iter().flatten().flatten().collect()
}

fn assert_gone(service: &Service) {
    let (said, files) = (said(service), files(&service.path));
    for word in GONE {
        assert!(!said.contains(word), "the store still says {word}");
        assert!(!files.windows(word.len()).any(|bytes| bytes == word.as_bytes()), "the files hold {word}");
    }
}

fn shared(case: CaseId) -> StreamRef {
    StreamRef::of_case(case, Audience::Shared)
}

/// Operations a phone leaves that may no longer sync.
fn leave(service: &Service, phone: &Phone, ops: &[Op]) {
    let ops = ops.iter().map(|op| RawValue::from_string(text(op)).unwrap()).collect();
    let replica = ReplicaId(new_id().0);
    let request = SalvageRequest { v: PROTOCOL, replica, first: 1, ops };
    let call = Call::post(SALVAGE_PATH, serde_json::to_vec(&request).unwrap());
    assert_eq!(service.send(&call.token(&phone.enrolled.token)).status, 200);
}

/// A case with something of it in every place the server has, beside a case that nobody asked to erase.
struct Scene {
    service: Service,
    ada: Phone,
    ben: Phone,
    mo: Phone,
    case: CaseId,
    other: CaseId,
    walk: EntityId,
    /// A signed note.
    note: EntityId,
    /// Everything Ada's first phone has sent.
    sent: Vec<Op>,
}

fn scene() -> Scene {
    let service = Service::start();
    let (mut ada, mut ben) = (service.link_worker("Ada Invented"), service.link_worker("Ben Invented"));
    let (case, opens) = client("Mo Quillfeather");
    let (other, opens_other) = client("Joy Remaining");
    let walk = goal(case, "walk to the zugspitze");
    let mut sent = vec![opens, opens_other, walk.clone(), goal(other, "swim like a dolphin")];
    let draft = note(ada.person(), case, "She likes marzipan.");
    let work = StreamRef::of_case(case, Audience::Work);
    sent.extend([draft.clone(), publish(&draft, work)]);
    let sheet = ons4(ada.person(), case, 1_795_000_000_000, [7, 8, 6, 3]);
    sent.extend([sheet.clone(), publish(&sheet, StreamRef::of_case(case, Audience::Submitted))]);
    ada.push(&sent);
    let mut second = service.phone(ada.person());
    second.pull_all();
    // Two wordings that had not seen each other; an edit of the sealed note, which becomes an amendment.
    let reworded = set(walk.entity, 1, &[("wording", json!("play the xylophone"))]);
    ada.push(std::slice::from_ref(&reworded));
    second.push(&[set(walk.entity, 1, &[("wording", json!("hunt the jabberwock"))])]);
    let amended = set(published_id(draft.entity, 1), 1, &[("body", json!("She likes kumquat."))]);
    ada.push(std::slice::from_ref(&amended));
    // What waits for a newer server, what is nobody's to write, what is late, and what a lost phone left.
    let song =
        Op::create(new_id(), shared(case), "song", Fields::from([("words".into(), json!("vuvuzela"))]));
    let song = clocked(song);
    ada.push(std::slice::from_ref(&song));
    sent.extend([reworded, amended, song]);
    ben.push(&[contact(case, "with a wombat")]);
    service.assign(case, &ben);
    ben.pull_all();
    service.unassign(case, &ben);
    ben.push(&[contact(case, "in the yodelling school")]);
    leave(&service, &second, &[contact(case, "flibbertigibbet"), goal(other, "dance like a bear")]);
    let mut mo = service.client(case, "Mo Quillfeather");
    let thought = clocked(Op::create(
        new_id(),
        StreamRef::private(mo.person()),
        "contact_wish",
        Fields::from([("words".into(), json!("gobbledygook"))]),
    ));
    mo.push(&[thought, goal(case, "raise a hullabaloo")]);
    let carl = service.link_worker("Carl Invented");
    service.assign(case, &carl);
    let (store, ports) = (&*service.store, &service.ports);
    admin::unassign(store, ports, case, carl.person(), Some("Sassafras said so")).unwrap();
    for phone in [&mut ada, &mut ben, &mut mo] {
        phone.pull_all();
    }
    Scene { service, ada, ben, mo, case, other, walk: walk.entity, note: published_id(draft.entity, 1), sent }
}

#[test]
fn rule_24_of_an_erased_case_nothing_is_left_in_any_place_the_server_has() {
    let Scene { service, case, other, .. } = scene();
    let before = said(&service);
    if service.settings.store.url.is_none() {
        let files = files(&service.path);
        assert!(
            files.windows(12).any(|bytes| bytes == b"Quillfeather"),
            "a search of the files would show nothing"
        );
    }
    for word in GONE.iter().filter(|word| **word != "Sassafras") {
        assert!(before.contains(word), "{word} was nowhere, so that its absence would show nothing");
    }
    let counted = {
        let (store, ports) = (&*service.store, &service.ports);
        admin::count_erasure(store, ports, service.organisation, &[EntityId(case.0)]).unwrap()
    };
    assert_eq!(said(&service), before, "counting changes nothing");
    let erased = erase(&service, &[EntityId(case.0)]);
    assert_eq!(erased, counted);
    assert!(erased.records >= 8 && erased.operations >= 12, "{erased:?}");
    assert!(erased.set_aside >= 3 && erased.left == 1, "{erased:?}");
    assert_gone(&service);
    let after = said(&service);
    for word in ["Joy Remaining", "dolphin", "dance like a bear"] {
        assert!(after.contains(word), "{word} was not to go");
    }
    let log = service.store.read(|txn| txn.list_audit(org(&service), 1_000)).unwrap();
    let lines: Vec<_> = log.iter().filter(|entry| entry.act == "erase").collect();
    assert_eq!((lines.len(), lines[0].target, &lines[0].detail), (1, Some(case.0), &None));
    assert_eq!(erase(&service, &[EntityId(case.0)]), Erased::default(), "and there is nothing more to do");
    assert!(service.store.read(|txn| txn.find_case(org(&service), other)).unwrap().is_some());
}

#[test]
fn rule_24_every_phone_that_had_it_is_told_by_row_or_beside_its_streams() {
    let Scene { service, mut ada, mut ben, mut mo, case, other, .. } = scene();
    let mut fresh = service.phone(ada.person());
    erase(&service, &[EntityId(case.0)]);
    for (phone, name) in [(&mut ada, "Ada"), (&mut ben, "Ben, who no longer has it"), (&mut mo, "Mo")] {
        let response = phone.pull();
        assert!(response.erased.contains(&EntityId(case.0)), "{name}: {:?}", response.erased);
        for row in response.pages.iter().flat_map(|page| &page.rows) {
            assert!(row.st == State::Erased && row.f.is_empty() && row.sib.is_empty() && row.seal.is_none());
        }
        assert_eq!(phone.pull().erased, [], "{name} is told once");
    }
    let told = ada.told.get(&shared(case)).unwrap().values();
    assert!(told.clone().all(|told| told.state == State::Erased) && told.count() > 1);
    fresh.pull_all();
    assert!(fresh.told[&shared(case)].values().all(|told| told.fields.is_empty()));
    assert_eq!(fresh.told[&shared(other)].len(), 1);
    let stranger = service.link_worker("Eve Invented").pull();
    assert_eq!(stranger.erased, []);
    assert!(stranger.pages.iter().all(|page| page.s.case().is_none()), "{stranger:?}");
}

#[test]
fn rule_24_whatever_a_phone_still_sends_of_it_is_answered_erased_and_kept_nowhere() {
    let Scene { service, mut ada, mut ben, mut mo, case, other, walk, .. } = scene();
    erase(&service, &[EntityId(case.0)]);
    let late = goal(case, "a hullabaloo again");
    let unknown = clocked(Op::create(
        new_id(),
        shared(case),
        "song",
        Fields::from([("words".into(), json!("vuvuzela"))]),
    ));
    let words = |pairs: &str| vec![("wording", json!(pairs))];
    let ops = [
        late.clone(),
        set(late.entity, 1, &words("yodelling")),
        set(walk, 9, &words("jabberwock")),
        unknown,
        note(ada.person(), case, "marzipan"),
        goal(other, "sing"),
    ];
    let response = ada.push(&ops);
    let last = response.acked.unwrap().0;
    let erased: Vec<_> = response.results.iter().map(|result| (last - result.n, result.r)).collect();
    assert_eq!(erased, (1..6).rev().map(|n| (n, Outcome::Erased)).collect::<Vec<_>>());
    for phone in [&mut ben, &mut mo] {
        let response = phone.push(&[goal(case, "kumquat"), contact(case, "wombat")]);
        assert!(response.results.iter().all(|result| result.r == Outcome::Erased), "{response:?}");
        assert_eq!(response.results.len(), 2);
    }
    leave(&service, &ben, &[contact(case, "flibbertigibbet"), goal(other, "knit")]);
    assert_gone(&service);
    assert!(said(&service).contains("knit"));
}

#[test]
fn rule_24_the_chain_goes_on_over_what_was_erased() {
    let Scene { service, mut ada, case, sent, .. } = scene();
    erase(&service, &[EntityId(case.0)]);
    // A phone whose replies were all lost, or that was restored, sends everything again.
    let end = ada.tail;
    let mut restored = ada.clone();
    (restored.tail, restored.cursor) = (Tail::default(), None);
    let response = restored.push(&sent);
    assert_eq!(response.acked, Some(end));
    let gone = response.results.iter().filter(|result| result.r == Outcome::Erased).count();
    assert_eq!(gone, sent.len() - 2, "{:?}", response.results);
    let forked = ada.request(&[text(&goal(case, "other words"))]);
    let forked = alongside_core::wire::SyncRequest { tail: Tail::default(), ..forked };
    assert_eq!(service.send(&ada.call(&forked)).status, 409, "another operation in its place is a fork");
    ada.push(&[goal(case, "after")]);
    assert_gone(&service);
}

#[test]
fn rule_24_one_record_goes_with_its_draft_and_copies_and_the_rest_of_the_case_stays() {
    let Scene { service, mut ada, case, walk, note, .. } = scene();
    let step = clocked(Op::create(
        new_id(),
        shared(case),
        "step",
        Fields::from([
            ("goal".into(), json!(walk)),
            ("title".into(), json!("buy tickets")),
            ("at".into(), json!(1)),
        ]),
    ));
    ada.push(std::slice::from_ref(&step));
    erase(&service, &[note, walk]);
    let said = said(&service);
    for word in ["marzipan", "kumquat", "zugspitze", "xylophone", "jabberwock", "tickets"] {
        assert!(!said.contains(word), "{word}");
    }
    for word in ["Quillfeather", "hullabaloo", "wombat", "yodelling"] {
        assert!(said.contains(word), "{word} was not asked for");
    }
    ada.pull_all();
    assert_eq!(ada.find(step.entity).unwrap().state, State::Erased);
    assert_eq!(ada.push(&[goal(case, "knit")]).results, []);
}

#[test]
fn an_id_that_is_nothing_is_refused_and_changes_nothing() {
    let Scene { service, case, .. } = scene();
    let before = said(&service);
    for ids in [vec![], vec![EntityId(case.0), new_id()]] {
        let refused = admin::erase(&*service.store, &service.ports, service.organisation, &ids);
        assert!(matches!(refused, Err(AdminError::NoRecord)), "{refused:?}");
    }
    assert_eq!(said(&service), before);
}
