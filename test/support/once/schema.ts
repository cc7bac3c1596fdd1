import { buildApiSchema } from "../../../src/graphql/schema.js";
import { modules } from "../../../src/modules/index.js";

/** The whole API's schema. This folder is loaded once in each worker, not for each test file: see runner/hooks.js. */
export const schema = buildApiSchema(modules);
