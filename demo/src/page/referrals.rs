//! Onward referrals and what became of them. A refusal needs its reason: the client is owed one.

use alongside_core::companion::{NewReferral, ReferralView};
use alongside_core::model::kinds::ReferralState;
use alongside_core::model::{CaseId, Choice, EntityId};
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::{Named, Sent};
use super::desk::{Answer, Desk};

/// A referral as the page shows it; what happened last comes last.
pub(super) fn view(referral: &ReferralView) -> Value {
    let statuses = referral.statuses.iter().map(|view| {
        let status = &view.status;
        json!({ "status": status.status.name(), "reason": status.reason, "at": status.at })
    });
    json!({
        "id": referral.id,
        "to": referral.referral.to,
        "why": referral.referral.why,
        "at": referral.referral.at,
        "statuses": statuses.collect::<Vec<_>>(),
        "unsent": referral.unsent,
    })
}

/// A referral as it is begun.
#[derive(Deserialize)]
pub(super) struct Begun {
    to: String,
    why: String,
}

/// `POST …/cases/{case}/referrals`
pub(super) async fn refer(
    State(desk): State<Desk>,
    Named((phone, case)): Named<(String, CaseId)>,
    Sent(Begun { to, why }): Sent<Begun>,
) -> Answer {
    desk.ask(&phone, move |core| {
        let new = NewReferral::to(to, why);
        Ok(json!({ "id": core.refer_onward(case, &new)? }))
    })
    .await
}

/// What happened.
#[derive(Deserialize)]
pub(super) struct Happened {
    status: ReferralState,
    reason: Option<String>,
}

/// `POST …/referrals/{referral}/statuses`
pub(super) async fn add_status(
    State(desk): State<Desk>,
    Named((phone, referral)): Named<(String, EntityId)>,
    Sent(Happened { status, reason }): Sent<Happened>,
) -> Answer {
    desk.ask(&phone, move |core| {
        Ok(json!({ "id": core.set_referral_status(referral, status, reason.as_deref())? }))
    })
    .await
}
