import { type FieldNode, GraphQLError } from "graphql";
import { needsCredential, tooLow } from "../../auth/refusals.js";
import { reaches } from "../../auth/role.js";
import { inclusive } from "../../db/reading/known-at.js";
import type { FieldProblem } from "../../errors.js";
import type { Findings } from "./argument-findings.js";
import type { CheckedField, CheckedSelection } from "./checked-document.js";
import type { LookedUp, SlugQuery, Wanted } from "./look-up.js";
import { mostProblems } from "./variables.js";

type Path = readonly string[];

/** The check of one operation with its variables. */
export class Check {
  readonly #findings = new Map<CheckedField, Findings>();
  readonly #slugs = new Map<string, SlugQuery>();
  #needsRole = false;
  #needsHistory = false;
  #hasProblem = false;

  constructor(
    readonly selections: readonly CheckedSelection[],
    readonly variables: Readonly<Record<string, unknown>>,
  ) {
    this.#gather(selections, new Set());
  }

  /** @param knownAt the moment of the request's header */
  wanted(knownAt: string | undefined): Wanted {
    const history = this.#needsHistory || knownAt !== undefined;
    return { slugs: [...this.#slugs.values()], role: this.#needsRole, history };
  }

  /** The errors, at most ten. Where nothing could be looked up, of what needs no look-up. */
  errors(lookedUp: LookedUp | undefined): GraphQLError[] {
    if (!this.#hasProblem && !lookedUp) return [];
    const unknown = new Set([...this.#slugs.keys()].filter((_, index) => lookedUp?.unknown[index]));
    return new Refusals(this, lookedUp, unknown).errors;
  }

  findingsOf(field: CheckedField): Findings | undefined {
    return this.#findings.get(field);
  }

  /** Whether a selection is executed; or what is wrong with its conditions. */
  isIncluded({ conditions }: CheckedSelection): boolean | GraphQLError {
    for (const { variable, wanted, node } of conditions) {
      const value = this.variables[variable];
      if (typeof value !== "boolean") {
        const reason = 'of non-null type "Boolean!" must not be null.';
        const extensions = { code: "BAD_USER_INPUT", fields: [{ path: "if", reason }] };
        return new GraphQLError(`Argument "if" ${reason}`, { nodes: node, extensions });
      }
      if (value !== wanted) return false;
    }
    return true;
  }

  /** Looks at each selection once, at however many places a fragment brings it in. */
  #gather(selections: readonly CheckedSelection[], seen: Set<CheckedSelection>): void {
    for (const selection of selections) {
      if (seen.has(selection)) continue;
      seen.add(selection);
      const included = this.isIncluded(selection);
      if (included === false) continue;
      if (included !== true) this.#hasProblem = true;
      if (selection.field) this.#gatherField(selection.field);
      this.#gather(selection.inside, seen);
    }
  }

  #gatherField(field: CheckedField): void {
    const findings = findingsIn(field, this.variables);
    this.#findings.set(field, findings);
    this.#needsRole ||= field.role !== undefined;
    this.#needsHistory ||= findings.knownAt !== undefined;
    this.#hasProblem ||= findings.problems.length > 0;
    for (const query of findings.slugs) this.#slugs.set(slugKey(query), query);
  }
}

const slugKey = ({ types, slug }: SlugQuery): string => `${types.join(" ")} ${slug}`;

/** graphql-js sees only now that a variable with a default, for what must not be null, is null. */
function findingsIn(field: CheckedField, variables: Readonly<Record<string, unknown>>): Findings {
  try {
    return field.findings(variables);
  } catch (error) {
    const [, path, reason] =
      /^Argument "([^"]+)" (.+)$/s.exec(error instanceof GraphQLError ? error.message : "") ?? [];
    if (path === undefined || reason === undefined) throw error;
    return { problems: [{ path, reason }], slugs: [] };
  }
}

/** The walk that turns problems into errors with the paths of their fields, until there are ten problems. */
class Refusals {
  readonly errors: GraphQLError[] = [];
  #problems = 0;
  readonly #told = new Set<string>();
  readonly #walked = new Map<CheckedSelection, Set<string>>();
  readonly #isBad = new Map<CheckedSelection, boolean>();

  constructor(
    readonly check: Check,
    readonly lookedUp: LookedUp | undefined,
    readonly unknown: ReadonlySet<string>,
  ) {
    this.#walk(check.selections, []);
  }

