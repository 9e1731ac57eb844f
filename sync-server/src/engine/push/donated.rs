//! What becomes of a record that a phone had read from this server before it was restored, once a person approves it. Pure.
//!
//! A record that is not here comes back as it was. Of one that is here, what the phone had and nobody says any more stands
//! beside what is there: who knows the case settles it. What is sealed never changes.

use alongside_core::merge::{Context, merge};
use alongside_core::model::catalogue::{check_fields, find_kind};
use alongside_core::model::{
    Act, Audience, Cell, Donation, Entity, Fields, KindEntry, MergeClass, Op, Origin, Sealed, State,
    VOID_REASON, Why, content_hash,
};

use super::{revisions, size};

/// How a donated record stands to what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DonationStanding {
    /// This server does not have it.
    Missing,
    /// It is here, and the phone had something that nothing here says.
    Other,
    /// All of it is here.
    Here,
}

/// Compares a donation with the record of its id.
pub(super) fn standing(record: Option<&Entity>, donation: &Donation) -> DonationStanding {
    match record {
        None => DonationStanding::Missing,
        // What was erased must not come back, and a draft that was published says the same in its sealed copy.
        Some(record) if matches!(record.state, State::Erased | State::Published) => DonationStanding::Here,
        Some(record) if is_state_known(record.state, donation.st) && lacking(record, donation).is_empty() => {
            DonationStanding::Here
        }
        Some(_) => DonationStanding::Other,
    }
}

/// Whether the state the phone knew is the one here, or one that this one followed.
fn is_state_known(here: State, donated: State) -> bool {
    here == donated
        || here == State::Voided && donated.is_sealed()
        || here == State::Archived && donated == State::Active
}

/// The fields and values of which nothing here says the same.
fn lacking<'a>(record: &Entity, donation: &'a Donation) -> Vec<(&'a str, &'a serde_json::Value)> {
    let says = |name: &str, value: &serde_json::Value| {
        let texts = record.siblings.get(name).into_iter().flatten();
        record.cells.get(name).into_iter().chain(texts).any(|cell| cell.value == *value)
    };
    donation.said().filter(|(name, value)| !says(name, value)).collect()
}

/// The record as it is with what was donated; nothing when it has all of it.
///
/// # Errors
/// Why it cannot be taken.
pub(super) fn take(
    record: Option<&Entity>,
    donation: &Donation,
    context: &Context,
    made_by: &Sealed,
    epoch: u32,
) -> Result<Option<Entity>, Why> {
    let kind = find_kind(&donation.t).ok_or(Why::UnknownKind)?;
    let home = donation.s.audience == kind.home || kind.sealed && donation.s.audience == Audience::Private;
    let of_case = kind.name != "client" || donation.s.owner == donation.e.0;
    if !home || !of_case {
        return Err(Why::NotAllowed);
    }
    let taken = match record {
        None => Some(anew(kind, donation, context, made_by, epoch)?),
        Some(record) if record.kind != donation.t || record.stream != donation.s => return Err(Why::IdTaken),
        Some(record) if standing(Some(record), donation) == DonationStanding::Here => None,
        Some(record) if record.state.is_sealed() => Some(voided(record, donation, context)?),
        Some(record) => Some(beside(record, kind, donation, context)?),
    };
    if taken.as_ref().is_some_and(size::is_too_large) { Err(Why::TooLarge) } else { Ok(taken) }
}

/// The record as the phone had it, in a revision that nobody can have been told of before the restore.
fn anew(
    kind: &KindEntry,
    donation: &Donation,
    context: &Context,
    made_by: &Sealed,
    epoch: u32,
) -> Result<Entity, Why> {
    let said: Fields = donation.said().map(|(name, value)| (name.to_owned(), value.clone())).collect();
    let checked: Fields = said.iter().filter(|(name, _)| *name != VOID_REASON).map(own).collect();
    check_fields(kind, &checked).map_err(|error| match error {
        alongside_core::model::catalogue::FieldError::Unknown { .. } => Why::UnknownField,
        _ => Why::BadValue,
    })?;
    let sealed = seal(donation, made_by)?;
    let rev = revisions::first(epoch);
    let cell = |value: &serde_json::Value, rev| Cell {
        value: value.clone(),
        rev,
        eff: context.eff,
        by: made_by.by,
        origin: Origin::default(),
    };
    let stood = donation.f.iter().filter(|(_, value)| !value.is_null());
    let mut latest = rev;
    let mut siblings = std::collections::BTreeMap::new();
    for (name, values) in &donation.sib {
        let texts = values.iter().map(|value| {
            latest = latest.saturating_add(1);
            cell(value, latest)
        });
        siblings.insert(name.clone(), texts.collect::<Vec<_>>());
    }
    Ok(Entity {
        id: donation.e,
        kind: kind.name.to_owned(),
        stream: donation.s,
        state: donation.st,
        rev: latest,
        author: made_by.by,
        cells: stood.map(|(name, value)| (name.clone(), cell(value, rev))).collect(),
        siblings,
        sealed,
    })
}

