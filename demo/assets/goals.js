// Goals in the client's own words, the same on both phones: steps to tick, and how it is going.

import { el, field, fold, form, unsentMark } from "./element.js";
import { GOAL_STATES, day, sentence, stepBy } from "./words.js";

const OPEN = ["proposed", "active", "parked"];

/** The part of an open client with goals. */
export function goals(data, phone) {
  return [agree(data.case, phone, "client"), ...goalList(data.goals, phone)];
}

/** Open goals first; the others folded away. */
export function goalList(all, phone) {
  const open = all.filter((goal) => OPEN.includes(goal.status));
  const past = all.filter((goal) => !OPEN.includes(goal.status));
  return [
    open.length === 0 ? el("p", { class: "quiet" }, "No goal is being worked on at the moment.") : null,
    open.map((goal) => card(goal, phone)),
    past.length > 0 ? fold("past-goals", `Earlier goals (${past.length})`, past.map((goal) => card(goal, phone))) : null,
  ];
}

function card(goal, phone) {
  return el("article", { class: "card goal", "data-goal": goal.id },
    el("blockquote", {}, goal.wording),
    el("p", { class: "quiet" }, `${sentence(GOAL_STATES[goal.status] ?? goal.status)}${goal.park_reason ? `: ${goal.park_reason}` : ""}, agreed ${day(goal.at)} `, unsentMark(goal.unsent)),
    goal.other_wordings.map((words) => el("p", { class: "quiet" }, `Also written at the same time: ${words}`)),
    el("ul", { class: "steps" }, goal.steps.map((step) => tick(step, phone))),
    goal.check_ins.map((checkIn) => said(checkIn, phone)),
    OPEN.includes(goal.status) ? [going(goal, phone), addStep(goal, phone)] : null);
}

function tick(step, phone) {
  const change = (event) => phone.act("PUT", `steps/${step.id}`, { done: event.target.checked });
  return el("li", {},
    el("label", { class: "step" },
      el("input", { type: "checkbox", checked: step.done, onchange: change, "data-key": `step-${step.id}` }),
      el("span", {}, step.title, step.by ? el("span", { class: "quiet" }, ` (${stepBy(phone.state.role)[step.by] ?? step.by})`) : null, " ", unsentMark(step.unsent))));
}

function said(checkIn, phone) {
  const who = sentence(stepBy(phone.state.role)[checkIn.by] ?? checkIn.by);
  const score = checkIn.score === null ? "" : ` ${checkIn.score} of 10.`;
  return el("p", { class: "check-in" }, el("strong", {}, `${who}, ${day(checkIn.at)}:${score}`), checkIn.words ? ` ${checkIn.words}` : "", " ", unsentMark(checkIn.unsent));
}

function going(goal, phone) {
  const send = ({ score, words }) =>
    phone.act("POST", `goals/${goal.id}/check-ins`, { score: score === undefined ? null : Number(score), words: words || null });
  return fold(`going-${goal.id}`, "Say how it is going",
    form(send,
      scale(`score-${goal.id}`),
      field("In words, if you like", el("input", { name: "words", "data-key": `words-${goal.id}`, autocomplete: "off" })),
      el("button", { "data-key": `say-${goal.id}` }, "Save")));
}

/** From 0, nowhere near, to 10, all the way there. */
function scale(key) {
  const numbers = Array.from({ length: 11 }, (_, number) =>
    el("label", {}, el("input", { type: "radio", name: "score", value: String(number), "data-key": `${key}-${number}` }), el("span", {}, String(number))));
  return el("fieldset", { class: "scale" }, el("legend", {}, "From 0, nowhere near, to 10, all the way there"), el("div", {}, numbers));
}

function addStep(goal, phone) {
  const who = Object.entries(stepBy(phone.state.role)).map(([name, words]) => el("option", { value: name }, sentence(words)));
  return fold(`add-${goal.id}`, "Add a step",
    form((step) => phone.act("POST", `goals/${goal.id}/steps`, step),
      field("What is to be done", el("input", { name: "title", "data-key": `title-${goal.id}`, autocomplete: "off" })),
      field("Who does it", el("select", { name: "by", "data-key": `by-${goal.id}` }, who)),
      el("button", {}, "Add")));
}

/** Agreeing a goal; `by` is whose words they are. */
export function agree(id, phone, by) {
  const send = ({ wording, first_step }) => phone.act("POST", `cases/${id}/goals`, { wording, wording_by: by, first_step });
  return fold("agree", phone.state.role === "client" ? "Add a goal of mine" : "Agree a goal",
    form(send,
      field(phone.state.role === "client" ? "In my own words" : "In the client’s own words", el("textarea", { name: "wording", rows: "3", "data-key": "wording" })),
      field("A first step, if there is one", el("input", { name: "first_step", "data-key": "first-step", autocomplete: "off" })),
      el("button", { "data-key": "agree-goal" }, "Save")));
}
