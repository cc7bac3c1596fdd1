/** Why nothing was written. */
export interface Refusal {
  readonly kind: "InvalidInput" | "NotFound" | "Conflict" | "DuplicateSlug";
  /** The field of the input, as in `input.participants[3].actor`. */
  readonly path: string;
  readonly message: string;
  /** Of a conflict: the entity's version now. */
  readonly currentVersion?: number;
}

/** Nothing was written. */
export interface Refused {
  readonly refusals: readonly Refusal[];
}

/** The outcome of a write: the id of the written entity, or every reason why nothing was written. */
export type Outcome = { readonly id: string } | Refused;

/** A sentence with what to do after it. */
export const sentence = (message: string, hint?: string): string => (hint ? `${message}. ${hint}` : message);

export const refused = (kind: Refusal["kind"], path: string, message: string): Refused => ({
  refusals: [{ kind, path, message }],
});

/** What two checks found: of the first only where the second says nothing of the same field or of what is inside it. */
export function together(first: readonly Refusal[], second: readonly Refusal[]): readonly Refusal[] {
  const isTold = (path: string) =>
    second.some(
      (other) => other.path === path || other.path.startsWith(`${path}.`) || other.path.startsWith(`${path}[`),
    );
  return [...first.filter(({ path }) => !isTold(path)), ...second];
}
