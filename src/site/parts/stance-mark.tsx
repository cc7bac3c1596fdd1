import type { VNode } from "preact";
import { type Stance, stanceClass, stanceLabel } from "../stance.js";

/** A stance as a word with its colour; the word alone is enough to read it. */
export const StanceMark = ({ stance }: { readonly stance: Stance }): VNode => (
  <span class={`stance ${stanceClass(stance)}`}>{stanceLabel(stance)}</span>
);
