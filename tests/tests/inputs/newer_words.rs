//! Words, fields and kinds of a newer app: an older phone shows what it knows, keeps the rest, and writes nothing over it.

use alongside_core::model::kinds::{ClientStatus, NeedCategory};
use alongside_core::model::{Audience, CaseId, EntityId, Op, Outcome, Role, StreamRef};
use alongside_tests::service::{NewerPhone, Service};
use serde_json::json;

/// An older phone of the same person, after a newer one has written `ops` about a case of its own.
async fn told(
    ops: impl Fn(CaseId) -> Vec<Op>,
) -> (Service, alongside_tests::service::Phone, CaseId, Vec<Outcome>) {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let mut newer = NewerPhone::enrol(&service, wren).await;
    let case = CaseId(uuid::Uuid::from_u128(0x77));
    let name = Op::create(
        EntityId(case.0),
        StreamRef::of_case(case, Audience::Core),
        "client",
        [("name".to_owned(), json!("Ada Nowak")), ("status".to_owned(), json!("hibernating"))].into(),
    );
    let outcomes = newer.push(std::iter::once(name).chain(ops(case)).collect()).await;
    let older = service.phone(wren).await;
    older.sync().await;
    (service, older, case, outcomes)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_of_a_newer_list_is_shown_as_unknown_and_never_written_over() {
    let (service, older, case, outcomes) = told(|_| Vec::new()).await;
    assert_eq!(outcomes, [Outcome::Applied]);
    assert_eq!(older.core.client(case).unwrap().client.status, Some(ClientStatus::Unknown));
    older.core.set_safe_contact(case, "After six").unwrap();
    older.sync().await;
    let mut stored = None;
    let again = service.phone(older.core.me().unwrap().unwrap().person).await;
    again.sync().await;
    let mut find = |row: alongside_core::store::RecordRow| {
        if row.kind == "client" {
            stored = Some((row.fields["status"].clone(), row.fields["safe_contact"].clone()));
        }
    };
    again.core.visit_records(&mut find).unwrap();
    assert_eq!(stored, Some((json!("hibernating"), json!("After six"))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_need_in_a_category_nobody_here_knows_is_listed_with_its_words() {
    let need = |case: CaseId| {
        let fields = [
            ("category".to_owned(), json!("heat_pumps")),
            ("words".to_owned(), json!("The new boiler frightens me")),
            ("raised_at".to_owned(), json!(1_795_000_000_000_i64)),
        ];
        let stream = StreamRef::of_case(case, Audience::Core);
        vec![Op::create(EntityId(uuid::Uuid::from_u128(0x78)), stream, "need", fields.into())]
    };
    let (_service, older, case, outcomes) = told(need).await;
    assert_eq!(outcomes, [Outcome::Applied; 2]);
    let needs = older.core.needs(case).unwrap();
    assert_eq!(
        (needs[0].need.category, needs[0].need.words.as_str()),
        (NeedCategory::Unknown, "The new boiler frightens me")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kind_or_a_field_of_a_newer_app_waits_for_a_newer_server_and_the_rest_goes_through() {
    let ops = |case: CaseId| {
        let stream = StreamRef::of_case(case, Audience::Core);
        let id = |n| EntityId(uuid::Uuid::from_u128(n));
        let fields = |pairs: &[(&str, serde_json::Value)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
        };
        vec![
            Op::create(id(0x79), stream, "dream", fields(&[("words", json!("To sail"))])),
            Op::create(
                id(0x7a),
                stream,
                "need",
                fields(&[
                    ("category", json!("money")),
                    ("words", json!("The bank")),
                    ("raised_at", json!(1_795_000_000_000_i64)),
                    ("mood", json!("calm")),
                ]),
            ),
            Op::create(
                id(0x7b),
                stream,
                "need",
                fields(&[
                    ("category", json!("money")),
                    ("words", json!("The rent")),
                    ("raised_at", json!(1_795_000_000_000_i64)),
                ]),
            ),
        ]
    };
    let (service, older, case, outcomes) = told(ops).await;
    assert_eq!(outcomes, [Outcome::Applied, Outcome::Parked, Outcome::Parked, Outcome::Applied]);
    let words: Vec<String> = older.core.needs(case).unwrap().into_iter().map(|one| one.need.words).collect();
    assert_eq!(words, ["The rent"]);
    let held = alongside_server::admin::list_set_aside(&*service.store, service.organisation, 10).unwrap();
    assert_eq!(held.len(), 2, "what waits is kept and can be listed");
}
