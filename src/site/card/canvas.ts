import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Canvas, CanvasKit, Typeface } from "canvaskit-wasm";

const require = createRequire(import.meta.url);

/** What is needed to draw: 7 MB of WebAssembly, so it is loaded with the first picture. */
export interface Studio {
  readonly kit: CanvasKit;
  readonly regular: Typeface;
  readonly bold: Typeface;
}

let loading: Promise<Studio> | undefined;

/** @throws where the package or a font cannot be read */
export function studio(): Promise<Studio> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Studio> {
  // Its types say "default export", while the CommonJS module is the function itself.
  const start: typeof import("canvaskit-wasm").default = require("canvaskit-wasm");
  const kit = await start({ locateFile: (file) => require.resolve(`canvaskit-wasm/bin/${file}`) });
  const face = async (weight: number): Promise<Typeface> => {
    const content = await readFile(require.resolve(`@fontsource/roboto/files/roboto-latin-${weight}-normal.woff2`));
    const typeface = kit.Typeface.MakeTypefaceFromData(new Uint8Array(content).buffer);
    if (!typeface) throw new Error(`The font of weight ${weight} cannot be read`);
    return typeface;
  };
  return { kit, regular: await face(400), bold: await face(700) };
}

/** Draws a picture and returns it as PNG. */
export function drawn({ kit }: Studio, width: number, height: number, draw: (canvas: Canvas) => void): Buffer {
  const surface = kit.MakeSurface(width, height);
  if (!surface) throw new Error("There is no memory for a picture");
  try {
    draw(surface.getCanvas());
    const image = surface.makeImageSnapshot();
    const bytes = image.encodeToBytes(kit.ImageFormat.PNG, 100);
    image.delete();
    if (!bytes) throw new Error("The picture cannot be written as PNG");
    return Buffer.from(bytes);
  } finally {
    surface.delete();
  }
}
