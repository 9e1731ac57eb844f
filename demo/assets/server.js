// Asking the demonstration's small interface. What comes back is what a phone's core says at that moment.

/** The answer as an object; throws an error with plain words when there is none. */
export async function ask(method, path, body) {
  const request = { method, headers: {} };
  if (body !== undefined) {
    request.headers["Content-Type"] = "application/json";
    request.body = JSON.stringify(body);
  }
  let reply;
  try {
    reply = await fetch(path, request);
  } catch {
    throw new Error("The demonstration does not answer. Is it still running?");
  }
  const answer = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Error(answer.words ?? "Something went wrong.");
  return answer;
}