fn own((name, value): (&String, &serde_json::Value)) -> (String, serde_json::Value) {
    (name.clone(), value.clone())
}

/// The seal, when the state has one and it is that of what the record says.
fn seal(donation: &Donation, made_by: &Sealed) -> Result<Option<Sealed>, Why> {
    match (donation.st, &donation.seal) {
        (State::Active | State::Archived, None) => Ok(None),
        (state, Some(seal)) if state.is_sealed() => {
            let fits = content_hash(&donation.t, &donation.f) == seal.hash && donation.sib.is_empty();
            let sealed = Sealed { hash: seal.hash.clone(), ..made_by.clone() };
            fits.then_some(Some(sealed)).ok_or(Why::HashDiffers)
        }
        _ => Err(Why::BadValue),
    }
}

/// What is sealed never changes; all that can have been lost of it is that it was declared void.
fn voided(record: &Entity, donation: &Donation, context: &Context) -> Result<Entity, Why> {
    let same = record.sealed.as_ref().map(|seal| &seal.hash) == donation.seal.as_ref().map(|seal| &seal.hash);
    let reason = donation.f.get(VOID_REASON).filter(|_| same && donation.st == State::Voided);
    let reason = reason.ok_or(Why::WrittenOnce)?.clone();
    let op = Op { fields: [(VOID_REASON.to_owned(), reason)].into(), ..Op::bare(Act::Void, record.id) };
    let merged = merge(Some(record), &op, &Context { late: false, ..context.clone() });
    merged.entity.ok_or(Why::WrittenOnce)
}

/// What nobody says any more stands beside what is there; a state that was lost is taken up again.
fn beside(record: &Entity, kind: &KindEntry, donation: &Donation, context: &Context) -> Result<Entity, Why> {
    let mut now = record.clone();
    for (name, value) in lacking(record, donation) {
        let once = kind.find_field(name).is_some_and(|field| field.class == MergeClass::Once);
        if once && record.cells.contains_key(name) {
            return Err(Why::WrittenOnce);
        }
        let op = Op::set(record.id, [(name.to_owned(), value.clone())].into(), Default::default());
        let merged = merge(Some(&now), &op, context);
        now = merged.entity.ok_or(merged.why.unwrap_or(Why::BadValue))?;
    }
    let put_away = matches!(donation.st, State::Active | State::Archived) && donation.st != now.state;
    if put_away && donation.st == State::Archived {
        now = Entity { state: State::Archived, rev: now.rev + 1, ..now };
    }
    Ok(now)
}

#[cfg(test)]
mod tests {
    use alongside_core::model::{CaseId, Donate, EntityId, PersonId, StreamRef, Timestamp};
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    const WREN: PersonId = PersonId(Uuid::from_u128(7));

    fn donation(kind: &str, audience: Audience, fields: &[(&str, &str)]) -> Donation {
        Donation {
            k: Donate::Donate,
            e: EntityId(Uuid::from_u128(1)),
            s: StreamRef::of_case(CaseId(Uuid::from_u128(2)), audience),
            t: kind.to_owned(),
            st: State::Active,
            by: WREN,
            f: fields.iter().map(|(name, text)| ((*name).to_owned(), json!(text))).collect(),
            sib: Default::default(),
            seal: None,
        }
    }

    fn goal(wording: &str) -> Donation {
        donation("goal", Audience::Shared, &[("wording", wording)])
    }

    fn take_it(record: Option<&Entity>, donation: &Donation) -> Result<Option<Entity>, Why> {
        let (by, eff, now) = (PersonId(Uuid::from_u128(9)), Timestamp(5), Timestamp(50));
        let context = Context { by, origin: Origin(3, 0), eff, now, late: true };
        take(record, donation, &context, &Sealed { hash: String::new(), by: WREN, at: Timestamp(4) }, 1)
    }

