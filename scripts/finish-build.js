/** Ends the build: the files of the pages, and an id that changes with its sources. */
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
for (const folder of ["assets", "charts"]) {
  const source = join(root, "src", "site", folder);
  // TypeScript is compiled; what is beside it (styles, scripts, pictures, data) is served or read as it is.
  const isAsIs = (path) => !/\.tsx?$/.test(path);
  cpSync(source, join(root, "dist", "site", folder), { recursive: true, filter: isAsIs });
}

const hash = createHash("sha256");
for (const folder of ["src", "questions"]) {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((item) =>
    item.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path));
}
// Written last: its time tells `bin/standpoint.js` when everything was built.
writeFileSync(join(root, "dist", "build-id.txt"), hash.digest("hex"));
