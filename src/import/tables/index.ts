export { entryMapForm } from "./entries/entry-map.js";
export { importTable, type TableResult } from "./entries/import-table.js";
export { MapProblems, readMap } from "./map-file.js";
export { estimateRows, importVoteTables } from "./votes/import-vote-tables.js";
export { voteMapForm } from "./votes/vote-map.js";
