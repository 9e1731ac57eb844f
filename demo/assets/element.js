// Making elements, and refilling a screen without taking anything from under somebody's fingers.

/** An element with attributes, listeners (`onclick`) and children; nothing is ever read as HTML. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/** Replaces what is in `screen`. Typed text, open folds, focus and scroll stay, by `data-key`. */
export function refill(screen, ...nodes) {
  const before = new Map();
  for (const element of screen.querySelectorAll("[data-key]")) before.set(element.dataset.key, element);
  const focused = screen.contains(document.activeElement) ? document.activeElement : null;
  const selection = focused && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd] : null;
  const scrolled = screen.scrollTop;
  screen.replaceChildren(...nodes.flat(Infinity).filter(Boolean));
  for (const element of screen.querySelectorAll("[data-key]")) keep(before.get(element.dataset.key), element);
  screen.scrollTop = scrolled;
  if (focused?.dataset.key) focusAgain(screen, focused.dataset.key, selection);
}

function keep(before, after) {
  if (!before) return;
  if (after.tagName === "DETAILS") after.open = before.open;
  else if (after.type === "radio") after.checked = before.checked;
  else if (after.type !== "checkbox" && "value" in after && after.tagName !== "BUTTON") after.value = before.value;
}

function focusAgain(screen, key, selection) {
  const element = screen.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!element) return;
  element.focus({ preventScroll: true });
  if (selection && selection[0] !== null) element.setSelectionRange(...selection);
}

/** A button. */
export function button(words, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, words);
}

/** A label with its field below it. */
export function field(words, input) {
  return el("label", { class: "field" }, el("span", {}, words), input);
}

/** A form that is sent with `send(values)` and empty again when that worked. */
export function form(send, ...children) {
  const element = el("form", { novalidate: true }, ...children);
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await send(Object.fromEntries(new FormData(element)))) {
      for (const control of element.querySelectorAll("input:not([type=radio]), textarea")) control.value = "";
      for (const radio of element.querySelectorAll("input[type=radio]")) radio.checked = false;
      const fold = element.closest("details");
      if (fold) fold.open = false;
    }
  });
  return element;
}

/** Something that opens when it is asked for. */
export function fold(key, words, ...children) {
  return el("details", { "data-key": key }, el("summary", {}, words), ...children);
}

/** Says that the server does not have this yet. */
export function unsentMark(unsent) {
  return unsent ? el("span", { class: "mark" }, "on this phone only") : null;
}
