// Node's own HTTP server and `pg`: the database makes the JSON, which is handed on as it is.
import { createServer } from "node:http";
import pg from "pg";
import { heavy } from "../workloads/heavy.js";
import { workloads } from "../workloads/index.js";

const statements = new Map([...workloads, heavy].map(({ name, handwritten }) => [name, handwritten.text]));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", async () => {
    try {
      const { name, values } = JSON.parse(Buffer.concat(chunks).toString());
      const { rows } = await pool.query({ name, text: statements.get(name), values, rowMode: "array" });
      const body = Buffer.from(rows[0]?.[0] ?? "null");
      response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length });
      response.end(body);
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  });
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));

process.once("SIGTERM", async () => {
  server.close();
  server.closeAllConnections();
  await pool.end();
});
