import type { Database } from "../../src/db/database.js";
import type { Entry, ListName } from "../../src/record/entities/index.js";
import { type Entity, writer } from "./writer.js";

type Entries = { readonly [List in ListName]: readonly Entry<List>[] };

/** What samples refer to, in the order in which it can be recorded. */
const base = {
  sources: [
    { slug: "s-one", title: "One", kind: "NEWS" },
    { slug: "s-two", title: "Two", kind: "TREATY" },
  ],
  actors: [
    { slug: "a-state", kind: "STATE", name: "State" },
    { slug: "a-other", kind: "STATE", name: "Other" },
    { slug: "a-government", kind: "GOVERNMENT", name: "Government" },
    { slug: "a-body", kind: "INTERNATIONAL_ORGANIZATION", name: "Body" },
    { slug: "a-person", kind: "PERSON", name: "Person" },
  ],
  affiliations: [
    { member: "a-person", organization: "a-state", kind: "OFFICE", role: "Minister", during: "2020/.." },
    { member: "a-person", organization: "a-body", kind: "REPRESENTS" },
  ],
  meetings: [
    { slug: "m-one", title: "One", heldOn: "2021-01-01" },
    { slug: "m-two", title: "Two", heldOn: "2021-01-02" },
  ],
  topics: [
    { slug: "t-one", name: "One" },
    { slug: "t-two", name: "Two" },
  ],
  proposals: [
    { slug: "p-one", title: "One", kind: "PLAN", status: "PROPOSED", sponsors: ["a-state"], sources: ["s-one"] },
    { slug: "p-two", title: "Two", kind: "RESOLUTION", status: "ADOPTED" },
  ],
  policyActions: [
    { slug: "d-one", title: "One", kind: "CLOSURE", status: "ANNOUNCED", agent: "a-state", sources: ["s-one"] },
    { slug: "d-two", title: "Two", kind: "FUNDING", status: "REVERSED", agent: "a-other", sources: ["s-one"] },
  ],
  statements: [
    { slug: "q-one", delivery: "SPOKEN", madeOn: "2021-01-01", summary: "One", sources: ["s-one"] },
    { slug: "q-two", delivery: "WRITTEN", madeOn: "2021-01-02", summary: "Two", sources: ["s-one"] },
  ],
  rollCalls: [
    { slug: "r-one", proposal: "p-one", body: "a-body", heldOn: "2021-01-01" },
    { slug: "r-two", proposal: "p-two", body: "a-body", heldOn: "2021-01-02" },
  ],
  positions: [],
} satisfies Entries;

/** Records what samples refer to, by the API. */
export async function recordBase(database: Database): Promise<Map<string, Entity>> {
  const { recorded } = writer(database);
  const bySlug = new Map<string, Entity>();
  for (const [list, entries] of Object.entries(base) as [ListName, readonly Entry[]][]) {
    for (const entry of entries) {
      const entity = await recorded(list, entry);
      if ("slug" in entry) bySlug.set(entry.slug, entity);
    }
  }
  return bySlug;
}
