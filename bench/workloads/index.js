import { actor } from "./actor.js";
import { agreement } from "./agreement.js";
import { matrix } from "./matrix.js";
import { nested } from "./nested.js";
import { rollCalls } from "./roll-calls.js";
import { search } from "./search.js";
import { supporters } from "./supporters.js";

/**
 * What is asked. Each workload has its inputs, asked in turn, and for each peer how to ask and how to read the answer:
 * what is read must be equal. `rows` counts what was answered; after an answer that `isLast`, the inputs that are left are not
 * asked.
 */
export const workloads = [actor, supporters, nested, rollCalls, matrix, agreement, search];
