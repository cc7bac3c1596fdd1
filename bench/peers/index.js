import { handwritten } from "./handwritten.js";
import { standpoint } from "./standpoint.js";

/** Who is compared; the first is what the others are held against. */
export const peers = [standpoint, handwritten];
