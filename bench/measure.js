import { loadInTurn } from "./load.js";
import { sessionPids } from "./record.js";
import { forgetPeak, memory, processorTimes, timeBetween } from "./usage.js";

const warmUp = 0.3; // of a round's time, before each round: connections that idled were closed

/** Starts peers on a record, one after the other. Stop them with `stopPeers`, whatever happens. */
export async function startPeers(running, peers, record, options) {
  for (const peer of peers) {
    const servers = await peer.start({ ...options, databaseUrl: record.url });
    running.push({ name: peer.name, peer, record, servers, urls: servers.map(({ url }) => url) });
  }
}

export async function stopPeers(running) {
  for (const { servers } of running) for (const server of servers) await server.stop();
}

/** Asks a peer for the time of a round, so that what runs often is compiled. */
export async function warm({ name, urls }, { questions }, { connections, milliseconds }) {
  await loadInTurn({ urls, questions: questions.get(name), connections, milliseconds });
}

/**
 * One round of one peer.
 *
 * @returns what `loadInTurn` tells; `ownTime` and `databaseTime`, the processor time a request of the peer's processes and
 * of the database's sessions, in milliseconds; `peak`, the most memory that its processes had resident, in bytes
 */
export async function measureRound(one, prepared, { connections, milliseconds }) {
  await warm(one, prepared, { connections, milliseconds: milliseconds * warmUp });
  const pids = one.servers.map(({ pid }) => pid);
  const times = async () => ({
    own: processorTimes(pids),
    database: processorTimes(await sessionPids(one.record.client)),
  });
  pids.forEach(forgetPeak);
  const before = await times();
  const questions = prepared.questions.get(one.name);
  const result = await loadInTurn({ urls: one.urls, questions, connections, milliseconds });
  const after = await times();
  const each = (which) => {
    const time = timeBetween(before[which], after[which]);
    return time === undefined ? undefined : time / result.requests;
  };
  const peak = pids.reduce((sum, pid) => sum + memory(pid).peak, 0);
  return { ...result, ownTime: each("own"), databaseTime: each("database"), peak };
}
