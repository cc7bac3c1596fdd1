/** Empties the build's folder: a file whose source was moved must not stay, or what still names it would seem to work. */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

rmSync(fileURLToPath(new URL("../dist", import.meta.url)), { recursive: true, force: true });
