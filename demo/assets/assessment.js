// An assessment as a conversation: one question at a time, "not now" where it may be said, paused and gone on with, submitted once.

import { client } from "./client.js";
import { button, el, field, unsentMark } from "./element.js";
import { day, sentence, time, title } from "./words.js";

/** The part of an open client with assessments. */
export function assessments(data, phone) {
  const begin = (instrument) => async () => {
    const begun = await phone.act("POST", `cases/${data.case}/assessments`, { instrument });
    if (begun) phone.go(asking(data.case, begun.id));
  };
  const drafts = data.drafts.filter((draft) => draft.kind === "assessment");
  return [
    drafts.map((draft) =>
      button(`Go on with the one begun ${time(draft.started)}`, () => phone.go(asking(data.case, draft.id)), { "data-key": draft.id })),
    el("h3", {}, "Begin a conversation"),
    data.instruments.map(({ id, title: words }) => button(words, begin(id), { class: id === "ons4" ? "main" : "", "data-key": `begin-${id}` })),
    el("h3", {}, "Submitted"),
    data.assessments.length === 0 ? el("p", { class: "quiet" }, "None yet.") : null,
    el("ul", { class: "plain" }, data.assessments.map((one) =>
      el("li", { class: "card" }, `${title(one.title)}, ${day(one.submitted_at ?? one.at)} `, unsentMark(one.unsent)))),
  ];
}

/** The screen on which one is held; `at` is the question that is open. */
export function asking(id, assessment) {
  return {
    live: false,
    at: null,
    typed: new Map(),
    refused: false,
    path: `assessments/${assessment}`,
    render(data, phone) {
      this.at ??= Math.max(0, data.questions.findIndex((question) => question.value === null));
      return new Conversation(id, data, phone, this).elements();
    },
  };
}

class Conversation {
  constructor(id, data, phone, screen) {
    Object.assign(this, { id, data, phone, screen });
  }

  elements() {
    const { data } = this;
    const back = button("‹ Pause and come back later", () => this.leave("pause"), { class: "back", "data-key": "pause" });
    const heading = el("h2", { tabindex: "-1" }, title(data.title));
    if (data.questions.length === 0) {
      return [back, heading, el("p", { class: "quiet" }, "This phone does not have the questions of this assessment.")];
    }
    return [
      back,
      heading,
      data.introduction && this.screen.at === 0 ? el("p", { class: "words" }, data.introduction) : null,
      this.places(),
      this.question(data.questions[this.screen.at]),
      el("p", { class: "quiet", role: "status" }, `${data.answered} of ${data.questions.length} answered. Each answer is saved at once.`),
      button("Submit the assessment", () => this.leave("submit"), { class: this.data.left === 0 ? "main" : "", "data-key": "submit" }),
      el("p", { class: "quiet" }, "It is sealed then, and the supervisor receives it once."),
      data.licence ? el("p", { class: "source" }, data.licence) : null,
    ];
  }

  /** Any question, in the client's order. */
  places() {
    const open = (at) => () => this.open(at);
    return el("nav", { class: "places", "aria-label": "Questions" },
      this.data.questions.map((question, at) =>
        button(String(at + 1), open(at), {
          class: question.value === null ? "" : "answered",
          "aria-label": `Question ${at + 1}, ${question.said || "not answered"}`,
          "aria-current": at === this.screen.at ? "true" : null,
          "data-key": `place-${at}`,
        })));
  }

  question(question) {
    const key = `answer-${question.item}`;
    const options = question.options.map(({ value, label }) =>
      el("label", {},
        el("input", { type: "radio", name: "answer", value: String(value), checked: question.value === value, "data-key": `${key}-${value}`, onchange: () => this.answer(question, { value }) }),
        el("span", {}, label)));
    return el("div", { class: "card question" },
      el("fieldset", { class: question.options.length > 6 ? "scale" : "choices" }, el("legend", {}, question.prompt), el("div", {}, options)),
      question.options.length === 0 ? this.ownWords(question) : null,
      question.said ? el("p", { class: "said" }, sentence(question.said), question.band ? `, ${question.band}` : "") : null,
      el("div", { class: "row" },
        question.allow_not_now ? button("Not now", () => this.answer(question, { skip: "not_now" }), { "data-key": `${key}-not-now` }) : null,
        question.allow_prefer_not_to_say ? button("Rather not say", () => this.answer(question, { skip: "prefer_not_to_say" }), { "data-key": `${key}-rather-not` }) : null,
        this.screen.at + 1 < this.data.questions.length ? button("Next question", () => this.open(this.screen.at + 1), { "data-key": "next-question" }) : null),
      field("Anything said beside it", el("textarea", { rows: "2", value: question.comment ?? "", "data-key": `comment-${question.item}`, oninput: (event) => this.typed("comments", question, { words: event.target.value }) })));
  }

  ownWords(question) {
    return field("In their own words", el("textarea", { rows: "3", value: question.said, "data-key": `text-${question.item}`, oninput: (event) => this.typed("answers", question, { text: event.target.value }) }));
  }

  open(at) {
    this.screen.at = at;
    this.phone.redraw();
    this.phone.body.querySelector(".question input")?.focus({ preventScroll: true });
  }

  async answer(question, response) {
    const path = `assessments/${this.data.id}/answers/${question.item}`;
    if (await this.phone.inTurn(() => this.phone.act("PUT", path, response))) await this.phone.refresh();
  }

  /** Text goes to the core as it is typed. While one text of a field is on its way the next waits, and only the newest goes. */
  async typed(part, question, body) {
    const path = `assessments/${this.data.id}/${part}/${question.item}`;
    const waiting = this.screen.typed.has(path);
    this.screen.typed.set(path, body);
    if (!waiting) await this.phone.inTurn(() => this.hand(path));
  }

  async hand(path) {
    const body = this.screen.typed.get(path);
    this.screen.typed.delete(path);
    this.screen.refused = !(await this.phone.act("PUT", path, body));
    if (path.includes("/answers/") && !this.screen.typed.has(path)) await this.phone.refresh();
  }

  /** Comes after all that was typed; what the phone could not keep stays on the screen. */
  async leave(how) {
    await this.phone.inTurn(async () => {
      if (this.screen.refused) return;
      if (await this.phone.act("POST", `assessments/${this.data.id}/${how}`)) this.phone.go(client(this.id, "assessment"));
    });
  }
}
