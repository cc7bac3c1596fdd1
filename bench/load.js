import { Pool } from "undici";

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
  latencies.sort((a, b) => a - b);
  const percentile = (part) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))];
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
  };
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

function asking(pool, path, body) {
  const headers = { "content-type": "application/json" };
  return async () => {
    const answer = await pool.request({ path, method: "POST", headers, body });
    const text = await answer.body.text();
    if (answer.statusCode !== 200 || text.includes('"errors":'))
      throw new Error(`An answer is an error: ${text.slice(0, 500)}`);
  };
}

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
