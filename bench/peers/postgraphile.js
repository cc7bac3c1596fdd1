import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { newerNode } from "../node.js";
import { spawnServer } from "../spawned.js";
import { graphqlBody } from "./graphql-body.js";

const folder = fileURLToPath(new URL("../postgraphile/", import.meta.url));
const functions = readFileSync(new URL("../postgraphile/functions.sql", import.meta.url), "utf8");

/** PostGraphile 5 over the same tables; see postgraphile/server.js. */
export const postgraphile = {
  name: "postgraphile",
  title: "PostGraphile",
  async start({ databaseUrl }) {
    install();
    await addFunctions(databaseUrl);
    const environment = { DATABASE_URL: databaseUrl, GRAPHILE_ENV: "production" };
    return [await spawnServer("postgraphile", [newerNode(), `${folder}server.js`], environment)];
  },
  body: ({ postgraphile: { query, variables } }, input, previous) => graphqlBody(query, variables(input, previous)),
  data: ({ data }) => data,
  read: ({ postgraphile: { read } }, data) => read(data),
};

/** Its packages are apart from the project's, and installed when they are first needed. */
function install() {
  if (existsSync(`${folder}node_modules`)) return;
  console.log("Installing PostGraphile …");
  execFileSync("npm", ["ci"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

async function addFunctions(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`begin; set local client_min_messages = warning; ${functions}; commit`);
  await client.end();
}
