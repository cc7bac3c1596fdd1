import type { Entry } from "../../record/entities/index.js";
import type { Known } from "../../record/known.js";
import { type FileProblem, Problems } from "./problem.js";

const votes = { SUPPORTS: "yes", OPPOSES: "no", ABSTAINS: "abstain" } as const;

/** The votes of an import, counted by roll call. */
export class Tally {
  readonly #counts = new Map<string, Record<string, number>>();

  add({ basis, stance, evidence }: Entry<"positions">): void {
    if (basis !== "VOTE" || evidence?.rollCall === undefined || !(stance in votes)) return;
    const counts = this.#counts.get(evidence.rollCall) ?? {};
    const vote = votes[stance as keyof typeof votes];
    counts[vote] = (counts[vote] ?? 0) + 1;
    this.#counts.set(evidence.rollCall, counts);
  }

  /** Roll calls of which the files have more votes than they state: fewer are usual, since few dossiers have every vote. */
  warnings(known: Known): Problems {
    const warnings = new Problems();
    for (const item of known.items.rollCalls.values()) {
      const counts = this.#counts.get(item.entry.slug);
      for (const vote of Object.values(votes)) {
        const stated = item.entry.stated?.[vote] ?? Number.POSITIVE_INFINITY;
        const found = counts?.[vote] ?? 0;
        if (found <= stated) continue;
        // Told by an item of a file.
        warnings.add(item.problem(["stated", vote], `${stated} stated, but the files have ${found}`) as FileProblem);
      }
    }
    return warnings;
  }
}
