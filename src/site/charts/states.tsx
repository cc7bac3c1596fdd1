import type { VNode } from "preact";
import { type Mark, markClass, markGlyph, markLabel } from "./marks.js";

/** A state on a map. */
export interface StateMark {
  /** ISO 3166-1 alpha-3; a state without one, or without a place on the map, is listed below it. */
  readonly code?: string;
  readonly name: string;
  readonly mark: Mark;
  /** What else there is to say, such as "vote, 2012-11-29". */
  readonly note?: string;
  readonly href?: string;
}

/** Such as "France: supports (vote, 2012-11-29)". */
export const describe = ({ name, mark, note }: StateMark): string =>
  `${name}: ${markLabel(mark).toLowerCase()}${note ? ` (${note})` : ""}`;

/** Former states, and others that have no place on a map of today's members and observers. */
export function Elsewhere({ states }: { readonly states: readonly StateMark[] }): VNode | null {
  if (states.length === 0) return null;
  return (
    <p class="chart-elsewhere">
      Not on this map:{" "}
      {states.map((state, index) => (
        <span key={state.name}>
          {index > 0 && "; "}
          <span class={`swatch ${markClass(state.mark)}`} aria-hidden="true">
            {markGlyph(state.mark)}
          </span>{" "}
          {state.href ? <a href={state.href}>{state.name}</a> : state.name} ({markLabel(state.mark).toLowerCase()})
        </span>
      ))}
      .
    </p>
  );
}
