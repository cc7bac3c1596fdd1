import type { VNode } from "preact";
import { world } from "./data/world.js";
import { Legend } from "./legend.js";
import { countMarks, type Mark, markClass } from "./marks.js";
import { describe, Elsewhere, type StateMark } from "./states.js";

/** Small discs stand for states whose area would not be seen. */
const radius = 9;

/**
 * States as areas. Large states look weightier than small ones here, so pages show the tile map first. Stances other than
 * support carry a pattern, so that the colours are not needed to tell them apart.
 */
export function Choropleth({ id, title, states }: ChoroplethProps): VNode {
  const { width, height, shapes, points } = world();
  const byCode = new Map(states.flatMap((state) => (state.code ? [[state.code, state]] : [])));
  const drawn = new Set([...shapes, ...points].map(({ code }) => code));
  return (
    <div class="chart choropleth">
      <svg role="group" aria-labelledby={`${id}-title ${id}-desc`} viewBox={`0 0 ${width} ${height}`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{`A map of the world; ${points.length} small states are points.`}</desc>
        <defs>
          {patterned.map(([mark, lines]) => (
            <pattern
              key={mark}
              id={`${id}-${mark}`}
              class={markClass(mark)}
              width="10"
              height="10"
              patternUnits="userSpaceOnUse"
            >
              <rect width="10" height="10" />
              <path d={lines} />
            </pattern>
          ))}
        </defs>
        {shapes.map(({ code, name, path }) => (
          <Area key={name} id={id} state={byCode.get(code)} name={name}>
            <path d={path} />
          </Area>
        ))}
        {points.map(({ code, x, y }) => (
          <Area key={code} id={id} state={byCode.get(code)} name={code}>
            <circle cx={x} cy={y} r={radius} />
          </Area>
        ))}
      </svg>
      <Legend items={countMarks(states)} />
      <Elsewhere states={states.filter(({ code }) => !code || !drawn.has(code))} />
      <p class="chart-note">
        Borders: Natural Earth at 1:110 million, as adapted by Visionscarto (BSD-3-Clause), in the Equal Earth
        projection. They are drawn to find states by, and take no side in any dispute. Areas without a state on record
        are grey.
      </p>
    </div>
  );
}

export interface ChoroplethProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly states: readonly StateMark[];
}

const patterned: readonly (readonly [Mark, string])[] = [
  ["CONDITIONALLY_SUPPORTS", "M0 10L10 0M-2 2L2 -2M8 12L12 8"],
  ["UNDECIDED", "M5 2v6M2 5h6"],
  ["ABSTAINS", "M0 5h10"],
  ["OPPOSES", "M0 0L10 10M-2 8L2 12M8 -2L12 2"],
  ["ABSENT", "M5 5h1v1h-1z"],
];

interface AreaProps {
  readonly id: string;
  readonly name: string;
  readonly state: StateMark | undefined;
  readonly children: VNode;
}

function Area({ id, name, state, children }: AreaProps): VNode {
  const mark = state?.mark ?? "SILENT";
  const isPatterned = patterned.some(([other]) => other === mark);
  const drawn = (
    <g class={`area ${markClass(mark)}`} fill={isPatterned ? `url(#${id}-${mark})` : undefined}>
      <title>{state ? describe(state) : name}</title>
      {children}
    </g>
  );
  if (!state?.href) return drawn;
  return (
    <a href={state.href} tabindex={-1}>
      {drawn}
    </a>
  );
}
