import { UnusableFiles } from "../../votes/read/unusable-files.js";
import type { StateCode } from "../../votes/states/states.js";
import type { ValueForm } from "../value.js";

/** What a row of votes can say. */
export const voteFields = [
  ...["rcid", "id", "resolution", "date", "session", "country", "code", "vote", "short", "text"],
  ...["yes", "no", "abstain", "amend", "para"],
] as const;

export type VoteField = (typeof voteFields)[number];
export type CodeScheme = StateCode["scheme"];

/** Where the fields of a table of votes are. */
export interface VoteColumns {
  /** The form of each field; of several the first that is not empty. */
  readonly fields: Partial<Record<VoteField, readonly ValueForm[]>>;
  /** The scheme of codes that are numbers. */
  readonly scheme: CodeScheme | undefined;
  /** Whose data it is, where the columns show it. */
  readonly shape: "voeten" | "un-digital-library" | "other";
}

/** The usual names of each field's column, the best first. */
const usualNames: Partial<Record<VoteField, readonly string[]>> = {
  rcid: ["rcid"],
  id: ["undl_id", "roll_call_id", "rollcall_id", "vote_id", "roll_call", "rollcall"],
  resolution: ["unres", "resolution", "resolution_number", "resolution_symbol", "symbol", "draft"],
  date: ["date", "vote_date", "date_of_vote", "voted_on", "held_on"],
  session: ["session"],
  country: ["ms_name", "countryname", "country_name", "country", "member_state", "state"],
  code: [
    ...["ms_code", "country_code", "countrycode", "iso3", "iso2", "iso3c", "iso2c", "iso_code", "code"],
    ...["ccode", "cow_code", "cow", "m49"],
  ],
  vote: ["ms_vote", "vote"],
  short: ["short"],
  text: ["descr", "title", "resolution_title"],
  yes: ["stated_yes", "total_yes"],
  no: ["stated_no", "total_no"],
  abstain: ["stated_abstain", "total_abstentions", "total_abstain"],
  amend: ["amend"],
  para: ["para"],
};

/** Voeten's own files name the totals so; elsewhere such a column may hold something else. */
const voetenTotals = ["yes", "no", "abstain"] as const;

const schemes: Record<string, CodeScheme> = { ccode: "COW", cow_code: "COW", cow: "COW", m49: "M49" };

/**
 * Recognises the columns of a table by their usual names.
 *
 * @throws UnusableFiles where one is missing without which nobody can say who voted how on what
 */
export function recognised(file: string, header: readonly string[]): VoteColumns {
  const found = (field: VoteField) => (usualNames[field] ?? []).filter((name) => header.includes(name));
  const fields: Partial<Record<VoteField, ValueForm[]>> = {};
  for (const field of voteFields) {
    const names = found(field);
    // A table of both UN symbols has a resolution's where it was adopted, and the draft's in any case.
    const some = field === "resolution" ? names : names.slice(0, 1);
    if (some.length > 0) fields[field] = some.map((name) => `\${${name}}`);
  }
  const shape = shapeOf(header);
  if (shape === "voeten") {
    for (const name of voetenTotals) if (!fields[name] && header.includes(name)) fields[name] = [`\${${name}}`];
  }
  refuseMissing(file, header, fields);
  return { fields, scheme: schemes[found("code")[0] ?? ""], shape };
}

function shapeOf(header: readonly string[]): VoteColumns["shape"] {
  if (header.includes("undl_id") && header.includes("ms_vote")) return "un-digital-library";
  return header.includes("rcid") ? "voeten" : "other";
}

function refuseMissing(file: string, header: readonly string[], fields: VoteColumns["fields"]): void {
  const missing = [
    ...(fields.vote ? [] : ["the vote"]),
    ...(fields.country || fields.code ? [] : ["the country or its code"]),
    ...(fields.rcid || fields.resolution ? [] : ["the resolution or the roll call's number (rcid)"]),
    ...(fields.date || fields.rcid ? [] : ["the date"]),
  ];
  if (missing.length === 0) return;
  throw new UnusableFiles(
    `${file} has no recognised column for ${missing.join(", ")}. Its columns are ${header.join(", ")}. Map them with --map (docs/tables.md)`,
  );
}
