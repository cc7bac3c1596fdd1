import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { FairQueue } from "../db/admission/fair-queue.js";
import type { Database } from "../db/database.js";
import type { Observer } from "./observer.js";
import { type RecordState, recordState } from "./record.repository.js";

/** Error codes that are labels. A code that is not listed counts as `other`, so that nobody can make up labels. */
const codes: ReadonlySet<string> = new Set([
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "INTERNAL_SERVER_ERROR",
  "NOT_ACCEPTABLE",
  "NOT_FOUND",
  "OPERATION_RESOLUTION_FAILURE",
  "OVERLOADED",
  "PAYLOAD_TOO_LARGE",
  "PERSISTED_DOCUMENT_NOT_FOUND",
  "PERSISTED_DOCUMENT_REQUIRED",
  "PERSISTED_QUERY_NOT_FOUND",
  "QUERY_TOO_DEEP",
  "QUERY_TOO_EXPENSIVE",
  "QUERY_TOO_LARGE",
  "QUERY_TOO_LONG",
  "QUERY_TOO_MANY_ALIASES",
  "QUERY_TOO_MANY_ROOT_FIELDS",
  "RATE_LIMITED",
  "REQUEST_ABORTED",
  "SERVICE_UNAVAILABLE",
  "SUBGRAPH_TIMEOUT",
  "SUBGRAPH_UNAVAILABLE",
  "TIMEOUT",
  "UNAUTHENTICATED",
  "UNAVAILABLE",
  "UNSUPPORTED_MEDIA_TYPE",
  "VARIABLES_TOO_DEEP",
  "VARIABLES_TOO_LARGE",
]);

const labelOf = (code = "OK"): string => (code === "OK" || codes.has(code) ? code : "other");

/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const queueNames = ["process", "documents", "database"] as const;

/**
 * The metrics of a process. Every label has few values: the names of standard questions, servers, routes, codes and groups of
 * callers.
 */
