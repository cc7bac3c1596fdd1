/** Why nothing was written. */
export interface Refusal {
  readonly kind: "InvalidInput" | "NotFound" | "Conflict" | "DuplicateSlug";
  /** The field of the input, as in `input.participants[3].actor`. */
  readonly path: string;
  readonly message: string;
  /** Of a conflict: the entity's version now. */
  readonly currentVersion?: number;
}

/** What came of a write: the id of the entity that was written, or every reason for which nothing was. */
export type Outcome = { readonly id: string } | { readonly refusals: readonly Refusal[] };

/** A sentence with what to do after it. */
export const sentence = (message: string, hint?: string): string => (hint ? `${message}. ${hint}` : message);

export const refused = (kind: Refusal["kind"], path: string, message: string): Outcome => ({
  refusals: [{ kind, path, message }],
});
