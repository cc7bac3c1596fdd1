/** Copies the questions that the tests ask into the build: they are the playground's examples. */
import { cpSync, rmSync, utimesSync } from "node:fs";
import { fileURLToPath } from "node:url";

const from = fileURLToPath(new URL("../test/questions", import.meta.url));
const to = fileURLToPath(new URL("../dist/questions", import.meta.url));
rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true, filter: (path) => path === from || path.endsWith(".graphql") });
// The folder's time tells `bin/standpoint.js` when everything was built.
utimesSync(to, new Date(), new Date());
