export { exportDossier, streamDossier } from "./export.js";
export { dossierJsonSchema } from "./format/json-schema.js";
export { type ImportReport, importDossiers } from "./import.js";
export { DossierProblems, type Problem, problemText } from "./problem.js";
export { type DossierFile, largestFile } from "./read/yaml-file.js";
export { ConcurrentRevision } from "./record.js";