export class Metrics {
  readonly registry = new Registry();
  readonly #questions: ReadonlySet<string>;
  readonly #queues: { name: string; queue: FairQueue }[] = [];
  readonly #requests = this.#counter("requests", "requests to the API with a response", [
    "server",
    "question",
    "kind",
    "code",
  ]);
  readonly #responses = this.#counter("http_responses", "HTTP responses", ["server", "route", "status"]);
  readonly #cost = this.#counter("cost_milliseconds", "expected database time of operations, in milliseconds", [
    "server",
    "group",
    "outcome",
  ]);
  readonly #followers = this.#gauge("subscriptions", "subscriptions that are open", ["server"]);
  readonly #durations = this.#histogram("request_duration_seconds", "seconds from a request to its response", [
    "server",
    "question",
  ]);
  readonly #sql = this.#histogram("sql_duration_seconds", "seconds that a query took in the database", ["outcome"]);

  /** @param questions the names of the standard questions */
  constructor(questions: readonly string[]) {
    this.#questions = new Set(questions);
    collectDefaultMetrics({ register: this.registry });
    this.#gaugeOf("queue_waiting", "tasks that wait to be started", ["queue"], (set) => {
      for (const name of queueNames) set(this.#queueTotal(name, "waiting"), { queue: name });
    });
    this.#gaugeOf("queue_refusals", "tasks that were not started in time, since the start", ["queue"], (set) => {
      for (const name of queueNames) set(this.#queueTotal(name, "refused"), { queue: name });
    });
  }

  /** The measurements of a server. Its name is a label, such as `api`, `gateway` or a module's name. */
  server(server: string): Observer {
    return {
      response: (route = "none", status) => this.#responses.inc({ server, route, status: String(status) }),
      request: ({ question, kind, code, seconds }) => {
        const named = question !== undefined && this.#questions.has(question) ? question : "other";
        this.#requests.inc({ server, question: named, kind: kind ?? "none", code: labelOf(code) });
        this.#durations.observe({ server, question: named }, seconds);
      },
      cost: (group, outcome, cost) => this.#cost.inc({ server, group, outcome }, cost),
      follower: () => {
        this.#followers.inc({ server });
        return () => this.#followers.dec({ server });
      },
      queue: (name, queue) => void this.#queues.push({ name, queue }),
    };
  }

  /** Takes note of a query on the database. */
  readonly query = (seconds: number, failed: boolean): void =>
    this.#sql.observe({ outcome: failed ? "failed" : "ok" }, seconds);

  /**
   * Adds what can be asked of the database: its connections, its size, and the state of the record.
   *
   * @param feedHead the last change that this process has read for its subscribers; undefined where it has none
   */
  watch(database: Database, feedHead: () => number | undefined): void {
    this.#queues.push({ name: "database", queue: database.turns });
    const { pool } = database;
    if (pool)
      this.#gaugeOf("pool_connections", "connections of the pool", ["state"], (set) => {
        const { size, idle, waiting } = pool();
        set(size - idle, { state: "used" });
        set(idle, { state: "idle" });
        set(waiting, { state: "waited_for" });
      });
    const state = recordState(database);
    for (const [name, { help, of }] of Object.entries(ofRecord))
      this.#gaugeOfRecord(name, help, [], async (set) => {
        const known = await state();
        if (known) set(of(known), {});
      });
    const lag = "changes that a reader of the feed has not read yet";
    this.#gaugeOfRecord("feed_lag_changes", lag, ["reader"], async (set) => {
      const known = await state();
      if (!known) return;
      set(known.lag, { reader: "saved_questions" });
      set(Math.max(0, known.lastChange - (feedHead() ?? known.lastChange)), { reader: "subscriptions" });
    });
    const deliveries = "webhook deliveries of the last 30 days by status";
    this.#gaugeOfRecord("webhook_deliveries", deliveries, ["status"], async (set) => {
      const known = await state();
      if (!known) return;
      set(known.pending, { status: "pending" });
      set(known.failed, { status: "failed" });
    });
    this.#gaugeOfRecord("database_info", "1, with the kind of the database", ["kind"], (set) =>
      set(1, { kind: database.kind }),
    );
  }

  #queueTotal(name: string, what: "waiting" | "refused"): number {
    return this.#queues.filter((one) => one.name === name).reduce((sum, { queue }) => sum + queue.state[what], 0);
  }

  #counter(name: string, help: string, labelNames: string[]) {
    return new Counter({ name: `standpoint_${name}_total`, help, labelNames, registers: [this.registry] });
  }

  #gauge(name: string, help: string, labelNames: string[]) {
    return new Gauge({ name: `standpoint_${name}`, help, labelNames, registers: [this.registry] });
  }

  #histogram(name: string, help: string, labelNames: string[]) {
    return new Histogram({ name: `standpoint_${name}`, help, labelNames, buckets, registers: [this.registry] });
  }

  /** A gauge that is read when the metrics are requested. Those of several workers are added up. */
  #gaugeOf(name: string, help: string, labelNames: string[], read: ReadGauge, aggregator: "sum" | "max" = "sum"): void {
    const set: SetValue = (value, labels) => gauge.set(labels, value);
    const collect = () => read(set);
    const registers = [this.registry];
    const gauge: Gauge = new Gauge({ name: `standpoint_${name}`, help, labelNames, registers, collect, aggregator });
  }

  /** A gauge that says the same in every worker, or the worst of them counts. */
  #gaugeOfRecord(name: string, help: string, labelNames: string[], read: ReadGauge): void {
    this.#gaugeOf(name, help, labelNames, read, "max");
  }
}

type SetValue = (value: number, labels: Record<string, string>) => void;
type ReadGauge = (set: SetValue) => void | Promise<void>;

/** Gives the metrics of a worker to the process that started it, whenever that asks. */
export function giveToParent({ registry }: Metrics): void {
  new AggregatorRegistry(); // makes the library listen for the question
  AggregatorRegistry.setRegistries([registry]);
}

/** The metrics of all workers that this process has started, in Prometheus' text format. */
export function metricsOfWorkers(): MetricsText {
  const workers = new AggregatorRegistry();
  return { contentType: workers.contentType, metrics: () => workers.clusterMetrics() };
}

/** Where the text of metrics comes from. */
export interface MetricsText {
  readonly contentType: string;
  metrics(): Promise<string>;
}

const ofRecord: Record<string, { help: string; of: (state: RecordState) => number }> = {
  database_bytes: { help: "size of the database", of: ({ bytes }) => bytes },
  feed_last_change: { help: "number of the last change in the feed", of: ({ lastChange }) => lastChange },
  webhook_oldest_seconds: {
    help: "seconds for which a webhook delivery is overdue, the oldest",
    of: ({ overdue }) => overdue,
  },
  import_running: { help: "bulk imports that hold the database's lock now", of: ({ importing }) => importing },
  imported_rows: { help: "rows that bulk imports have ever recorded", of: ({ imported }) => imported },
};
