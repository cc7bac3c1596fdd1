export { dossierJsonSchema } from "../../record/format/json-schema.js";
export { ConcurrentRevision } from "../../record/record.js";
export { exportDossier, streamDossier } from "./export.js";
export { type ImportReport, importDossiers } from "./import.js";
export { DossierProblems, type FileProblem, problemText } from "./problem.js";
export { type DossierFile, largestFile } from "./read/yaml-file.js";
