export {
  ImportUnderWay,
  importUnVotes,
  RowsRejected,
  type UnVotesResult,
} from "./import.js";
export { estimateVotes } from "./read/data-files.js";
export { UnusableFiles } from "./read/unusable-files.js";
export type { ReportGroup } from "./report.js";
export type { SourceChoice } from "./sources.js";
export { MergedMeanwhile } from "./write/record-votes.js";
