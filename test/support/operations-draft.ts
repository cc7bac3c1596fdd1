import fc from "fast-check";
import { type GraphQLInputType, type GraphQLSchema, isNonNullType } from "graphql";
import type { Pool } from "./operations-pool.js";

/** What an operation may ask wrongly: each is valid GraphQL, and refuses the operation. */
type Fault = "slug" | "unknown" | "id" | "page" | "pages" | "cursor" | "list" | "words" | "variable";

/** Without fast-check's bias towards both ends, which would make most chances come true. */
const uniform = (min: number, max: number): fc.Arbitrary<number> => fc.noBias(fc.integer({ min, max }));

/** An operation in the making: where its choices come from, and what it has so far. */
export class Draft {
  readonly variables: Record<string, unknown> = {};
  readonly definitions: string[] = [];
  readonly fragments: { name: string; type: string; text: string; depth: number }[] = [];
  /** The coordinates, such as "Actor.name", of what is asked for. */
  readonly fields = new Set<string>();
  /** What of the language is used. */
  readonly features = new Set<string>();
  /** How many things to ask for wrongly, where there is a place for it. */
  faults = 0;
  #budget: number;
  #aliases = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly pool: Pool,
    readonly draw: fc.GeneratorValue,
    /** Which misleading names fields may be given. */
    readonly mayBeAlias: (alias: string) => boolean = () => true,
    budget = 40,
  ) {
    this.#budget = budget;
  }

  /** A whole number, both ends included. The least is the simplest: shrinking goes there. */
  number(least: number, most: number): number {
    return this.draw(uniform, least, most);
  }

  /** True in so many cases of a hundred. */
  chance(percent: number): boolean {
    return this.number(0, 99) >= 100 - percent;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.number(0, choices.length - 1)];
    if (choice === undefined) throw new Error("There is nothing to choose from.");
    return choice;
  }

  /** Some of the choices, each once, in any order; not fewer than `least`. */
  some<T>(choices: readonly T[], least: number, most: number): T[] {
    const left = [...choices];
    const size = Math.min(this.number(least, most), left.length);
    return Array.from({ length: size }, () => left.splice(this.number(0, left.length - 1), 1)).flat();
  }

  /** Whether one more field may be asked for. */
  spend(): boolean {
    this.#budget -= 1;
    return this.#budget >= 0;
  }

  alias(name: string): string {
    this.#aliases += 1;
    this.features.add("alias");
    return `${name}${this.#aliases}`;
  }

  /** An alias that is the name of something else, in the schema, in what a gateway asks, or in JavaScript. */
  misleadingAlias(): string {
    this.features.add("misleading alias");
    return this.pick(misleading.filter((alias) => this.mayBeAlias(alias)));
  }

  /** Whether to make one of the operation's faults here. */
  makes(fault: Fault, percent = 35): boolean {
    if (this.faults === 0 || !this.chance(percent)) return false;
    this.faults -= 1;
    this.features.add(`fault: ${fault}`);
    return true;
  }

  /** A variable with a value, with a default in its place, or with neither where it may be left out. */
  variable(type: GraphQLInputType, { literal, json }: Written): string {
    const name = `v${this.definitions.length}`;
    if (!isNonNullType(type) && this.chance(8)) {
      this.definitions.push(`$${name}: ${type}`);
      this.features.add("variable without a value");
      return `$${name}`;
    }
    const byDefault = this.chance(20);
    this.definitions.push(byDefault ? `$${name}: ${type} = ${literal}` : `$${name}: ${type}`);
    if (!byDefault) this.variables[name] = this.makes("variable") ? { wrong: [json] } : json;
    this.features.add(byDefault ? "default of a variable" : "variable");
    return `$${name}`;
  }
}

const misleading = [
  ...["id", "slug", "__typename", "name", "nodes", "totalCount", "cursor", "knownAt"],
  ...["_entities", "_service", "my_entities", "_0_id", "__schema", "alias0_id"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "then", "toJSON", "length"],
];

/** A value as a document writes it, and as JSON has it in variables. */
export interface Written {
  readonly literal: string;
  readonly json: unknown;
}
