// The link worker's cases: those with a contact ahead first, and a search over everything on this phone.

import { client } from "./client.js";
import { el, field, unsentMark } from "./element.js";
import { FOUND_IN, MODES, appointment, day, sentence } from "./words.js";

/** The caseload screen, looking for `words`. */
export function caseload(words = "") {
  return {
    live: true,
    words,
    get path() {
      return `caseload?words=${encodeURIComponent(this.words)}`;
    },
    render(data, phone) {
      const look = (event) => {
        this.words = event.target.value;
        phone.refresh();
      };
      return [
        el("h2", { tabindex: "-1" }, "My clients"),
        field("Find a name or any word",
          el("input", { type: "search", value: words, oninput: look, "data-key": "search", autocomplete: "off" })),
        el("p", { class: "quiet", role: "status" }, summary(data)),
        el("ul", { class: "cases" }, data.cases.map((one) => line(one, phone))),
      ];
    },
  };
}

function summary({ words, all, cases }) {
  if (all === 0) return "Nobody yet. What is theirs to see arrives with the next sync.";
  if (words) return cases.length === 0 ? `Nothing on this phone has “${words}” in it.` : `${cases.length} of ${all}, with “${words}”`;
  return `${all} clients`;
}

function line(one, phone) {
  const open = () => phone.go(client(one.case));
  return el("li", {},
    el("button", { type: "button", class: "case", onclick: open, "data-key": one.case },
      el("span", { class: "name" }, one.name, one.birth_year ? el("span", { class: "born" }, ` born ${one.birth_year}`) : null),
      el("span", { class: "next" }, nextWords(one)),
      one.found ? el("span", { class: "found" }, `${FOUND_IN[one.found.kind] ?? "Found"}: ${one.found.text}`) : null,
      unsentMark(one.unsent)));
}

function nextWords(one) {
  if (one.next_contact) {
    const { at, mode, why } = one.next_contact;
    return `${sentence(appointment(at))}, ${MODES[mode] ?? mode}: ${why}`;
  }
  return one.last_contact ? `Last contact ${day(one.last_contact)}. No next contact planned` : "No contact yet";
}
