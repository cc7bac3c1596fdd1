import type { VNode } from "preact";
import { type Mark, markClass, markGlyph, markLabel } from "./marks.js";

/** What the colours of a chart mean, each with its sign and, where the chart counts, its number. */
export function Legend({
  items,
}: {
  readonly items: readonly { readonly mark: Mark; readonly count?: number }[];
}): VNode {
  return (
    <ul class="chart-legend">
      {items.map(({ mark, count }) => (
        <li key={mark}>
          <span class={`swatch ${markClass(mark)}`} aria-hidden="true">
            {markGlyph(mark)}
          </span>
          {markLabel(mark)}
          {count !== undefined && <b> {count}</b>}
        </li>
      ))}
    </ul>
  );
}
