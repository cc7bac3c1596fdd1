export { estimateVotes } from "./data-files.js";
export { ImportUnderWay, importUnVotes, type UnVotesResult } from "./import.js";
export { MergedMeanwhile } from "./record-votes.js";
export { UnusableFiles } from "./unusable-files.js";
