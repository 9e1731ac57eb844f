// Onward referrals and what became of them. A refusal asks for its reason, which the client is owed.

import { el, field, fold, form, unsentMark } from "./element.js";
import { REFERRAL_STATES, day, sentence } from "./words.js";

/** The part of an open client with referrals. */
export function referrals(data, phone) {
  return [
    refer(data.case, phone),
    data.referrals.length === 0 ? el("p", { class: "quiet" }, "No referral has been made.") : null,
    data.referrals.map((referral) => card(referral, phone)),
  ];
}

function card(referral, phone) {
  return el("article", { class: "card" },
    el("h3", {}, referral.to, " ", unsentMark(referral.unsent)),
    el("p", {}, referral.why),
    el("ol", { class: "statuses" }, referral.statuses.map((status) =>
      el("li", {}, `${sentence(day(status.at))}: ${REFERRAL_STATES[status.status] ?? status.status}${status.reason ? `. ${status.reason}` : ""}`))),
    happened(referral, phone));
}

function happened(referral, phone) {
  const states = Object.entries(REFERRAL_STATES).map(([name, words]) => el("option", { value: name }, sentence(words)));
  const send = ({ status, reason }) => phone.act("POST", `referrals/${referral.id}/statuses`, { status, reason: reason || null });
  return fold(`happened-${referral.id}`, "Write down what happened",
    form(send,
      field("What happened", el("select", { name: "status", "data-key": `status-${referral.id}` }, states)),
      field("Why, or a remark", el("input", { name: "reason", "data-key": `reason-${referral.id}`, autocomplete: "off" })),
      el("button", {}, "Save")));
}

function refer(id, phone) {
  return fold("refer", "Begin a referral",
    form((referral) => phone.act("POST", `cases/${id}/referrals`, referral),
      field("To which service", el("input", { name: "to", "data-key": "refer-to", autocomplete: "off" })),
      field("Why", el("input", { name: "why", "data-key": "refer-why", autocomplete: "off" })),
      el("button", {}, "Save")));
}
