/**
 * The configuration of graphql-codegen's client preset with which your own operations become typed documents for this
 * client. In `codegen.ts`:
 *
 *     import { standpointPreset } from "standpoint-client/codegen";
 *     export default {
 *       schema: "http://localhost:4000/graphql",
 *       documents: "src/**\/*.ts",
 *       generates: { "./src/gql/": standpointPreset },
 *     };
 */
export const standpointPreset = {
  preset: "client",
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: "string",
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: {
      Date: "string",
      DateTime: "string",
      EdtfDate: "string",
      JSON: "unknown",
    },
  },
} as const;
