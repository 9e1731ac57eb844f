// Judges every bundle of a folder with the npm package `fhir`, and writes what it found as JSON: file name to messages.

"use strict";

const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const [packages, folder] = process.argv.slice(2);
const { Fhir } = createRequire(path.join(packages, "package.json"))("fhir");
const fhir = new Fhir();
const found = {};
for (const name of fs.readdirSync(folder).sort()) {
  const bundle = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
  const judged = fhir.validate(bundle, { errorOnUnexpected: true });
  const errors = judged.messages.filter((message) => ["error", "fatal"].includes(message.severity));
  found[name] = errors.map((message) => `${message.resourceId} ${message.location}: ${message.message}`);
}
process.stdout.write(JSON.stringify(found));
