import { extent, max, sum } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import { percent, ValueAxis } from "./axis.js";
import { Legend } from "./legend.js";
import { YearAxis } from "./line-chart.js";
import { type Mark, markClass, markLabel, marks } from "./marks.js";
import { Numbers } from "./numbers.js";

export interface YearCounts {
  readonly year: number;
  readonly counts: Readonly<Partial<Record<Mark, number>>>;
}

export interface YearBarsProps {
  readonly id: string;
  readonly title: string;
  readonly years: readonly YearCounts[];
}

const height = 220;
const top = 18;

/** How many positions of which stance each year has, one on the other. */
export function YearBars({ id, title, years }: YearBarsProps): VNode | null {
  const [first, last] = extent(years, ({ year }) => year);
  if (first === undefined || last === undefined) return null;
  const shown = marks.filter((mark) => years.some(({ counts }) => counts[mark]));
  const step = 94 / Math.max(12, last - first + 1);
  const across = scaleLinear([first, first + 1], [3, 3 + step]);
  const centre = scaleLinear([first, last], [3 + step / 2, 3 + step / 2 + step * (last - first)]);
  const up = scaleLinear([0, max(years, totalOf) || 1], [height, top]).nice(4);
  return (
    <div class="chart year-bars">
      <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} width="100%" height={height + 24}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>
          {`By year from ${first} to ${last}: ${shown.map((mark) => `${markLabel(mark).toLowerCase()} ${sum(years, ({ counts }) => counts[mark] ?? 0)}`).join(", ")}.`}
        </desc>
        <ValueAxis scale={up} ticks={up.ticks(4)} format={String} />
        <YearAxis scale={centre} y={height} />
        {years.map((year) => (
          <g key={year.year}>
            <title>{`${year.year}: ${inWords(year.counts)}`}</title>
            {stack(year.counts, shown).map(({ mark, from, to }) => (
              <g key={mark} class={`segment ${markClass(mark)}`}>
                <rect
                  x={percent(across(year.year) + step * 0.1)}
                  width={percent(step * 0.8)}
                  y={round(up(to))}
                  height={round(up(from) - up(to))}
                />
              </g>
            ))}
          </g>
        ))}
      </svg>
      <Legend items={shown.map((mark) => ({ mark, count: sum(years, ({ counts }) => counts[mark] ?? 0) }))} />
      <Numbers
        title={title}
        data={{
          columns: ["Year", ...shown.map(markLabel)],
          rows: years.map(({ year, counts }) => [year, ...shown.map((mark) => counts[mark] ?? 0)]),
        }}
      />
    </div>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

const totalOf = ({ counts }: YearCounts): number => sum(Object.values(counts));

const inWords = (counts: YearCounts["counts"]): string =>
  marks.flatMap((mark) => (counts[mark] ? [`${markLabel(mark).toLowerCase()} ${counts[mark]}`] : [])).join(", ");

function stack(counts: YearCounts["counts"], shown: readonly Mark[]): { mark: Mark; from: number; to: number }[] {
  const parts: { mark: Mark; from: number; to: number }[] = [];
  for (const mark of shown) {
    const from = parts.at(-1)?.to ?? 0;
    if (counts[mark]) parts.push({ mark, from, to: from + counts[mark] });
  }
  return parts;
}
