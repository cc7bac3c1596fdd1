export { dossierJsonSchema } from "../../record/format/dossier.js";
export { ConcurrentRevision } from "../../record/record.js";
export { exportDossier, streamDossier } from "./export.js";
export { type ImportReport, importDossiers } from "./import.js";
export type { ImportOptions, ImportStep } from "./options.js";
export { missingParts, partName } from "./parts.js";
export { DossierProblems, type FileProblem, problemText } from "./problem.js";
export type { DossierFile } from "./read/source-file.js";
export { TemporaryFile } from "./read/temporary-file.js";
