import { Client, Pool } from "undici";

/** Asks one question of one server over some connections for some time, each connection again as soon as it is answered. */
export async function load({ url, body, connections, milliseconds }) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const latencies = [];
  const began = performance.now();
  const ask = asking(pool, pathname, body);
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - began < milliseconds) latencies.push(await timed(ask));
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  return told(latencies, seconds);
}

/**
 * Asks known questions in turn, over some connections shared out among servers that answer alike, until the time or the
 * number of requests is over. Each answer must have the length that it had before: comparing them whole would cost more
 * than some servers take.
 *
 * @param urls one or several servers
 * @param questions `{ body, bytes }` each, asked in their order again and again; a body that is a function gets a number that
 * was never given before
 * @throws for an answer that is an error, or of another length
 */
export async function loadInTurn({ urls, questions, connections, milliseconds = Infinity, requests = Infinity }) {
  const latencies = [];
  const began = performance.now();
  let asked = 0;
  const over = () => asked >= requests || performance.now() - began >= milliseconds;
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const { origin, pathname } = new URL(urls[index % urls.length]);
      const client = new Client(origin, { pipelining: 1 });
      while (!over()) {
        const question = questions[asked++ % questions.length];
        const { body, bytes } = question;
        const made = typeof body === "function" ? body(nextNumber()) : body;
        latencies.push(await timed(() => measured(client, pathname, { body: made, bytes })));
      }
      await client.close();
    }),
  );
  return told(latencies, (performance.now() - began) / 1000);
}

let numbers = 0;
const nextNumber = () => numbers++;

/** The answer's text to one question, for looking at; an error is thrown. */
export async function askOnce(url, body) {
  const made = typeof body === "function" ? body(nextNumber()) : body;
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: made });
  const text = await answer.text();
  if (!answer.ok || text.includes('"errors":')) throw new Error(`An answer is an error: ${text.slice(0, 1000)}`);
  return text;
}

/** The time of each of some requests, one after the other, in milliseconds; `bodyOf` makes the body of each. */
export async function oneByOne({ url, bodyOf, requests }) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 1 });
  const times = [];
  for (let index = 0; index < requests; index += 1) times.push(await timed(asking(pool, pathname, bodyOf(index))));
  await pool.close();
  return times;
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function told(latencies, seconds) {
  latencies.sort((a, b) => a - b);
  const percentile = (part) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))];
  return {
    requests: latencies.length,
    seconds,
    perSecond: latencies.length / seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
  };
}

const headers = { "content-type": "application/json" };

function asking(pool, path, body) {
  return async () => {
    const answer = await pool.request({ path, method: "POST", headers, body });
    const text = await answer.body.text();
    if (answer.statusCode !== 200 || text.includes('"errors":'))
      throw new Error(`An answer is an error: ${text.slice(0, 500)}`);
  };
}

/** One request whose answer is counted as it comes, neither kept nor decoded: the client shares the servers' cores. */
function measured(client, path, { body, bytes }) {
  return new Promise((resolve, reject) => {
    let [status, received] = [0, 0];
    client.dispatch(
      { path, method: "POST", headers, body },
      {
        onRequestStart() {
          // Nothing to do, but undici knows a handler of this kind by it.
        },
        onResponseStart(_, statusCode) {
          status = statusCode;
        },
        onResponseData(_, chunk) {
          received += chunk.length;
        },
        onResponseEnd() {
          if (status === 200 && received === bytes) resolve();
          else reject(new Error(`An answer has status ${status} and ${received} bytes; it had ${bytes} before`));
        },
        onResponseError(_, error) {
          reject(error);
        },
      },
    );
  });
}

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
