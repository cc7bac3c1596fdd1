/** The type of the sources that are selected somewhere in a result. */
type SourceIn<Result> = Result extends readonly (infer Item)[]
  ? SourceIn<Item>
  : Result extends object
    ? {
        [Key in keyof Result]: Key extends "sources" | "allSources" ? ItemOf<Result[Key]> : SourceIn<Result[Key]>;
      }[keyof Result]
    : never;

type ItemOf<List> = List extends readonly (infer Item)[] ? Item : SourceIn<List>;

/**
 * The sources in a result or in a part of it, in its order, each once: all that the fields `sources` and `allSources` return,
 * however deep, also within evidence. An alias hides a field. Sources are the same if all that was selected of them is.
 */
export function sourcesOf<Result>(result: Result): SourceIn<Result>[] {
  const found = new Map<string, unknown>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      if ((key === "sources" || key === "allSources") && Array.isArray(inside))
        for (const source of inside) found.set(JSON.stringify(source), source);
      else walk(inside);
    }
  };
  walk(result);
  return [...found.values()] as SourceIn<Result>[]; // by the fields' names, as the type has them
}
