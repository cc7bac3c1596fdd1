import { connect, createServer, type Server, type Socket } from "node:net";

/** What a link does with what a client sends: pass it on; pass it on and then cut; cut, or fall silent, instead. */
type Fate = "pass" | "passThenCut" | "cut" | "silence";

/**
 * The network between a process and its Postgres server, in a test's hands: it can be cut, refuse connections, or forget
 * those that it has, as a firewall does, so that both sides go on waiting.
 */
export class DatabaseLink {
  readonly #server: Server;
  #to: { host: string; port: number };
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #silent = false;
  #port = 0;
  #fate: { readonly text: string; readonly fate: Fate } | undefined;

  private constructor(databaseUrl: string) {
    this.#to = placeOf(databaseUrl);
    this.#server = createServer((client) => this.#join(client));
  }

  /** @param databaseUrl of a server that is reached over TCP */
  static async open(databaseUrl: string): Promise<{ link: DatabaseLink; url: string }> {
    const link = new DatabaseLink(databaseUrl);
    await link.#listen();
    const url = new URL(databaseUrl);
    url.hostname = "127.0.0.1";
    url.port = String(link.#port);
    return { link, url: url.href };
  }

  /** Connections that it has get nothing any more, in both directions, for good; new ones are as ever. */
  forget(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.pause().removeAllListeners("data");
  }

  /** The same, and new ones get nothing either, until `restore`. */
  silence(): void {
    this.#silent = true;
    this.forget();
  }

  /** Cuts all connections, and refuses new ones until `restore`. */
  async refuse(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cut();
    await closed;
  }

  cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  async restore(): Promise<void> {
    this.#silent = false;
    if (!this.#server.listening) await this.#listen();
  }

  /** New connections lead to another server. */
  leadTo(databaseUrl: string): void {
    this.#to = placeOf(databaseUrl);
  }

  /** Decides what happens when a client next sends some text, such as "COMMIT". */
  when(text: string, fate: Fate): void {
    this.#fate = { text, fate };
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.refuse();
  }

  async #listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (typeof address === "object" && address) this.#port = address.port;
  }

  #join(client: Socket): void {
    if (this.#silent) client.pause();
    const database = connect(this.#to);
    const pair = [client, database] as const;
    this.#pairs.add(pair);
    for (const [from, to] of [pair, [database, client] as const]) {
      from.on("error", () => undefined);
      from.on("close", () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
    }
    if (this.#silent) return;
    database.on("data", (bytes) => client.write(bytes));
    client.on("data", (bytes) => this.#pass(bytes, pair));
  }

  #pass(bytes: Buffer, [client, database]: readonly [Socket, Socket]): void {
    const decided = this.#fate && bytes.includes(this.#fate.text) ? this.#fate.fate : "pass";
    if (decided !== "pass") this.#fate = undefined;
    switch (decided) {
      case "cut":
        client.destroy();
        return;
      case "silence":
        client.pause().removeAllListeners("data");
        database.pause().removeAllListeners("data");
        return;
      case "passThenCut":
        // Its answer is what comes back next: by then it is done.
        database.removeAllListeners("data").once("data", () => client.destroy());
        database.write(bytes);
        return;
      default:
        database.write(bytes);
    }
  }
}

function placeOf(databaseUrl: string): { host: string; port: number } {
  const { hostname, port } = new URL(databaseUrl);
  return { host: hostname, port: Number(port || 5432) };
}
