import { handwritten } from "./handwritten.js";
import { postgraphile } from "./postgraphile.js";
import { standpoint, standpointOnNewerNode, standpointTwice } from "./standpoint.js";

/** Who is compared; the first is what the others are held against. */
export const peers = [standpoint, postgraphile, handwritten, standpointTwice, standpointOnNewerNode];
