import type { ScaleLinear, ScaleTime } from "d3-scale";
import type { VNode } from "preact";

/**
 * Charts have no viewBox: across they are drawn in percent, downwards in pixels. So they fill any width, and their text keeps
 * its size on a telephone.
 */
export const acrossRange: [number, number] = [7, 97];

export const percent = (across: number): string => `${Math.round(across * 100) / 100}%`;

interface TimeAxisProps {
  /** From days to percent. */
  readonly scale: ScaleTime<number, number>;
  /** Where the axis is, in pixels from the top. */
  readonly y: number;
}

/** The years (or months, or days) below a chart, with hairlines up to its top. */
export function TimeAxis({ scale, y }: TimeAxisProps): VNode {
  const format = scale.tickFormat(5);
  return (
    <g class="axis" aria-hidden="true">
      {scale.ticks(5).map((tick) => {
        const x = percent(scale(tick));
        return (
          <g key={tick.getTime()}>
            <line x1={x} x2={x} y1={0} y2={y} />
            <text x={x} y={y + 16} text-anchor="middle">
              {format(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface ValueAxisProps {
  /** From values to pixels. */
  readonly scale: ScaleLinear<number, number>;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** Hairlines for values, each with its number at the left end. */
export function ValueAxis({ scale, ticks, format }: ValueAxisProps): VNode {
  return (
    <g class="axis" aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1="0" x2="100%" y1={scale(tick)} y2={scale(tick)} />
          <text x="0" y={scale(tick) - 3}>
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}
