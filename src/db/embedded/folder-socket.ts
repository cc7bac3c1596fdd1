import { connect, createServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";

/** Answers one line of text by another. */
export type Answering = (question: string) => Promise<string>;

/** The socket on which the holder of a data folder shows that it lives, and answers others if it has an answer function. */
export interface FolderSocket {
  /** Until then every connection is closed at once. */
  answer(answering: Answering): void;
  close(): Promise<void>;
}

/** In characters: requests are short. */
const longestQuestion = 10_000;
/** Milliseconds in which a question must be there, once its asker has connected. */
const questionWithin = 5000;
/** Milliseconds; a database that is busy with something long answers late. */
const answerWithin = 60_000;

/** Listens on a Unix socket, or on a named pipe of Windows. Does not keep the process alive. */
export async function listenOn(path: string): Promise<FolderSocket> {
  let answering: Answering | undefined;
  const sockets = new Set<Socket>();
  // Half open: the client ends its side first, then reads the answer.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    if (!answering) return void socket.destroy();
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy()); // such as one that only looked whether anybody listens
    void converse(socket, answering);
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject);
    server.listen(path, resolve).unref();
  });
  return {
    answer: (answerer) => {
      answering = answerer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function converse(socket: Socket, answering: Answering): Promise<void> {
  socket.setEncoding("utf8").setTimeout(questionWithin, () => socket.destroy());
  let question = "";
  try {
    // The iteration that streams have by themselves would close the socket at the question's end.
    for await (const part of socket.iterator({ destroyOnReturn: false })) {
      question += part;
      if (question.length > longestQuestion) return void socket.destroy();
    }
    if (question === "") return void socket.destroy();
    socket.setTimeout(0);
    socket.end(await answering(question));
  } catch {
    socket.destroy(); // its asker is gone, or sees that there is no answer; `answering` reports what it cannot do
  }
}

/**
 * Sends a request to the process that listens on a socket.
 *
 * @param within milliseconds for the answer; 0 is no limit
 * @returns undefined where nobody does, or nobody answers
 */
export async function askAt(path: string, question: string, within = answerWithin): Promise<string | undefined> {
  const socket = connect({ path, allowHalfOpen: true });
  socket.setTimeout(within, () => socket.destroy());
  try {
    socket.end(question);
    return (await text(socket)) || undefined;
  } catch {
    return undefined; // refused, hung up on, or no longer there: nobody answers, whichever it was
  }
}
