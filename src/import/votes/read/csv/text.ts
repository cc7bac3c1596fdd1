import { printable } from "./cells.js";

export interface RepairedText {
  readonly text: string;
  /** What looks wrong and was kept, since what it was before is not certain. */
  readonly doubt?: string;
}

/** Windows-1252 where it differs from Latin 1: what bytes look like that were read in the wrong encoding. */
const windows = new Map(
  [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].map((character, index) => [character, 0x80 + index]),
);

/**
 * A text of the data, without outer spaces and control characters, and repaired where what it was is certain: UTF-8 that was read as Windows-1252,
 * `\WORDS\\` and `_Words<d3>` for words in quotes. Everything else is kept.
 */
export function repairText(given: string): RepairedText {
  // Trimming takes a no-break space from the end, and leaves the first of its two bytes.
  const decoded = decodeTwice(given.replace(/Â$/, "Â\u00a0"));
  const text = quotes(printable(decoded)).replace(/\s+/g, " ").trim();
  return { text, doubt: doubtOf(text) };
}

/** Decodes as long as all that is not ASCII is UTF-8 read as Windows-1252; a `?` before such a letter says that bytes were lost. */
function decodeTwice(given: string): string {
  let text = given;
  if (/\?[\u0080-\uffff]/.test(text)) return text;
  for (let times = 0; times < 3; times++) {
    const decoded = decodeOnce(text);
    if (decoded === undefined) return text;
    text = decoded;
  }
  return text;
}

function decodeOnce(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII
  if (!/[^\u0000-\u007f]/.test(text)) return undefined;
  const bytes = [...text].map((character) => windows.get(character) ?? character.codePointAt(0) ?? 0x100);
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    // It is not UTF-8, so it was not read wrongly: café stays café.
    return undefined;
  }
}

function quotes(text: string): string {
  const speech = text.replace(/_([^_<>]+)<d3>/g, "“$1”");
  const quoted = speech.replace(/\\([^\\]+)\\\\/g, '"$1"');
  // Its tail is what is left of the quotes around the whole cell.
  return quoted === speech ? speech : quoted.replace(/\\"*$/, "");
}

function doubtOf(text: string): string | undefined {
  if (/\?[\u0080-\uffff]|[ÃÂ][\u0080-\u00bf†‡ƒ«¡]|\ufffd/.test(text))
    return "letters that were read in a wrong encoding";
  if (text.includes("\\")) return "backslashes";
  if (/<[^<>\s]{1,12}>|&#?\w+;/.test(text)) return "fragments of markup";
  return undefined;
}
