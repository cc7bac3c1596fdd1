import { actor } from "./actor.js";
import { agreement } from "./agreement.js";
import { matrix } from "./matrix.js";
import { nested } from "./nested.js";
import { newDocument } from "./new-document.js";
import { longPage, rollCalls } from "./roll-calls.js";
import { search } from "./search.js";
import { supporters } from "./supporters.js";

/**
 * What is asked. Each workload has its inputs, asked in turn (a list, or what makes one of a record), and for each peer how to ask and how to read the answer:
 * what is read must be equal. A query that is a function is made anew for each request. `rows` counts what was answered; after an answer that `isLast`, the inputs that are left are not
 * asked.
 */
export const workloads = [actor, newDocument, supporters, nested, rollCalls, longPage, matrix, agreement, search];
