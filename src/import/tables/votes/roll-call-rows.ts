import { resolutionSlug } from "../../votes/plan/resolution.js";
import { rollCallNumber, WrongValue } from "../../votes/read/csv/cells.js";
import { type RollCallRow, readRollCall, rollCallColumns } from "../../votes/read/roll-call-row.js";
import type { VoteField } from "./vote-columns.js";

interface Begun {
  readonly rcid: number;
  /** What its first row says, to which the others must not say otherwise. */
  readonly said: string;
}

const fieldOf: Record<(typeof rollCallColumns)[number], VoteField> = {
  ...{ rcid: "rcid", session: "session", date: "date", unres: "resolution", amend: "amend", para: "para" },
  ...{ short: "short", descr: "text", stated_yes: "yes", stated_no: "no", stated_abstain: "abstain" },
} as const;

/** The roll calls that the rows of votes are about, each made of its first row. */
export class RollCallRows {
  readonly rows: RollCallRow[];
  readonly #begun = new Map<string, Begun>();
  readonly #numbers: ReadonlySet<number> | undefined;

  /** @param known those of a table of roll calls, beside which rows of votes say nothing */
  constructor(known: readonly RollCallRow[] | undefined) {
    this.rows = [...(known ?? [])];
    this.#numbers = known && new Set(known.map(({ rcid }) => rcid));
  }

  /**
   * The number by which votes belong to their roll call.
   *
   * @throws WrongValue where the row does not say which roll call it is about, or another row says otherwise
   */
  of(text: (field: VoteField) => string, line: number, numbered: boolean): number {
    if (this.#numbers) {
      const rcid = rollCallNumber(text("rcid"));
      if (this.#numbers.has(rcid)) return rcid;
      throw new WrongValue("no roll call", `no roll call ${rcid} is in the table of roll calls`);
    }
    const cells = rollCallColumns.map((column) => text(fieldOf[column]));
    const resolution = text("resolution");
    const key = text(numbered ? "rcid" : "id") || [resolution, text("date")].join("\0");
    const said = cells.join("\0");
    const begun = this.#begun.get(key);
    if (begun?.said === said) return begun.rcid;
    if (begun) {
      const reason = "has another date, resolution, title or totals for this roll call than an earlier row";
      throw new WrongValue("roll call", reason);
    }
    if (!numbered) refuseOther(resolution);
    const rcid = numbered ? rollCallNumber(text("rcid")) : this.rows.length + 1;
    const session = numbered ? text("session") : wholeSession(text("session"));
    const read: Partial<Record<string, string>> = { rcid: String(rcid), session };
    const values = rollCallColumns.map((column, place) => read[column] ?? cells[place] ?? "");
    this.rows.push(readRollCall(values, line, { numbered, exactDays: !numbered }));
    this.#begun.set(key, { rcid, said });
    return rcid;
  }
}

function refuseOther(resolution: string): void {
  if (resolutionSlug(resolution) === undefined) throw new WrongValue("no resolution", "names no resolution");
  if (!/^S\//i.test(resolution)) return;
  throw new WrongValue("other body", `${resolution} is a resolution of the Security Council: use \`import table\``);
}

/** Special sessions are not numbered with the others: their resolutions' symbols say which they are. */
const wholeSession = (session: string): string => (/^\d+(\.0+)?$/.test(session) ? session : "");
