import { extent } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import { acrossRange, percent, ValueAxis } from "./axis.js";
import { Numbers } from "./numbers.js";

export interface YearValue {
  readonly year: number;
  /** From 0 to 1; null where too little was compared. */
  readonly value: number | null;
  /** How many votes the value rests on. */
  readonly n: number;
}

export interface LineChartProps {
  readonly id: string;
  readonly title: string;
  /** What the values measure, such as "Agreement". */
  readonly measure: string;
  /** What n counts, such as "shared votes". */
  readonly counted: string;
  readonly years: readonly YearValue[];
}

const height = 220;
const barsHeight = 48;
const top = 14;

/**
 * A measure from 0 to 1 by year. Below it, n: a year with few votes shows as such, and its disc is hollow. Years without a
 * value break the line.
 */
export function LineChart({ id, title, measure, counted, years }: LineChartProps): VNode | null {
  const [first, last] = extent(years, ({ year }) => year);
  if (first === undefined || last === undefined) return null;
  const across = scaleLinear([first, Math.max(last, first + 1)], acrossRange);
  const up = scaleLinear([0, 1], [height, top]);
  const most = Math.max(1, ...years.map(({ n }) => n));
  const votes = scaleLinear([0, most], [0, barsHeight]);
  const floor = height + 24 + barsHeight;
  return (
    <div class="chart line-chart">
      <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} width="100%" height={floor + 24}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{inWords(years, measure, counted)}</desc>
        <Line years={years} across={across} up={up} />
        <ValueAxis scale={up} ticks={[0, 0.25, 0.5, 0.75, 1]} format={(value) => value.toFixed(2)} />
        <YearAxis scale={across} y={floor} />
        {years.map(({ year, value, n }) => (
          <g key={year}>
            <title>{`${year}: ${value === null ? "too few" : value.toFixed(2)} (n = ${n})`}</title>
            {value !== null && (
              <circle class={n < few ? "few" : undefined} cx={percent(across(year))} cy={round(up(value))} r="3.5" />
            )}
            <line
              class="votes"
              x1={percent(across(year))}
              x2={percent(across(year))}
              y1={floor}
              y2={round(floor - votes(n))}
            />
          </g>
        ))}
        <text class="lane-label" x="0" y={height + 20}>{`n: ${counted} in the year, at most ${most}`}</text>
      </svg>
      <Numbers
        title={title}
        data={{
          columns: ["Year", measure, `n (${counted})`],
          rows: years.map(({ year, value, n }) => [year, value === null ? "too few" : value.toFixed(3), n]),
        }}
      />
    </div>
  );
}

/** With fewer votes than this a value says little. */
const few = 10;

const round = (value: number): number => Math.round(value * 10) / 10;

type Across = ScaleLinear<number, number>;

interface LineProps {
  readonly years: readonly YearValue[];
  readonly across: Across;
  readonly up: Across;
}

/** Lines between neighbouring years. They are single lines, since only those can be drawn in percent. */
function Line({ years, across, up }: LineProps): VNode {
  return (
    <g class="line">
      {years.slice(1).map((year, index) => {
        const before = years[index];
        if (before?.value == null || year.value === null || year.year !== before.year + 1) return null;
        return (
          <line
            key={year.year}
            x1={percent(across(before.year))}
            y1={round(up(before.value))}
            x2={percent(across(year.year))}
            y2={round(up(year.value))}
          />
        );
      })}
    </g>
  );
}

export function YearAxis({ scale, y }: { readonly scale: Across; readonly y: number }): VNode {
  const ticks = scale.ticks(5).filter((tick) => Number.isInteger(tick));
  return (
    <g class="axis" aria-hidden="true">
      <line x1="0" x2="100%" y1={y} y2={y} />
      {ticks.map((tick) => (
        <text key={tick} x={percent(scale(tick))} y={y + 16} text-anchor="middle">
          {tick}
        </text>
      ))}
    </g>
  );
}

function inWords(years: readonly YearValue[], measure: string, counted: string): string {
  const valued = years.flatMap(({ year, value, n }) => (value === null ? [] : [{ year, value, n }]));
  const [first, last] = [valued[0], valued.at(-1)];
  if (!first || !last) return `No year has enough ${counted}.`;
  const say = ({ year, value, n }: typeof first) => `${value.toFixed(2)} in ${year} (n = ${n} ${counted})`;
  return `${measure} by year, from ${say(first)} to ${say(last)}.`;
}
