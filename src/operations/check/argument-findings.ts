import type { FieldProblem } from "../../errors.js";
import { argumentsInstance, inputInstance } from "../../graphql/argument-instances.js";
import { Moment } from "../../graphql/scalars/moment.js";
import type { ArgumentParameter } from "../../graphql/validation/field-arguments.js";
import { decoratorProblems, pathTo } from "../../graphql/validation/validation-fields.js";
import { idProblem, mayBeEmpty, namedTypes, type SluggedType } from "../../graphql/validation/value-rules.js";
import { isSlug, slugReason } from "../../record/format/fields.js";

const limits = { entries: 200, characters: 1_000, depth: 16 };

/** A slug in a condition, which names an entity of one of some types. */
export interface NamedSlug {
  readonly path: string;
  readonly types: readonly SluggedType[];
  readonly slug: string;
}

/** What is found in the arguments of a field, before anything is looked up. */
export interface Findings {
  readonly problems: FieldProblem[];
  readonly slugs: NamedSlug[];
  /** The moment of the argument `knownAt`, as RFC 3339 in UTC. */
  readonly knownAt?: string;
}

/**
 * Checks the arguments of a field as far as that needs no database. Every input in them is checked by the decorators of
 * class-validator on its class (`@ValidateNested` is not needed), by those of value-rules.ts, and by rules that hold
 * without any: a list has 1 to 200 entries, a string at most 1,000 characters; inputs nest at most 16 deep; a field called
 * `slug` or `slugs` holds slugs.
 *
 * @param argumentValues the arguments as graphql-js coerced them
 */
export function argumentFindings(
  parameters: readonly ArgumentParameter[],
  argumentValues: Readonly<Record<string, unknown>>,
): Findings {
  const search = new Search();
  for (const parameter of parameters) {
    if (parameter.kind === "class") search.object(argumentsInstance(parameter.type, argumentValues), "", 0);
    else
      search.value(
        inputInstance(parameter.type, argumentValues[parameter.name]),
        parameter.name,
        0,
        {},
        parameter.name,
      );
  }
  const { problems, slugs } = search;
  return {
    problems,
    slugs,
    knownAt: argumentValues.knownAt instanceof Moment ? argumentValues.knownAt.exact : undefined,
  };
}

class Search {
  readonly problems: FieldProblem[] = [];
  readonly slugs: NamedSlug[] = [];

  /** An input, or all arguments of a field, with the rules of its class. */
  object(input: object, path: string, depth: number): void {
    if (depth > limits.depth) {
      this.#refuse(path, `is nested too deeply: at most ${limits.depth} levels of input objects are allowed`);
      return;
    }
    this.problems.push(...decoratorProblems(input, path));
    for (const [field, value] of Object.entries(input)) this.value(value, pathTo(path, field), depth, input, field);
  }

  /** @param holder the object in whose field the value stands, whose class says the field's rules */
  value(value: unknown, path: string, depth: number, holder: object, field: string): void {
    if (typeof value === "string") this.#text(value, path, holder, field);
    else if (Array.isArray(value)) this.#list(value, path, depth, holder, field);
    else if (typeof value === "object" && value !== null && !(value instanceof Date)) {
      this.object(value, path, depth + 1);
    }
  }

  #list(list: readonly unknown[], path: string, depth: number, holder: object, field: string): void {
    if (list.length > limits.entries) {
      this.#refuse(path, `has ${list.length} entries; at most ${limits.entries} are allowed`);
    } else if (list.length === 0 && !mayBeEmpty(holder, field)) {
      this.#refuse(path, "is an empty list, which would allow no value: give at least one value, or omit it");
    } else {
      for (const [index, entry] of list.entries()) this.value(entry, pathTo(path, index), depth, holder, field);
    }
  }

  #text(text: string, path: string, holder: object, field: string): void {
    const types = namedTypes(holder, field);
    const wrongId = idProblem(holder, field, text);
    if (text.length > limits.characters)
      this.#refuse(path, `has ${text.length} characters; at most ${limits.characters} are allowed`);
    else if (wrongId !== undefined) this.#refuse(path, wrongId);
    else if (!types && field !== "slug" && field !== "slugs") return;
    else if (!isSlug(text)) this.#refuse(path, slugReason);
    else if (types) this.slugs.push({ path, types, slug: text });
  }

  #refuse(path: string, reason: string): void {
    this.problems.push({ path, reason });
  }
}
