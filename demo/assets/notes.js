// Signed notes, and the screen on which one is written. Every keystroke goes to the core, which says whether it is on the disk.

import { client } from "./client.js";
import { button, el, field, unsentMark } from "./element.js";
import { day, sentence, time } from "./words.js";

/** The part of an open client with notes. */
export function notes(data, phone) {
  const drafts = data.drafts.filter((draft) => draft.kind === "visit_note");
  const start = async () => {
    const started = await phone.act("POST", `cases/${data.case}/notes`);
    if (started) phone.go(writing(data.case, started.id));
  };
  return [
    button("Write a note", start, { class: "main", "data-key": "write-note" }),
    drafts.map((draft) =>
      button(`Go on with the note begun ${time(draft.started)}`, () => phone.go(writing(data.case, draft.id)), { "data-key": draft.id })),
    data.notes.map(signed),
    data.notes_in_all > data.notes.length ? el("p", { class: "quiet" }, `${data.notes_in_all - data.notes.length} older notes are on this phone; the search finds them.`) : null,
  ];
}

function signed(note) {
  return el("article", { class: "card" },
    el("h3", {}, `${sentence(day(note.at))}, ${note.author}`, " ", unsentMark(note.unsent)),
    el("p", { class: "words" }, note.body),
    note.promised ? el("p", {}, el("strong", {}, "Promised: "), note.promised) : null);
}

/** The screen on which a note is written. */
export function writing(id, note) {
  return {
    live: false,
    path: `notes/${note}`,
    render(data, phone) {
      return new Editor(id, data, phone).elements();
    },
  };
}

class Editor {
  constructor(id, data, phone) {
    Object.assign(this, { id, note: data.id, phone });
    this.saved = el("p", { class: "quiet saved", role: "status" }, data.body ? "Saved on this phone." : "Saved as you type.");
    this.body = el("textarea", { rows: "9", value: data.body, oninput: () => this.typed(), "data-key": "note-body" });
    this.promised = el("input", { value: data.promised ?? "", onchange: () => this.promise(), autocomplete: "off", "data-key": "note-promised" });
  }

  elements() {
    return [
      button("‹ Leave it as a draft", () => this.leave(), { class: "back", "data-key": "leave-note" }),
      el("h2", { tabindex: "-1" }, "Visit note"),
      field("What was said, in their words; what was agreed", this.body),
      this.saved,
      field("What did you promise?", this.promised),
      button("Sign the note", () => this.sign(), { class: "main", "data-key": "sign-note" }),
      el("p", { class: "quiet" }, "A signed note does not change any more. Until then only you see it."),
    ];
  }

  /** While one text is on its way to the core, the next waits, and only the newest goes. */
  typed() {
    clearTimeout(this.again);
    if (this.waiting) return;
    this.waiting = true;
    this.phone.inTurn(() => this.hand());
  }

  /** Hands over what is on the screen now; when the core waits with the disk, hands it over again in time. */
  async hand() {
    this.waiting = false;
    const answer = await this.phone.act("PUT", `notes/${this.note}`, { text: this.body.value });
    if (!answer || this.waiting) return;
    this.saved.textContent = answer.saved ? "Saved on this phone." : "Saving…";
    if (!answer.saved) this.again = setTimeout(() => this.typed(), answer.again_ms);
  }

  promise() {
    this.phone.inTurn(() => this.phone.act("PUT", `notes/${this.note}/promise`, { text: this.promised.value }));
  }

  async leave() {
    clearTimeout(this.again);
    if (await this.phone.inTurn(() => this.phone.act("POST", `notes/${this.note}/leave`, { text: this.body.value }))) this.close();
  }

  async sign() {
    clearTimeout(this.again);
    if (await this.phone.inTurn(() => this.phone.act("POST", `notes/${this.note}/sign`, { text: this.body.value }))) this.close();
  }

  close() {
    this.phone.go(client(this.id));
  }
}
