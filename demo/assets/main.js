// The page: one request that waits for changes, and three phones that read again what they show when something changed.

import { Phone } from "./phone.js";
import { ask } from "./server.js";

const PHASES = {
  starting: "Starting the server and making up an organisation…",
  loading: "Reading an invented caseload into the server…",
  receiving: "The phones are receiving what is theirs…",
  ready: "",
};

const phones = new Map();
for (const root of document.querySelectorAll(".phone")) phones.set(root.dataset.phone, new Phone(root));

function show(stage) {
  const line = document.getElementById("stage");
  const words = stage.stage.phase === "failed" ? `The demonstration could not be set up: ${stage.stage.why}` : PHASES[stage.stage.phase];
  if (line.textContent !== words) line.textContent = words;
  line.hidden = words === "";
  if (stage.supervisors_page) showSupervisorsPage(stage.supervisors_page);
  for (const phone of stage.phones) phones.get(phone.name)?.update(phone);
}

function showSupervisorsPage(page) {
  document.getElementById("supervisor").hidden = false;
  document.getElementById("supervisor-link").href = page.address;
  document.getElementById("supervisor-login").textContent = page.login;
  document.getElementById("supervisor-password").textContent = page.password;
}

function waitASecond() {
  return new Promise((resolve) => setTimeout(resolve, 1000));
}

async function watch() {
  for (let number = 0; ; ) {
    try {
      const stage = await ask("GET", `/api/changes?after=${number}`);
      number = stage.number;
      show(stage);
    } catch (error) {
      const line = document.getElementById("stage");
      line.hidden = false;
      line.textContent = error.message;
      await waitASecond();
    }
  }
}

watch();
