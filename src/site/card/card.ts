import { readFile } from "node:fs/promises";
import type { Canvas, Font, Typeface } from "canvaskit-wasm";
import { sum } from "d3-array";
import { type Mark, markClass, markLabel, marks } from "../charts/marks.js";
import { drawn, type Studio, studio } from "./canvas.js";

/** What the preview of a link shows. */
export interface Card {
  /** What sort of page it is, such as "Proposal". */
  readonly kicker: string;
  readonly title: string;
  readonly sentence: string;
  /** A bar each. */
  readonly bars: readonly { readonly label: string; readonly counts: Readonly<Partial<Record<Mark, number>>> }[];
  /** The name of the site. */
  readonly brand: string;
}

/** The size that networks recommend for previews. */
export const cardSize = { width: 1200, height: 630 };

const edge = 64;
const room = cardSize.width - 2 * edge;
const ink = { paper: "#fffdf8", line: "#c9c5bb", text: "#17191f", quiet: "#585c64" };

/** Draws the preview of a page as PNG, 1200 by 630 pixels. Letters that the font lacks lose their accents. */
export async function drawCard(card: Card): Promise<Buffer> {
  const [tools, colours] = await Promise.all([studio(), stanceColours()]);
  return drawn(tools, cardSize.width, cardSize.height, (canvas) => new Drawing(tools, canvas, colours).card(card));
}

/** The colours of the marks in light, as the style sheet of the charts has them. */
async function stanceColours(): Promise<ReadonlyMap<string, string>> {
  const css = await readFile(new URL("../charts/colours.css", import.meta.url), "utf8");
  const [light = ""] = css.split("@media");
  return new Map(
    [...light.matchAll(/--stance-([a-z-]+): (#[0-9a-f]+);/g)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}

class Drawing {
  constructor(
    private readonly tools: Studio,
    private readonly canvas: Canvas,
    private readonly colours: ReadonlyMap<string, string>,
  ) {}

  card({ kicker, title, sentence, bars, brand }: Card): void {
    const { bold, regular } = this.tools;
    this.canvas.clear(this.tools.kit.parseColorString(ink.paper));
    this.lines([kicker.toUpperCase()], bold, 24, 96, ink.quiet);
    const size = title.length > 60 ? 48 : 64;
    let y = 96 + size + 12;
    y = this.lines(this.wrapped(title, bold, size, 3), bold, size, y, ink.text) + 8;
    y = this.lines(this.wrapped(sentence, regular, 32, 2), regular, 32, y, ink.text);
    const shown = bars.filter(({ counts }) => sum(Object.values(counts)) > 0).slice(0, 2);
    const longest = Math.max(1, ...shown.map(({ counts }) => sum(Object.values(counts))));
    let top = Math.max(y, cardSize.height - 64 - shown.length * 112);
    for (const { label, counts } of shown) {
      this.bar(label, counts, longest, top);
      top += 112;
    }
    this.lines([brand], bold, 24, cardSize.height - 28, ink.quiet);
  }

  /** A bar with its numbers, and below it what its parts mean. */
  private bar(label: string, counts: Card["bars"][number]["counts"], longest: number, top: number): void {
    const items = marks.flatMap((mark) => (counts[mark] ? [{ mark, count: counts[mark] }] : []));
    let x = edge;
    for (const { mark, count } of items) {
      const width = Math.max(6, (count / longest) * room);
      this.box(x, top, Math.min(width, edge + room - x), mark);
      x += width;
    }
    const words = items.map(({ mark, count }) => `${markLabel(mark).toLowerCase()} ${count}`).join(" · ");
    this.lines(
      this.wrapped(`${label}: ${words}`, this.tools.regular, 24, 1),
      this.tools.regular,
      24,
      top + 78,
      ink.quiet,
    );
  }

  private box(x: number, top: number, width: number, mark: Mark): void {
    const { kit } = this.tools;
    const paint = new kit.Paint();
    const name = markClass(mark).replace(/^(stance|mark)-/, "");
    const leaning = { "leans-for": "supports", "leans-against": "opposes", "leans-neither": "abstains" }[name];
    paint.setColor(kit.parseColorString(this.colours.get(leaning ?? name) ?? ink.line));
    paint.setAntiAlias(true);
    // A leaning is an outline, as on the pages.
    paint.setStyle(leaning ? kit.PaintStyle.Stroke : kit.PaintStyle.Fill);
    paint.setStrokeWidth(3);
    const inset = leaning ? 1.5 : 0;
    this.canvas.drawRect(
      kit.LTRBRect(x + inset, top + inset, x + Math.max(width - 2, 2) - inset, top + 44 - inset),
      paint,
    );
    paint.delete();
  }

  /** Writes lines one below the other, from a base line; returns the base line below them. */
  private lines(lines: readonly string[], face: Typeface, size: number, baseLine: number, colour: string): number {
    const { kit } = this.tools;
    const font = new kit.Font(face, size);
    const paint = new kit.Paint();
    paint.setColor(kit.parseColorString(colour));
    paint.setAntiAlias(true);
    let y = baseLine;
    for (const line of lines) {
      this.canvas.drawText(writable(line, font), edge, y, paint, font);
      y += size * 1.2;
    }
    paint.delete();
    font.delete();
    return y;
  }

  /** A text in as many lines as there may be; what does not fit ends in "…". */
  private wrapped(text: string, face: Typeface, size: number, most: number): string[] {
    const font = new this.tools.kit.Font(face, size);
    const fits = (line: string): boolean => sum(font.getGlyphWidths(font.getGlyphIDs(writable(line, font)))) <= room;
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(/\s+/)) {
      const longer = line ? `${line} ${word}` : word;
      if (line === "" || fits(longer)) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    lines.push(line);
    const shown = lines.slice(0, most);
    if (lines.length > most) {
      let last = shown.pop() ?? "";
      while (last && !fits(`${last}…`)) last = last.replace(/\s*\S+$/, "");
      shown.push(`${last}…`);
    }
    font.delete();
    return shown;
  }
}

/** The text in letters that the font has: "Erdoğan" as "Erdogan". */
const writable = (text: string, font: Font): string =>
  [...text]
    .map((letter) => (font.getGlyphIDs(letter)[0] ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "")))
    .join("");
