import type { VNode } from "preact";
import { changed } from "../address.js";
import type { PageRequest } from "../site.js";
import { basisLabel, basisNames, stanceLabel, stances } from "../stance.js";
import { HiddenFields } from "./day-form.js";

interface FilterProps {
  readonly request: PageRequest;
  /** The groups to whose members the holders can be narrowed. */
  readonly groups?: readonly Group[];
}

export interface Group {
  readonly slug: string;
  readonly name: string;
}

/** Narrows a table of positions. */
export function FilterForm({ request, groups = [] }: FilterProps): VNode {
  const { query } = request;
  const names = ["stance", "basis", "group"];
  return (
    <form class="filters" action={request.path}>
      <HiddenFields request={request} except={[...names, "after"]} />
      <label>
        Stance
        <select name="stance">
          <option value="">any</option>
          {stances.map((stance) => (
            <option key={stance} value={stance} selected={query.get("stance") === stance}>
              {stanceLabel(stance)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Basis
        <select name="basis">
          <option value="">any</option>
          {basisNames.map((basis) => (
            <option key={basis} value={basis} selected={query.get("basis") === basis}>
              {basisLabel(basis)}
            </option>
          ))}
        </select>
      </label>
      {groups.length > 0 && (
        <label>
          Members of
          <select name="group">
            <option value="">all</option>
            {groups.map(({ slug, name }) => (
              <option key={slug} value={slug} selected={query.get("group") === slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit">Apply</button>
      {names.some((name) => query.get(name)) && (
        <a href={changed(request, { stance: undefined, basis: undefined, group: undefined, after: undefined })}>
          Show all
        </a>
      )}
    </form>
  );
}

/** Those of some actors that have members on record. */
export const withMembers = (
  groups: readonly (Group & { readonly members: { readonly totalCount: number } })[],
): readonly Group[] => groups.filter(({ members }) => members.totalCount > 1);
