// One phone: its head, and one screen at a time below it. A screen says where its data is and how it looks; the phone reads
// the data again whenever something changed, and touches the screen only when it is not the same.

import { caseload } from "./caseload.js";
import { el, refill } from "./element.js";
import { mine } from "./mine.js";
import { ask } from "./server.js";
import { head } from "./sync_line.js";

export class Phone {
  constructor(root) {
    this.name = root.dataset.phone;
    this.head = el("div", { class: "head" });
    this.alert = el("p", { class: "alert", role: "alert", hidden: true });
    this.body = el("div", { class: "screen" });
    root.replaceChildren(this.head, this.alert, this.body);
    refill(this.body, el("p", { class: "waiting" }, "Switched off."));
    this.shown = "";
    this.reading = 0;
    this.sending = Promise.resolve();
  }

  /** What the stage says of this phone. */
  update(state) {
    const changed = this.state?.changes !== state.changes;
    this.state = state;
    const shown = JSON.stringify({ ...state, changes: 0 });
    if (shown !== this.headShown) {
      this.headShown = shown;
      refill(this.head, head(this, state));
    }
    if (!state.ready) return;
    if (!this.screen) this.go(this.home());
    else if (changed && this.screen.live) this.refresh();
  }

  home() {
    return this.state.role === "client" ? mine() : caseload();
  }

  /** Shows another screen, from its top, with the focus on its heading. */
  async go(screen) {
    this.screen = screen;
    this.shown = "";
    this.say("");
    await this.refresh();
    this.body.scrollTop = 0;
    if (this.moved) this.body.querySelector("h2")?.focus({ preventScroll: true });
    this.moved = true;
  }

  /** Reads the screen's data again. */
  async refresh() {
    const screen = this.screen;
    const reading = ++this.reading;
    try {
      const data = await this.ask("GET", screen.path);
      if (screen !== this.screen || reading !== this.reading) return;
      const shown = JSON.stringify(data);
      if (shown === this.shown) return;
      this.shown = shown;
      refill(this.body, screen.render(data, this));
    } catch (error) {
      this.say(error.message);
    }
  }

  /** Draws the screen again with what was read last, as when a part of it was folded out. */
  redraw() {
    refill(this.body, this.screen.render(JSON.parse(this.shown), this));
  }

  /** Does something on this phone and shows what came of it; gives whether it worked. */
  async act(method, path, body) {
    try {
      const answer = await this.ask(method, path, body);
      this.say("");
      if (this.screen?.live) await this.refresh();
      return answer;
    } catch (error) {
      this.say(error.message);
      return null;
    }
  }

  /** One call after the other: what was typed is with the core before the button pressed after it is. */
  inTurn(call) {
    this.sending = this.sending.then(call);
    return this.sending;
  }

  ask(method, path, body) {
    return ask(method, `/api/phones/${this.name}/${path}`, body);
  }

  say(words) {
    this.alert.textContent = words;
    this.alert.hidden = words === "";
  }
}
