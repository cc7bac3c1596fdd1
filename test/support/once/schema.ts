import { modules } from "../../../src/modules/index.js";
import { buildApiSchema } from "../../../src/modules/schema.js";

/** The whole API's schema. This folder is loaded once in each worker, not for each test file: see runner/hooks.js. */
export const schema = buildApiSchema(modules);
