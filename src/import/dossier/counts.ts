import { type ListName, listNames } from "../../record/entities/index.js";

/** How many entries of each list were recorded, revised or left as they are. */
export type ImportCounts = { readonly [List in ListName]: Counts };

interface Counts {
  recorded: number;
  revised: number;
  unchanged: number;
}

export const emptyCounts = (): ImportCounts =>
  Object.fromEntries(listNames.map((list) => [list, { recorded: 0, revised: 0, unchanged: 0 }])) as ImportCounts; // every list is a key
