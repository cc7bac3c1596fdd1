import type { VNode } from "preact";
import { type TilePart, tileParts } from "./data/tiles.js";
import { Legend } from "./legend.js";
import { countMarks, type Mark, markClass, markGlyph, markLabel } from "./marks.js";
import { describe, Elsewhere, type StateMark } from "./states.js";

const size = 30;
const gap = 1;

/**
 * States as tiles of one size. Four pictures that charts.css puts together as a world, or one below the other where there
 * is little room. A state without an entry is drawn as an empty tile.
 */
export function TileMap({ states, title, unmarked = "SILENT" }: TileMapProps): VNode {
  const byCode = new Map(states.flatMap((state) => (state.code ? [[state.code, state]] : [])));
  const placed = new Set(tileParts.flatMap(({ tiles }) => tiles.map(({ code }) => code)));
  const silent = [...placed].filter((code) => !byCode.has(code)).map(() => ({ mark: unmarked }));
  const elsewhere = states.filter(({ code }) => !code || !placed.has(code));
  return (
    <div class="chart tile-map-box">
      <div class="tile-map" role="group" aria-label={title}>
        {tileParts.map((part) => (
          <Part key={part.name} part={part} byCode={byCode} unmarked={unmarked} />
        ))}
      </div>
      <Legend items={countMarks([...states, ...silent])} />
      <Elsewhere states={elsewhere} />
    </div>
  );
}

interface TileMapProps {
  readonly states: readonly StateMark[];
  readonly title: string;
  /** What it means that a state has no entry. */
  readonly unmarked?: Mark;
}

interface PartProps {
  readonly part: TilePart;
  readonly byCode: ReadonlyMap<string, StateMark>;
  readonly unmarked: Mark;
}

function Part({ part, byCode, unmarked }: PartProps): VNode {
  return (
    <svg
      class={`tiles ${part.className}`}
      role="group"
      aria-label={part.name}
      viewBox={`0 0 ${part.columns * size} ${part.rows * size}`}
    >
      {part.tiles.map(({ code, column, row }) => (
        <TileOf key={code} code={code} x={column * size} y={row * size} state={byCode.get(code)} unmarked={unmarked} />
      ))}
    </svg>
  );
}

interface TileProps {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly state: StateMark | undefined;
  readonly unmarked: Mark;
}

function TileOf({ code, x, y, state, unmarked }: TileProps): VNode {
  const mark = state?.mark ?? unmarked;
  const glyph = markGlyph(mark);
  const drawn = (
    <>
      <title>{state ? describe(state) : `${code}: ${markLabel(mark).toLowerCase()}`}</title>
      <rect x={x + gap} y={y + gap} width={size - 2 * gap} height={size - 2 * gap} rx="2" />
      <text x={x + size / 2} y={y + (glyph ? 14 : 19)}>
        {code}
      </text>
      {glyph && (
        <text x={x + size / 2} y={y + 26}>
          {glyph}
        </text>
      )}
    </>
  );
  const className = `tile ${markClass(mark)}`;
  // The table behind the map has the same links; 195 more stops of the Tab key would help nobody.
  return state?.href ? (
    <a class={className} href={state.href} tabindex={-1}>
      {drawn}
    </a>
  ) : (
    <g class={className}>{drawn}</g>
  );
}
