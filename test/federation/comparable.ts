import type { GraphQLFormattedError } from "graphql";
import type { Answer } from "../support/server.js";

/**
 * What must be equal of two answers to one question: all but where in the document an error was found.
 *
 * Errors are held against each other by the null that they made. Where several fields fail beneath one null, the language
 * leaves open which of their errors are told (specification, 6.4.4), and the deployments do tell others, since they ask
 * at other times. So of such a null the errors that both tell must be equal, and if there is none, their codes.
 */
export function comparable(one: Answer, other: Answer): [unknown, unknown] {
  const [mine, theirs] = [errorsByNull(one), errorsByNull(other)];
  const told = (errors: Map<string, GraphQLFormattedError[]>) =>
    [...errors].map(([place, some]) => {
      const shared = some.filter((error) => [mine, theirs].every((all) => isTold(error, all.get(place) ?? [])));
      const seen = shared.length > 0 ? shared.map(withoutLocations) : some.map(({ extensions }) => extensions?.code);
      return [place, [...new Set(seen.map((value) => JSON.stringify(value)))].sort()];
    });
  const shown = ({ status, data, extensions }: Answer, errors: typeof mine) => ({
    ...{ status, data, extensions },
    errors: Object.fromEntries(told(errors)),
  });
  return [shown(one, mine), shown(other, theirs)];
}

function isTold({ path }: GraphQLFormattedError, errors: readonly GraphQLFormattedError[]): boolean {
  return errors.some((error) => JSON.stringify(error.path) === JSON.stringify(path));
}

function withoutLocations({ locations: _, ...error }: GraphQLFormattedError): object {
  return error;
}

function errorsByNull({ data, errors = [] }: Answer): Map<string, GraphQLFormattedError[]> {
  const byNull = new Map<string, GraphQLFormattedError[]>();
  for (const error of errors) {
    const place = JSON.stringify(nullOf(data, error.path ?? []));
    byNull.set(place, [...(byNull.get(place) ?? []), error]);
  }
  return byNull;
}

/** The part of a path that leads to the null. */
function nullOf(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[key]; // the path of an error leads through objects and lists
  }
  return path;
}