    #[test]
    fn a_record_that_is_not_here_comes_back_as_it_was() {
        let donated = Donation { sib: [("wording".to_owned(), vec![json!("walk")])].into(), ..goal("sing") };
        let back = take_it(None, &donated).unwrap().unwrap();
        assert_eq!(
            (back.author, back.state, back.cells["wording"].value.clone()),
            (WREN, State::Active, json!("sing"))
        );
        assert_eq!(back.siblings["wording"][0].value, json!("walk"));
        assert_eq!(standing(None, &donated), DonationStanding::Missing);
        assert_eq!(standing(Some(&back), &donated), DonationStanding::Here);
        assert_eq!(take_it(Some(&back), &donated), Ok(None), "taking it twice changes nothing");
    }

    #[test]
    fn of_a_record_that_is_here_both_texts_stand() {
        let here = take_it(None, &goal("sing")).unwrap().unwrap();
        let donated = goal("sing in a choir");
        assert_eq!(standing(Some(&here), &donated), DonationStanding::Other);
        let both = take_it(Some(&here), &donated).unwrap().unwrap();
        assert_eq!(both.cells["wording"].value, json!("sing"));
        assert_eq!(both.siblings["wording"][0].value, json!("sing in a choir"));
        assert_eq!(standing(Some(&both), &donated), DonationStanding::Here);
    }

    #[test]
    fn a_seal_comes_back_only_around_what_was_sealed() {
        let note = |body: &str, hash_of: &str| {
            let hash = content_hash("visit_note", &[("body".to_owned(), json!(hash_of))].into());
            let seal = Some(Sealed { hash, by: WREN, at: Timestamp(4) });
            Donation { st: State::Sealed, seal, ..donation("visit_note", Audience::Work, &[("body", body)]) }
        };
        let back = take_it(None, &note("tea", "tea")).unwrap().unwrap();
        assert_eq!((back.state, back.sealed.as_ref().map(|seal| seal.by)), (State::Sealed, Some(WREN)));
        assert_eq!(take_it(None, &note("coffee", "tea")), Err(Why::HashDiffers));
        assert_eq!(take_it(None, &Donation { seal: None, ..note("tea", "tea") }), Err(Why::BadValue));
        assert_eq!(take_it(Some(&back), &note("cocoa", "cocoa")), Err(Why::WrittenOnce));
    }

    #[test]
    fn a_reason_to_hold_a_sealed_record_void_comes_back_too() {
        let seal = Sealed {
            hash: content_hash("visit_note", &[("body".to_owned(), json!("tea"))].into()),
            by: WREN,
            at: Timestamp(4),
        };
        let sealed = Donation {
            st: State::Sealed,
            seal: Some(seal),
            ..donation("visit_note", Audience::Work, &[("body", "tea")])
        };
        let here = take_it(None, &sealed).unwrap().unwrap();
        let mut void = Donation { st: State::Voided, ..sealed };
        void.f.insert(VOID_REASON.to_owned(), json!("the wrong person"));
        let now = take_it(Some(&here), &void).unwrap().unwrap();
        assert_eq!((now.state, now.sealed), (State::Voided, here.sealed));
        assert_eq!(take_it(None, &void).unwrap().unwrap().state, State::Voided);
    }

    #[test]
    fn what_cannot_be_so_is_refused_with_a_reason() {
        assert_eq!(take_it(None, &donation("song", Audience::Shared, &[])), Err(Why::UnknownKind));
        assert_eq!(take_it(None, &donation("goal", Audience::Core, &[])), Err(Why::NotAllowed));
        assert_eq!(
            take_it(None, &donation("client", Audience::Core, &[("name", "x")])),
            Err(Why::NotAllowed)
        );
        assert_eq!(
            take_it(None, &donation("goal", Audience::Shared, &[("tune", "la")])),
            Err(Why::UnknownField)
        );
        let number = Donation { f: [("wording".to_owned(), json!(7))].into(), ..goal("x") };
        assert_eq!(take_it(None, &number), Err(Why::BadValue));
        assert_eq!(take_it(None, &Donation { st: State::Erased, ..goal("x") }), Err(Why::BadValue));
        let here = take_it(None, &goal("sing")).unwrap().unwrap();
        let erased = Entity { state: State::Erased, ..here.clone() };
        assert_eq!(take_it(Some(&erased), &goal("walk")), Ok(None), "what was erased stays away");
        let step = donation("step", Audience::Shared, &[]);
        assert_eq!(take_it(Some(&here), &step), Err(Why::IdTaken));
    }
}
