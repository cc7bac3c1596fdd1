import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { LookUp } from "../../operations/check/look-up.js";
import { type Caller, groupOf } from "../../operations/limits/cost-budgets.js";

/** Milliseconds for which a role is cached, so that it is requested from a subgraph once a minute. */
const rememberedFor = 60_000;

/** The most credentials in the cache, by their hashes. */
const most = 10_000;

/** Identifies the callers of a gateway. A subgraph checks their credentials, since the gateway has no database. */
export class Callers {
  readonly #known = new LRUCache<string, { readonly until: number; readonly caller: Caller | undefined }>({
    max: most,
  });

  /**
   * The caller with a credential: its name is the credential's hash, its group that of its role. Undefined without a
   * credential, and if it is not valid or cannot be checked: the subgraphs refuse such a request themselves.
   */
  async of(credential: string | undefined, lookUp: LookUp): Promise<Caller | undefined> {
    if (credential === undefined) return undefined;
    const hash = createHash("sha256").update(credential).digest("base64url");
    const known = this.#known.get(hash);
    if (known && known.until > Date.now()) return known.caller;
    try {
      const found = await lookUp({ slugs: [], role: true, history: false });
      if (!found) return undefined;
      const caller: Caller = { name: `credential:${hash}`, group: groupOf(found.role) };
      this.#known.set(hash, { until: Date.now() + rememberedFor, caller });
      return caller;
    } catch {
      // Refused again, with the reason, by the check of the operation or by the subgraphs.
      return undefined;
    }
  }
}
