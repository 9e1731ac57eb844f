//! What phones left in quarantine, taken in once a person approves it: operations by the merge by which they would have been
//! taken when they were written, and records that a restored server had lost as a reader's phone still had them.

use alongside_core::instrument::Registry;
use alongside_core::merge::Context;
use alongside_core::model::{
    Donation, Origin, PersonId, RequestClock, Role, Sealed, StreamRef, Timestamp, Why,
};

use super::answers::is_refusal;
use super::desk::Desk;
use super::donated::{self, DonationStanding};
use super::group::decide_groups;
use super::read_op::{SentOp, read_op};
use super::sender::Sender;
use super::write::write_work;
use crate::engine::session::Session;
use crate::store::{OrgNo, Person, ReadTxn, Salvage, Seq, StoreError, WriteTxn};

/// What settled a bundle in which everything was here again without anybody's doing.
const NEEDLESS: &str = "All of it is here again.";

/// How each text that a phone left stands to what is here; nothing for an operation, of which that cannot be said. One that
/// was erased at somebody's request is to come back nowhere.
///
/// # Errors
/// When the storage cannot be read.
pub fn compare_left(
    txn: &dyn ReadTxn,
    org: OrgNo,
    left: &Salvage,
) -> Result<Vec<Option<DonationStanding>>, StoreError> {
    let compare = |text: &String| {
        if text.is_empty() {
            return Ok(Some(DonationStanding::Here));
        }
        let Some(donation) = Donation::read(text) else { return Ok(None) };
        let record = txn.find_record(org, donation.e)?.map(|record| record.entity);
        Ok(Some(donated::standing(record.as_ref(), &donation)))
    };
    left.ops.iter().map(compare).collect()
}

/// Settles what phones donated of which everything is here again, because its author's phone came back first or another
/// phone's was approved. Looks at the `limit` oldest bundles.
///
/// # Errors
/// When the storage cannot be read or written.
pub fn settle_needless(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    limit: u32,
    now: Timestamp,
) -> Result<(), StoreError> {
    for note in txn.list_salvage(org, limit)? {
        let Some(left) = txn.find_salvage(org, note.no)? else { continue };
        let here = compare_left(txn, org, &left)?;
        if !here.is_empty() && here.iter().all(|one| *one == Some(DonationStanding::Here)) {
            txn.settle_salvage(org, note.no, now, None, NEEDLESS)?;
        }
    }
    Ok(())
}

/// Takes in what a phone left: for each of its texts, in order, why it could not be taken, or nothing when it was or was
/// there already. Nothing at all when nobody left this, or somebody has decided on it. What is taken twice changes nothing.
///
/// # Errors
/// When the storage cannot be read or written.
pub fn take_in(
    txn: &mut dyn WriteTxn,
    instruments: &Registry,
    (org, no): (OrgNo, i64),
    now: Timestamp,
) -> Result<Option<Vec<Option<Why>>>, StoreError> {
    let Some(left) = txn.find_salvage(org, no)? else { return Ok(None) };
    let Some(session) = find_sender(txn, org, &left)? else {
        return Ok(Some(vec![Some(Why::NotAllowed); left.ops.len()]));
    };
    let sender = Sender { session: &session, instruments, now, has_read: Seq(0) };
    let clock = RequestClock::default();
    let sent: Vec<SentOp<'_>> = (left.first_n..).zip(&left.ops).map(|(n, text)| read_op(n, text)).collect();
    // When they were done nobody can say any more; it was after this phone was last answered.
    let done = session.replica.last_answer.min(left.at);
    let done = sent.iter().map(|op| (op.n, done)).collect();
    let mut desk = Desk::reopen(txn, sender, &clock, done, true);
    let mut fates = Vec::with_capacity(left.ops.len());
    for group in sent.chunk_by(|_, next| next.joined) {
        match group {
            [one] if one.text.is_empty() => fates.push(None),
            [one] if let Some(donation) = Donation::read(one.text) => {
                fates.push(take_donation(&mut desk, &donation)?);
            }
            ops => {
                let answers = decide_groups(&mut desk, ops)?;
                let why = |answer: &crate::store::OpAnswer| answer.why.unwrap_or(Why::Malformed);
                fates.extend(answers.iter().map(|one| is_refusal(one).then(|| why(one))));
            }
        }
    }
    let work = desk.close();
    write_work(txn, sender, &work)?;
    Ok(Some(fates))
}

/// The session of the phone that left it, with the replica that it names, or its latest one.
fn find_sender(txn: &dyn ReadTxn, org: OrgNo, left: &Salvage) -> Result<Option<Session>, StoreError> {
    if let Some(owner) = txn.find_replica(org, left.replica)?
        && owner.device == left.device
    {
        return Ok(txn.find_author(org, owner.replica.number)?.and_then(Session::of_replica));
    }
    for replica in txn.list_replicas(org)?.into_iter().rev() {
        if let Some(found) = txn.find_author(org, replica.number)?
            && found.device == left.device
        {
            return Ok(Session::of_replica(found));
        }
    }
    Ok(None)
}

/// Puts a donated record on the desk, or says why not.
fn take_donation(desk: &mut Desk<'_>, donation: &Donation) -> Result<Option<Why>, StoreError> {
    let (session, now) = (desk.sender.session, desk.sender.now);
    let donor = &session.person;
    if !may_have_read(donor, donation.s) {
        return Ok(Some(Why::NotAllowed));
    }
    let record = desk.find(donation.e)?;
    let opens = donation.s.case().filter(|case| !desk.opens(*case));
    let opens = match (opens, desk.txn.find_stream(donor.org, donation.s)?) {
        (_, Some(_)) => None,
        (None, None) if donation.s.case().is_some() => None,
        (Some(case), None) if donor.role == Role::LinkWorker => Some(case),
        _ => return Ok(Some(Why::NoSuchRecord)),
    };
    let author = find_author(desk.txn, donor, donation.by)?;
    let at = donation.seal.as_ref().map_or(now, |seal| seal.at.min(now));
    let made_by = Sealed { hash: String::new(), by: author, at };
    let context = Context {
        by: donor.id,
        origin: Origin(session.replica.number, 0),
        eff: before_restore(session.epoch, now),
        now,
        late: true,
    };
    Ok(match donated::take(record.as_ref(), donation, &context, &made_by, session.epoch) {
        Err(why) => Some(why),
        Ok(None) => None,
        Ok(Some(entity)) => {
            if let Some(case) = opens {
                desk.open_case(case);
            }
            desk.put(entity);
            None
        }
    })
}

/// Whether somebody of this role can ever have had the stream.
fn may_have_read(donor: &Person, stream: StreamRef) -> bool {
    use alongside_core::access::{audiences, organisation_audiences};
    use alongside_core::model::Audience;
    match stream.audience {
        Audience::Private => stream == StreamRef::private(donor.id),
        audience => {
            audiences(donor.role).contains(&audience)
                || organisation_audiences(donor.role).contains(&audience)
        }
    }
}

/// Who made the record, when they are of this organisation; otherwise the person whose phone had it.
fn find_author(txn: &dyn WriteTxn, donor: &Person, said: PersonId) -> Result<PersonId, StoreError> {
    let found = txn.find_person(said)?.filter(|person| person.org == donor.org);
    Ok(found.map_or(donor.id, |person| person.id))
}

/// What a phone had read was written before the restore that began this epoch: anything written since is later.
fn before_restore(epoch: u32, now: Timestamp) -> Timestamp {
    Timestamp((i64::from(epoch) * 1000).min(now.0))
}
