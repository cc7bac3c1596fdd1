import { setMaxListeners } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import { Client } from "undici";

const users = 2;
const pause = 10; // milliseconds between two questions of a user

/**
 * A light question of two users, alone and while others ask something else.
 *
 * @param url where the server answers; addresses of this machine are proxies' for it, so each client is at an address of its own
 * @param light the body of the light question
 * @param others what the others ask: `{ address, body }` for each of their connections, the body a function of a number
 * @param meanwhile what is done besides, until the signal that it gets is aborted
 * @returns what `told` says of the light question `alone` and `beside`; how often the others got which answer; what
 * `meanwhile` resolved to
 */
export async function besideOthers({ url, light, others, milliseconds, meanwhile }) {
  const lightQuestions = async (time) => {
    const all = Array.from({ length: users }, (_, index) =>
      asking(url, `192.0.2.${index + 1}`, () => light, time, { wait: pause }),
    );
    return told((await Promise.all(all)).flat());
  };
  const alone = await lightQuestions(milliseconds / 2);
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const { signal } = stop;
  const attacking = others.map(({ address, body }) => asking(url, address, body, Infinity, { signal }));
  await after(500);
  const watching = meanwhile?.(signal);
  const beside = await lightQuestions(milliseconds);
  stop.abort();
  const answers = counted((await Promise.all(attacking)).flat());
  const watched = await watching;
  await after(500);
  return { alone, beside, ratio: beside.p95 / alone.p95, answers, watched };
}

/** Asks on one connection from one address until the time is over, and tells how long each answer took and its status. */
export async function asking(url, address, body, time, { signal, wait = 0 } = {}) {
  const { origin, pathname } = new URL(url);
  const client = new Client(origin, { pipelining: 1 });
  const answers = [];
  const end = performance.now() + time;
  for (let nth = 0; performance.now() < end && !signal?.aborted; nth += 1) {
    const began = performance.now();
    const answer = await client
      .request({
        path: pathname,
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": address },
        body: body(nth),
        signal,
      })
      .then(async ({ statusCode, body: text }) => ({ statusCode, text: await text.text() }))
      .catch((error) => ({ statusCode: 0, text: String(error) }));
    if (signal?.aborted) break;
    const [, code] = /"code":"([A-Z_]+)"/.exec(answer.text) ?? [];
    answers.push({ took: performance.now() - began, code: code ?? answer.statusCode });
    if (wait > 0) await after(wait);
  }
  await client.destroy();
  return answers;
}

function told(answers) {
  const times = answers.map(({ took }) => took).sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  const failures = answers.filter(({ code }) => code !== 200).length;
  return { answers: answers.length, failures, p50: at(0.5), p95: at(0.95), most: times.at(-1) };
}

function counted(answers) {
  const counts = {};
  for (const { code } of answers) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
