import type { Transaction } from "../../db/writing/transact.js";
import type { Item, Path, Problem } from "../entries.js";
import type { Known } from "../known.js";
import { type Link, linkedSlugs } from "../store/slugs.js";

interface Edge {
  readonly from: string;
  readonly to: string;
  /** Where the import says so; undefined for what is recorded already. */
  readonly at?: { readonly item: Item; readonly path: Path };
}

/** That no statement answers itself, no action reverses itself and no proposal is part of itself, over any number of steps. */
export async function checkCycles(transaction: Transaction, known: Known): Promise<Problem[]> {
  const problems = selfRelations(known);
  for (const [link, { edges, does }] of Object.entries(chains(known))) {
    if (edges.length === 0) continue;
    // The keys of `chains` are the links.
    const recorded = await linkedSlugs(transaction, link as Link, declaredIn(link as Link, known));
    problems.push(...cycles([...edges, ...recorded], does));
  }
  return problems;
}

interface Chain {
  readonly edges: Edge[];
  readonly does: string;
}

function chains(known: Known): Record<Link, Chain> {
  const replies = [...known.items.statements.values()].flatMap((item) =>
    item.entry.inReplyTo
      ? [{ from: item.entry.slug, to: item.entry.inReplyTo, at: { item, path: ["inReplyTo"] } }]
      : [],
  );
  const reversals = [...known.items.policyActions.values()].flatMap((item) =>
    (item.entry.reverses ?? []).map((to, index) => ({
      from: item.entry.slug,
      to,
      at: { item, path: ["reverses", index] },
    })),
  );
  return {
    statements: { edges: replies, does: "answers" },
    policyActions: { edges: reversals, does: "reverses" },
    PART_OF: { edges: relations(known, "PART_OF"), does: "is part of" },
    BUILDS_ON: { edges: relations(known, "BUILDS_ON"), does: "builds on" },
    SUPERSEDES: { edges: relations(known, "SUPERSEDES"), does: "supersedes" },
  };
}

function relations(known: Known, wanted: string): Edge[] {
  return [...known.items.proposals.values()].flatMap((item) =>
    (item.entry.relations ?? []).flatMap(({ kind, proposal }, index) =>
      kind === wanted && proposal !== item.entry.slug
        ? [{ from: item.entry.slug, to: proposal, at: { item, path: ["relations", index, "proposal"] } }]
        : [],
    ),
  );
}

function selfRelations(known: Known): Problem[] {
  return [...known.items.proposals.values()].flatMap((item) =>
    (item.entry.relations ?? []).flatMap(({ proposal }, index) =>
      proposal === item.entry.slug
        ? [item.problem(["relations", index, "proposal"], "relates the proposal to itself", "Name another proposal")]
        : [],
    ),
  );
}

/** What the import says of an entity replaces what is recorded of it. */
function declaredIn(link: Link, known: Known): string[] {
  const list = link === "statements" || link === "policyActions" ? link : "proposals";
  return [...known.items[list].keys()];
}

/** A problem for each cycle, where the import closes it. */
function cycles(edges: readonly Edge[], does: string): Problem[] {
  const outgoing = new Map<string, Edge[]>();
  for (const edge of edges) {
    const others = outgoing.get(edge.from);
    if (others) others.push(edge);
    else outgoing.set(edge.from, [edge]);
  }
  const done = new Set<string>();
  const problems: Problem[] = [];
  for (const { from } of edges) problems.push(...cyclesFrom(from, outgoing, done, does));
  return problems;
}

function cyclesFrom(start: string, outgoing: Map<string, Edge[]>, done: Set<string>, does: string): Problem[] {
  const problems: Problem[] = [];
  const trail: Edge[] = [];
  const open = new Map([[start, 0]]);
  // A stack of its own: chains of replies may be longer than the call stack.
  const stack = done.has(start) ? [] : [{ node: start, left: [...(outgoing.get(start) ?? [])] }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const edge = top.left.shift();
    if (!edge) {
      done.add(top.node);
      open.delete(top.node);
      stack.pop();
      trail.pop();
    } else if (open.has(edge.to)) {
      problems.push(...told([...trail.slice(open.get(edge.to)), edge], does));
    } else if (!done.has(edge.to)) {
      trail.push(edge);
      open.set(edge.to, trail.length);
      stack.push({ node: edge.to, left: [...(outgoing.get(edge.to) ?? [])] });
    }
  }
  return problems;
}

function told(cycle: readonly Edge[], does: string): Problem[] {
  const at = cycle.findLast((edge) => edge.at)?.at;
  const message = cycle.map(({ from, to }) => `"${from}" ${does} "${to}"`).join(", and ");
  return at ? [at.item.problem(at.path, message, "Remove one of these relations to break the cycle")] : [];
}
