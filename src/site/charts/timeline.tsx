import { extent, group } from "d3-array";
import { scaleSqrt, scaleUtc } from "d3-scale";
import type { VNode } from "preact";
import { acrossRange, percent, TimeAxis } from "./axis.js";
import { Legend } from "./legend.js";
import { type Mark, markClass, markLabel, marks } from "./marks.js";

export interface TimelineEvent {
  /** The first day that the date may mean, as "2012-11-29". */
  readonly day: string;
  /** The row in which it stands, such as "Votes". */
  readonly lane: string;
  readonly mark: Mark;
  /** What happened, such as "France, statement of 27 January". */
  readonly label: string;
  readonly href?: string;
}

export interface TimelineProps {
  readonly id: string;
  readonly title: string;
  readonly events: readonly TimelineEvent[];
}

const laneHeight = 56;
const labelHeight = 20;

/** What happened when: a row for each kind of event, a disc for the events of one day and stance, as large as they are many. */
export function Timeline({ id, title, events }: TimelineProps): VNode | null {
  const days = extent(events, ({ day }) => day);
  if (!days[0] || !days[1]) return null;
  const across = scaleUtc([Date.parse(days[0]), Date.parse(days[1])], acrossRange);
  const discs = discsOf(events);
  const radius = scaleSqrt([1, Math.max(2, ...discs.map(({ events }) => events.length))], [5, 16]);
  const lanes = [...new Set(events.map(({ lane }) => lane))];
  const height = lanes.length * laneHeight;
  return (
    <div class="chart timeline">
      <svg role="group" aria-labelledby={`${id}-title ${id}-desc`} width="100%" height={height + 24}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{`${events.length} events from ${days[0]} to ${days[1]}`}</desc>
        <TimeAxis scale={across} y={height} />
        {lanes.map((lane, index) => (
          <text key={lane} class="lane-label" x="0" y={index * laneHeight + 14}>
            {lane}
          </text>
        ))}
        {discs.map((disc) => (
          <DiscOf
            key={`${disc.lane}${disc.day}${disc.mark}`}
            disc={disc}
            x={percent(across(Date.parse(disc.day)))}
            y={lanes.indexOf(disc.lane) * laneHeight + (laneHeight + labelHeight) / 2}
            radius={radius(disc.events.length)}
          />
        ))}
      </svg>
      <Legend
        items={marks
          .map((mark) => ({ mark, count: events.filter((event) => event.mark === mark).length }))
          .filter(({ count }) => count > 0)}
      />
    </div>
  );
}

interface Disc {
  readonly lane: string;
  readonly day: string;
  readonly mark: Mark;
  readonly events: readonly TimelineEvent[];
}

/** Larger discs first, so that smaller ones are drawn over them. */
function discsOf(events: readonly TimelineEvent[]): Disc[] {
  const discs = [...group(events, ({ lane, day, mark }) => `${lane} ${day} ${mark}`).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ lane: first.lane, day: first.day, mark: first.mark, events: same }] : [];
  });
  return discs.sort((a, b) => b.events.length - a.events.length);
}

interface DiscProps {
  readonly disc: Disc;
  readonly x: string;
  readonly y: number;
  readonly radius: number;
}

function DiscOf({ disc: { day, mark, events }, x, y, radius }: DiscProps): VNode {
  const [only] = events;
  const words = events.length === 1 ? only?.label : `${events.length} at once`;
  const drawn = (
    <>
      <title>{`${day}: ${markLabel(mark).toLowerCase()}, ${words}`}</title>
      <circle cx={x} cy={y} r={Math.round(radius * 10) / 10} />
      {events.length > 9 && (
        <text x={x} y={y + 4}>
          {events.length}
        </text>
      )}
    </>
  );
  const className = `disc ${markClass(mark)}`;
  return only?.href && events.length === 1 ? (
    <a class={className} href={only.href}>
      {drawn}
    </a>
  ) : (
    <g class={className}>{drawn}</g>
  );
}
