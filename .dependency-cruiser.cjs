/**
 * Which file may import which. Data flows one way: HTTP -> context -> resolver -> repository -> database, and a
 * module knows only the modules before it. Run by `npm run check`. An import that only a type needs counts as any other.
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

/** The modules in their order, from the registry: `policyActions` is in the folder policy-actions. */
const registry = readFileSync(join(__dirname, "src/modules/index.ts"), "utf8");
const modules = /modules: readonly Module\[\] = \[([^\]]*)\]/
  .exec(registry)[1]
  .match(/\w+/g)
  .map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

/** The rooms of src/, from the bottom up: each knows only those before it. */
const rooms = [
  "(errors|log|tracing|version|closing|recent|whole)\\.ts$",
  "edtf/",
  "db/",
  "record/",
  "auth/",
  "context\\.ts$",
  "graphql/",
  "(execution|operations|editing|import)/",
  "(modules|metrics)/",
  "env(-values)?\\.ts$",
  "site/",
  "http/",
  "(sources|answering)\\.ts$",
  "server\\.ts$",
  "(federation|dump|backup)/",
  "(cli|tools)/",
];

/** One rule a room, so that the message names the room that was imported from below. */
const roomOrder = rooms.slice(0, -1).map((room, index) => ({
  name: `${room.replace(/[^a-z|]|ts\b/g, "")}-knows-nothing-above`,
  comment: "Imports run one way through src/: see `rooms` in .dependency-cruiser.cjs.",
  severity: "error",
  from: { path: `^src/${room}`, pathNot: "^src/db/generated/" },
  to: { path: `^src/(${rooms.slice(index + 1).join("|")})` },
}));

/** One rule a module, so that the message names the module that was imported too early. */
const moduleOrder = modules.slice(0, -1).map((module, index) => ({
  name: `${module}-knows-no-later-module`,
  comment: `Modules depend one way: ${modules.join(" <- ")}. A field lives with the type that it returns.`,
  severity: "error",
  from: { path: `^src/modules/${module}/` },
  to: { path: `^src/modules/(${modules.slice(index + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...roomOrder,
    ...moduleOrder,
    {
      name: "no-circle",
      comment: "Files that need each other are one thing: move what both need to a third, or put them together.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/db/generated/" },
      to: { circular: true, viaOnly: { pathNot: "^src/db/generated/" } },
    },
    {
      name: "each-file-has-a-room",
      comment: "A folder or file at the top of src/ has its place in `rooms`, in .dependency-cruiser.cjs.",
      severity: "error",
      from: {},
      to: { path: "^src/", pathNot: `^src/(${rooms.join("|")})` },
    },
    {
      name: "one-door",
      comment: "A module shows the others what they need in its index.ts; its other files are its own.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/" },
      to: { path: "^src/modules/[^/]+/", pathNot: ["^src/modules/$1/", "^src/modules/[^/]+/index\\.ts$"] },
    },
    {
      name: "one-door-from-outside",
      comment: "Whatever is outside src/modules/ enters by an index.ts.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/modules/" },
      to: { path: "^src/modules/", pathNot: ["/index\\.ts$", "^src/modules/(module|schema)\\.ts$"] },
    },
    {
      name: "modules-know-no-registry",
      comment: "src/modules/index.ts lists the modules; a module that imported it would depend on all of them.",
      severity: "error",
      from: { path: "^src/modules/[^/]+/" },
      to: { path: "^src/modules/index\\.ts$" },
    },
    {
      name: "record-knows-no-way-in",
      comment: "src/record/ is how entries are checked and written, whoever gives them: an import or a mutation.",
      severity: "error",
      from: { path: "^src/record/" },
      to: { path: "^src/", pathNot: "^src/((record|db|edtf)/|errors\\.ts$)" },
    },
    {
      name: "execution-knows-no-domain",
      comment: "src/execution/ answers any schema whose fields say their SQL: what that is, the modules say.",
      severity: "error",
      from: { path: "^src/execution/" },
      to: {
        path: "^src/",
        pathNot: "^src/(execution|db|graphql)/|^src/(context|recent)\\.ts$|^src/record/global-id\\.ts$",
      },
    },
    {
      name: "http-knows-no-domain",
      comment: "src/http/ serves any schema; what is asked about is the modules' affair.",
      severity: "error",
      from: { path: "^src/(http/|server\\.ts$)" },
      to: { path: "^src/(modules|import|cli)/" },
    },
    {
      name: "site-asks-as-any-client",
      comment:
        "src/site/ is made of standard questions by the client package, as a dashboard of somebody else would be.",
      severity: "error",
      from: { path: "^src/site/" },
      to: { path: "^src/", pathNot: "^src/site/" },
    },
    {
      name: "nothing-below-knows-the-site",
      comment: "The site is served by src/http/ and started by src/cli/; nothing else needs it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(site|http|cli|federation)/" },
      to: { path: "^src/site/" },
    },
    {
      name: "operations-know-no-domain",
      comment: "src/operations/ checks operations on any schema, apart from how they arrive and how they are executed.",
      severity: "error",
      from: { path: "^src/operations/" },
      to: { path: "^src/(modules|http|federation|import|cli|execution|graphql/execution)/" },
    },
    {
      name: "sql-beside-its-field",
      comment:
        "In a module, SQL stands where a field (*.resolver.ts), a filter (*.input.ts) or a list (*.repository.ts) is declared; elsewhere in src/db/, src/execution/, src/record/, src/import/ and where fields and orders get theirs.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: [
          "^src/(db|execution|record|import)/",
          "\\.(repository|resolver|input)\\.ts$",
          "^src/graphql/(order|field-sql|date-bounds|entity-table)\\.ts$",
        ],
      },
      to: { path: "^src/db/sql\\.ts$" },
    },
    {
      name: "drivers-behind-the-database",
      comment: "src/db/ is the only place that knows which client or engine answers.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(db|tools)/" },
      to: { path: "node_modules/(pg|@electric-sql|pglite-prisma-adapter|@prisma)/" },
    },
    {
      name: "not-to-test",
      comment: "Nothing that ships imports a test.",
      severity: "error",
      from: { path: "^(src|scripts|bin)/" },
      to: { path: "^test/" },
    },
    {
      name: "not-to-dev-dependency",
      comment: "What ships must not need a package that `npm ci --omit=dev` leaves out.",
      severity: "error",
      from: { path: "^src/" },
      // Types are erased, and this parser cannot tell an import of a type.
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm"], pathNot: "node_modules/@types/" },
    },
    {
      name: "no-orphans",
      comment: "A file that nothing imports and that imports nothing is dead, or missing from a registry.",
      severity: "error",
      from: { orphan: true, pathNot: ["^src/db/generated/", "^src/site/", "\\.d\\.ts$", "^test/.*\\.test\\.ts$"] },
      to: {},
    },
    {
      name: "not-to-unresolvable",
      comment: "The imported file or package does not exist.",
      severity: "error",
      from: { pathNot: "^src/db/generated/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 is native and has no JavaScript API to parse with, so SWC reads the files; an import of a type counts
    // as any other.
    parser: "swc",
    doNotFollow: { path: ["node_modules", "^src/db/generated"] },
    // It reads TypeScript without JSX only: what .tsx files may import is in biome.json (noRestrictedImports).
    exclude: { path: "^dist/|\\.tsx$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["main", "types"],
    },
    skipAnalysisNotInRules: true,
  },
};
