// How times and the core's stable names are said on a screen.

const clockFormat = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });
const dateFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

const DAY = 86_400_000;

function daysFromToday(ms) {
  const midnight = (time) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(ms) - midnight(Date.now())) / DAY);
}

/** "10:42", with the day unless it is today. */
export function time(ms) {
  const days = daysFromToday(ms);
  const clock = clockFormat.format(ms);
  return days === 0 ? clock : `${day(ms)}, ${clock}`;
}

/** "today", "tomorrow", "Tue 3 Mar" or, when it is far away, "3 Mar 2024". */
export function day(ms) {
  const days = daysFromToday(ms);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return Math.abs(days) < 120 ? dayFormat.format(ms) : dateFormat.format(ms);
}

/** "today at 10:30". */
export function appointment(ms) {
  return `${day(ms)} at ${clockFormat.format(ms)}`;
}

/** With a capital letter. */
export function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "3 changes". */
export function count(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

/** A title; an id that no instrument on this phone gives words to is made readable. */
export function title(words) {
  return /^[a-z0-9-]+$/.test(words) ? sentence(words.replaceAll("-", " ")) : words;
}

export const MODES = {
  home: "at home",
  community: "out and about",
  practice: "at the practice",
  accompanied: "going along together",
  phone: "by phone",
  video: "by video",
  message: "by message",
  letter: "by letter",
};

export const CONDITIONS = {
  t2d: "type 2 diabetes",
  copd: "COPD",
  asthma: "asthma",
  chd: "heart disease",
};

export const GOAL_STATES = {
  proposed: "put forward",
  active: "being worked on",
  parked: "set aside for a while",
  reached: "reached",
  partly: "reached in part",
  dropped: "let go",
  changed: "became another goal",
};

/** Who does something, as the person who reads it would say. */
export function stepBy(role) {
  const client = role === "client" ? "me" : "the client";
  const worker = role === "client" ? "my link worker" : "the link worker";
  return { client, worker, together: "together", service: "a service" };
}

export const REFERRAL_STATES = {
  drafted: "being prepared",
  sent: "sent",
  received: "the service has it",
  accepted: "accepted",
  waiting: "waiting for a place",
  rejected: "the service said no",
  failed: "could not go ahead",
  cancelled: "called off",
  on_hold: "on hold",
  started: "begun",
  attended: "attended",
  finished: "finished",
};

export const PROBLEMS = {
  unreachable: "no connection",
  stalled: "the connection is too slow",
  cut_off: "the connection broke off",
  not_our_server: "something other than the server answered",
  token_revoked: "this phone was signed out by the service",
  unauthorised: "this phone must sign in again",
  update_app: "the app must be updated first",
};

export const FOUND_IN = {
  visit_note: "In a note",
  goal: "In a goal",
  step: "In a step",
  check_in: "In a check-in",
  assessment: "In an assessment",
  onward_referral: "In a referral",
  referral_status: "In a referral",
  need: "In a need",
  client: "In the client’s details",
  contact: "In a contact",
  next_contact: "In the next contact",
};
