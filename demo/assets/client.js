// An open client: what matters at the door first, then one of four parts.

import { assessments } from "./assessment.js";
import { button, el, field, fold, form, unsentMark } from "./element.js";
import { goals } from "./goals.js";
import { notes } from "./notes.js";
import { referrals } from "./referrals.js";
import { CONDITIONS, MODES, appointment, day, sentence } from "./words.js";

const PARTS = { notes: "Notes", goals: "Goals", assessment: "Assessment", referrals: "Referrals" };
const RENDER = { notes, goals, assessment: assessments, referrals };

/** The screen of the client of `id`, opened at `part`. */
export function client(id, part = "notes") {
  return {
    live: true,
    part,
    path: `cases/${id}`,
    render(data, phone) {
      return [
        button("‹ My clients", () => phone.go(phone.home()), { class: "back", "data-key": "back" }),
        el("h2", { tabindex: "-1" }, data.client.name, " ", unsentMark(data.unsent)),
        el("p", { class: "quiet" }, about(data.client)),
        door(data, phone),
        tabs(this, phone),
        el("section", { "aria-label": PARTS[this.part] }, RENDER[this.part](data, phone)),
      ];
    },
  };
}

function about(client) {
  const conditions = client.conditions.map((condition) => CONDITIONS[condition] ?? condition);
  const parts = [client.known_as && `likes to be called ${client.known_as}`, client.birth_year && `born ${client.birth_year}`, client.practice, ...conditions];
  return parts.filter(Boolean).join(" · ");
}

function door(data, phone) {
  return el("div", { class: "door" },
    data.client.safe_contact ? el("p", {}, el("strong", {}, "Safe contact: "), data.client.safe_contact) : null,
    el("p", { class: "next-contact" }, el("strong", {}, "Next: "), nextWords(data.next_contact), " ", unsentMark(data.next_contact?.unsent)),
    data.promised
      ? el("p", { class: "promised" }, el("strong", {}, `Promised ${day(data.promised.at)}: `), data.promised.words)
      : el("p", { class: "promised" }, el("strong", {}, "Promised last time: "), "nothing is written down"),
    plan(data, phone));
}

function nextWords(next) {
  return next ? `${appointment(next.at)}, ${MODES[next.mode] ?? next.mode}. ${next.why}` : "nothing is planned";
}

function plan(data, phone) {
  const send = ({ at, mode, why }) => {
    const when = new Date(at).getTime();
    if (Number.isNaN(when)) return phone.say("A day and a time are needed."), null;
    return phone.act("PUT", `cases/${data.case}/next-contact`, { at: when, mode, why });
  };
  const modes = Object.entries(MODES).map(([name, words]) => el("option", { value: name }, sentence(words)));
  return fold("plan", "Plan the next contact",
    form(send,
      field("Day and time", el("input", { type: "datetime-local", name: "at", "data-key": "plan-at" })),
      field("How", el("select", { name: "mode", "data-key": "plan-mode" }, modes)),
      field("What for (the client sees this)", el("input", { name: "why", "data-key": "plan-why", autocomplete: "off" })),
      el("button", {}, "Save")));
}

function tabs(screen, phone) {
  const choose = (part) => () => {
    screen.part = part;
    phone.redraw();
  };
  return el("nav", { class: "parts", "aria-label": "Parts of the record" },
    Object.entries(PARTS).map(([part, words]) =>
      button(words, choose(part), { "data-key": `part-${part}`, "aria-current": screen.part === part ? "true" : null })));
}
