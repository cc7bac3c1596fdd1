import type { WhereDoesAGroupStandOnSomeProposalsQuery } from "standpoint-client/questions/where-does-a-group-stand-on-some-proposals";
import type { Stance } from "../../stance.js";
import { orderOf, transposed } from "./seriation.js";

type StanceMatrix = WhereDoesAGroupStandOnSomeProposalsQuery["stanceMatrix"];

/** Who stands where on what, with rows and columns in an order in which neighbours are alike. */
export interface OrderedMatrix {
  readonly proposals: readonly { readonly slug: string; readonly title: string; readonly date?: string | null }[];
  readonly rows: readonly {
    readonly slug: string;
    readonly name: string;
    /** A stance for each proposal; undefined where none is on record. */
    readonly stances: readonly (Stance | undefined)[];
  }[];
  /** How many cells have a stance. */
  readonly held: number;
}

/** Stances as numbers, so that rows can be compared. */
const values: Readonly<Record<Stance, number>> = {
  SUPPORTS: 1,
  CONDITIONALLY_SUPPORTS: 0.5,
  UNDECIDED: 0,
  ABSTAINS: 0,
  OPPOSES: -1,
};

/** Orders a matrix; proposals on which no row has a stance are left out. */
export function ordered({ rows, columns, cells }: StanceMatrix): OrderedMatrix {
  const stances = cells.map((row) => (row ?? []).map((cell) => cell?.stance));
  const filled = [...columns.keys()].filter((column) => stances.some((row) => row[column] !== undefined));
  const table = stances.map((row) =>
    filled.map((column) => {
      const stance = row[column];
      return stance && values[stance];
    }),
  );
  const columnOrder = orderOf(transposed(table)).flatMap((index) => filled[index] ?? []);
  const rowOrder = orderOf(table);
  return {
    proposals: columnOrder.flatMap((index) => columns[index] ?? []),
    rows: rowOrder.flatMap((index) => {
      const row = rows[index];
      return row ? [{ ...row, stances: columnOrder.map((column) => stances[index]?.[column]) }] : [];
    }),
    held: table.flat().filter((value) => value !== undefined).length,
  };
}
