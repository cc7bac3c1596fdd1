import { cumsum, sum } from "d3-array";
import type { VNode } from "preact";
import { percent } from "./axis.js";
import { Legend } from "./legend.js";
import { type Mark, markClass, markLabel, marks } from "./marks.js";

export interface StanceBarGroup {
  /** Such as "Recorded stances". */
  readonly label: string;
  readonly counts: Readonly<Partial<Record<Mark, number>>>;
}

export interface StanceBarProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** A bar each, all on one scale: recorded stances, leanings, and who has nothing on record must not be mixed. */
  readonly groups: readonly StanceBarGroup[];
}

const height = 36;

/** How many actors hold which stance, as bars whose lengths are numbers of actors. */
export function StanceBar({ id, title, groups }: StanceBarProps): VNode {
  const shown = groups
    .map(({ label, counts }) => ({ label, items: itemsOf(counts) }))
    .filter(({ items }) => items.length);
  const longest = Math.max(1, ...shown.map(({ items }) => totalOf(items)));
  return (
    <div class="chart stance-bar">
      {shown.map(({ label, items }, index) => (
        <div key={label} class="stance-bar-group">
          <p class="chart-label" id={`${id}-${index}`}>
            {label} <b>{totalOf(items)}</b>
          </p>
          <svg role="img" aria-labelledby={`${id}-${index}-title ${id}-${index}-desc`} width="100%" height={height}>
            <title id={`${id}-${index}-title`}>{`${title}: ${label}`}</title>
            <desc id={`${id}-${index}-desc`}>{items.map(inWords).join(", ")}</desc>
            <Segments items={items} longest={longest} />
          </svg>
          <Legend items={items} />
        </div>
      ))}
    </div>
  );
}

interface Item {
  readonly mark: Mark;
  readonly count: number;
}

/** The smallest share of the longest bar that can be seen: 4 of 6,000 are drawn as wide as this. */
const narrowest = 0.008;

function Segments({ items, longest }: { readonly items: readonly Item[]; readonly longest: number }): VNode {
  const wanted = items.map(({ count }) => Math.max(count / longest, narrowest));
  const excess = Math.max(1, sum(wanted));
  const widths = wanted.map((width) => width / excess);
  const ends = cumsum(widths);
  return (
    <>
      {items.map(({ mark, count }, index) => {
        const width = widths[index] ?? 0;
        const start = (ends[index] ?? 0) - width;
        return (
          <g key={mark} class={`segment ${markClass(mark)}`}>
            <rect x={percent(start * 100)} width={percent(width * 100)} height={height} />
            {width > 0.07 && (
              <text x={percent((start + width / 2) * 100)} y={height / 2 + 5}>
                {count}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

const itemsOf = (counts: StanceBarGroup["counts"]): Item[] =>
  marks.flatMap((mark) => (counts[mark] ? [{ mark, count: counts[mark] }] : []));

const totalOf = (items: readonly Item[]): number => sum(items, ({ count }) => count);

const inWords = ({ mark, count }: Item): string => `${markLabel(mark).toLowerCase()} ${count}`;
