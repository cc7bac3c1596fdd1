// `standpoint serve` from a folder of compiled files, which need not be this checkout's.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [dist] = process.argv.slice(2);
const { main } = await import(pathToFileURL(join(dist, "cli", "main.js")).href);
process.exitCode = await main(["serve"]);
