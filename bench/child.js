import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts a module of this folder as a process of its own, which answers messages; see `answerParent`. */
export async function startChild(module, config) {
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), [JSON.stringify(config)], {
    env: { ...process.env, NODE_ENV: "production" }, // as in containers; graphql-js checks less
  });
  const ended = new Promise((resolve, reject) => {
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${module} ended with ${code}`))));
  });
  const answer = async () => {
    const [message] = await Promise.race([once(child, "message"), ended.then(() => [])]);
    return message;
  };
  return {
    started: await answer(),
    /** Asks the child something, one question at a time. */
    ask(question) {
      const answered = answer();
      child.send(question);
      return answered;
    },
    stop() {
      child.send("stop");
      return ended;
    },
  };
}

/** In the child: tells that it has started, then answers what the parent asks by `answers`, until it is told to stop. */
export function answerParent(started, answers, stop) {
  process.on("message", async (question) => {
    if (question !== "stop") return process.send(await answers[question]());
    await stop();
    process.disconnect();
  });
  process.send(started);
}

export const configOfChild = () => JSON.parse(process.argv[2]);

/** The processor time that this process has used, in milliseconds. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
