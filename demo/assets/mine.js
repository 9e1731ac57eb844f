// The client's own phone: who comes, when and why, and my goals in my words.

import { el, unsentMark } from "./element.js";
import { agree, goalList } from "./goals.js";
import { MODES, appointment, sentence } from "./words.js";

/** The client's one screen. */
export function mine() {
  return {
    live: true,
    path: "mine",
    render(data, phone) {
      return [
        el("h2", { tabindex: "-1" }, `Hello, ${data.name}`),
        el("section", { class: "door", "aria-label": "My next contact" }, next(data.next_contact)),
        el("section", { class: "card", "aria-label": "My link worker" }, card(data.link_worker)),
        el("h3", {}, "My goals"),
        agree(data.case, phone, "client"),
        goalList(data.goals, phone),
      ];
    },
  };
}

function next(contact) {
  if (!contact) return el("p", {}, "No next contact is planned.");
  return [
    el("p", { class: "when" }, el("strong", {}, sentence(appointment(contact.at))), `, ${MODES[contact.mode] ?? contact.mode}, with ${contact.who}. `, unsentMark(contact.unsent)),
    el("p", {}, contact.why),
  ];
}

function card(worker) {
  if (!worker) return el("p", {}, "Your link worker has not introduced themselves here yet.");
  return [
    el("h3", {}, worker.name),
    el("p", { class: "quiet" }, `My link worker, ${worker.employer}`),
    el("p", {}, worker.what_they_do),
    el("p", {}, el("strong", {}, "How to reach me: "), worker.reach),
  ];
}
