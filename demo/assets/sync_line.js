// The head of a phone: whose it is, the aeroplane-mode switch, and what is on this phone only.

import { button, el } from "./element.js";
import { PROBLEMS, count, sentence, time } from "./words.js";

/** The head for a phone in this state. */
export function head(phone, state) {
  if (!state.ready) return el("p", { class: "owner" }, "Being set up…");
  return [
    el("div", { class: "owner" },
      el("div", {}, el("strong", {}, state.owner), el("span", {}, sentence(state.role_words))),
      aeroplaneSwitch(phone, state)),
    el("div", { class: `sync ${state.unsent > 0 ? "has-unsent" : ""}` },
      el("p", { class: "unsent", role: "status", "data-unsent": String(state.unsent) }, unsentWords(state)),
      el("p", { class: "synced" }, syncedWords(state)),
      button("Sync now", () => phone.act("POST", "sync"), { class: "small", "data-key": "sync-now", disabled: state.running })),
  ];
}

function aeroplaneSwitch(phone, state) {
  const flip = () => phone.act("PUT", "aeroplane", { on: !state.aeroplane });
  const attributes = { class: "switch", role: "switch", "aria-checked": String(state.aeroplane), "data-key": "aeroplane" };
  return el("button", { type: "button", onclick: flip, ...attributes },
    el("span", { class: "knob", "aria-hidden": "true" }), "Aeroplane mode", el("span", { class: "where" }, state.aeroplane ? "on" : "off"));
}

function unsentWords(state) {
  if (state.unsent === 0) return "Everything is sent";
  return `On this phone only: ${count(state.unsent, "change", "changes")}, since ${time(state.oldest_unsent)}`;
}

function syncedWords(state) {
  if (state.running) return "Syncing…";
  const last = state.last_sync === null ? "Never synced" : `Last synced ${time(state.last_sync)}`;
  if (state.aeroplane) return last;
  return state.problem ? `${last}. Last try: ${PROBLEMS[state.problem] ?? "it did not go through"}` : last;
}
