/** What holds completed values: an object of an answer or a list in it. */
export type Holder = Record<string | number, unknown>;

/**
 * Where a value stands in an answer. It is graphql-js's `Path` too: `prev`, `key` and `typename`.
 */
export class Place {
  /** Whether it became null because of an error: what fails beneath it later is no error of its own. */
  dead = false;

  constructor(
    readonly prev: Place | undefined,
    readonly key: string | number,
    /** Undefined for an entry of a list. */
    readonly typename: string | undefined,
    readonly holder: Holder,
    /** Whether null may stand there. */
    readonly nullable: boolean,
  ) {}
}

/** From the answer's root, as errors tell it. */
export function pathTo(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at; at = at.prev) path.push(at.key);
  return path.reverse();
}