  #walk(selections: readonly CheckedSelection[], path: Path): void {
    for (const selection of selections) {
      if (this.#problems >= mostProblems) return;
      if (!this.#hasProblem(selection) || this.#wasWalked(selection, path)) continue;
      const included = this.check.isIncluded(selection);
      if (included instanceof GraphQLError) this.#refuse(included, path, undefined, 1);
      if (included !== true) continue;
      const here = selection.key === undefined ? path : [...path, selection.key];
      if (this.#refuseField(selection.field, here)) continue; // a field that the caller may not select is not checked further
      this.#walk(selection.inside, here);
    }
  }

  /** @returns whether the caller's role is too low for the field */
  #refuseField(field: CheckedField | undefined, path: Path): boolean {
    if (!field) return false;
    const refusal = this.#roleRefusal(field);
    if (refusal) this.#refuse(refusal, path, field.node, 1);
    else {
      const problems = this.#problemsOf(field).slice(0, mostProblems - this.#problems);
      if (problems.length > 0) this.#refuse(wrongArguments(problems), path, field.node, problems.length);
    }
    return refusal !== undefined;
  }

  #refuse({ message, nodes, extensions }: GraphQLError, path: Path, node: FieldNode | undefined, problems: number) {
    const key = JSON.stringify([path, message]);
    if (this.#told.has(key)) return; // fields that merge have the same arguments
    this.#told.add(key);
    this.#problems += problems;
    this.errors.push(
      new GraphQLError(message, { nodes: node ?? nodes, path: path.length > 0 ? path : undefined, extensions }),
    );
  }

  /** Whether a selection, or anything nested under it, is refused: so that no part of a document is walked in vain. */
  #hasProblem(selection: CheckedSelection): boolean {
    const before = this.#isBad.get(selection);
    if (before !== undefined) return before;
    const included = this.check.isIncluded(selection);
    const { field, inside } = selection;
    const isBad =
      included !== false &&
      (included !== true ||
        (field !== undefined && (this.#roleRefusal(field) !== undefined || this.#problemsOf(field).length > 0)) ||
        inside.some((one) => this.#hasProblem(one)));
    this.#isBad.set(selection, isBad);
    return isBad;
  }

  #wasWalked(selection: CheckedSelection, path: Path): boolean {
    const paths = this.#walked.get(selection) ?? new Set();
    this.#walked.set(selection, paths);
    const before = paths.size;
    return paths.add(JSON.stringify(path)).size === before;
  }

  #roleRefusal({ role: needed }: CheckedField): GraphQLError | undefined {
    const role = this.lookedUp?.role;
    if (needed === undefined || role === undefined) return undefined;
    if (role === null) return needsCredential(needed);
    return reaches(role, needed) ? undefined : tooLow(needed, role);
  }

  #problemsOf(field: CheckedField): FieldProblem[] {
    const { problems = [], slugs = [], knownAt } = this.check.findingsOf(field) ?? {};
    const unknown = slugs.filter((query) => this.unknown.has(slugKey(query)));
    return [...problems, ...unknown.map(unknownSlug), ...beforeBeginning("knownAt", knownAt, this.lookedUp)];
  }
}

function wrongArguments(problems: readonly FieldProblem[]): GraphQLError {
  const [first, ...more] = problems;
  const rest = more.length > 0 ? ` (and ${more.length} more in \`extensions.fields\`)` : "";
  const extensions = { code: "BAD_USER_INPUT", fields: problems };
  return new GraphQLError(`\`${first?.path}\` ${first?.reason}${rest}`, { extensions });
}

function unknownSlug({ path, types, slug }: SlugQuery & { readonly path: string }): FieldProblem {
  const nouns = types.map((type) => type.replace(/(?<=.)[A-Z]/g, " $&").toLowerCase());
  return { path, reason: `is not the slug of any recorded ${nouns.join(" or ")}: "${slug}" has never existed` };
}

/** Of what was before the history of a record begins, nobody can say what was known. */
function beforeBeginning(path: string, moment: string | undefined, lookedUp: LookedUp | undefined): FieldProblem[] {
  const begins = lookedUp?.historyBegins;
  if (moment === undefined || begins == null || inclusive(moment) >= begins) return [];
  return [{ path, reason: `must not be before ${begins}, where the history of this record begins` }];
}

/** The error for a moment that a header names; undefined where it is not before the history begins. */
export function beforeHistory(header: string, moment: string | undefined, lookedUp: LookedUp | undefined) {
  const problems = beforeBeginning(header, moment, lookedUp);
  return problems.length > 0 ? wrongArguments(problems) : undefined;
}
