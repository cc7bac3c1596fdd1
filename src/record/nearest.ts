import { distance } from "fastest-levenshtein";

/** The candidate that was probably meant by a word, regardless of case and of `_`, `-` and spaces; undefined if none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = folded(word);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const far = distance(wanted, folded(candidate));
    if (far < bestDistance) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

const folded = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, "");
