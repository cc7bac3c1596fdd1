import type { PageRequest } from "./site.js";

type Parameters = Readonly<Record<string, string | readonly string[] | undefined | null>>;

/** An address with parameters; those without a value are left out. */
export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const values = typeof value === "string" ? [value] : (value ?? []);
    for (const one of values) if (one !== "") query.append(name, one);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The address of the page that was requested, with some parameters changed. */
export function changed({ path, query }: Pick<PageRequest, "path" | "query">, changes: Parameters): string {
  const parameters = Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
  return address(path, { ...parameters, ...changes });
}

export const proposalPath = (slug: string): string => `/proposals/${encodeURIComponent(slug)}`;
export const actorPath = (slug: string): string => `/actors/${encodeURIComponent(slug)}`;
export const statementPath = (slug: string): string => `/statements/${encodeURIComponent(slug)}`;

/** The value of a parameter, if it has one. */
export const parameter = ({ query }: Pick<PageRequest, "query">, name: string): string | undefined =>
  query.get(name)?.trim() || undefined;

/** The values of a parameter that are among those allowed; undefined where there are none. */
export function choices<Value extends string>(
  { query }: Pick<PageRequest, "query">,
  name: string,
  allowed: readonly Value[],
): Value[] | undefined {
  const values = query.getAll(name).flatMap((value) => value.split(","));
  const chosen = allowed.filter((value) => values.includes(value));
  return chosen.length > 0 ? chosen : undefined;
}

export const rollCallPath = (slug: string): string => `/roll-calls/${encodeURIComponent(slug)}`;
export const topicPath = (slug: string): string => `/topics/${encodeURIComponent(slug)}`;
export const groupPath = (slug: string): string => `/groups/${encodeURIComponent(slug)}`;
export const meetingPath = (slug: string): string => `/meetings/${encodeURIComponent(slug)}`;
