// PostGraphile 5 as its guide tunes it for production: Node's own HTTP server, no GraphiQL, no watching, one pool, prepared
// statements, no settings a request (they would put each into a transaction), answers made as text.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";

// PostGraphile sees constraints, and Prisma makes unique indexes; it lets lists be narrowed by indexed columns alone.
const slugs = ["Actor", "Proposal"];
const retractable = [...slugs, "PolicyAction", "RollCall", "Statement"];
const forTables = (names, tags) => Object.fromEntries(names.map((name) => [`public.${name}`, { tags }]));
const smartTags = jsonPgSmartTags({
  version: 1,
  config: {
    class: forTables(slugs, { unique: "slug" }),
    attribute: forTables(
      retractable.map((name) => `${name}.retractedAt`),
      { behavior: "+filterBy" },
    ),
  },
});

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [smartTags],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ["public", "standpoint_bench"],
      poolConfig: { max: 10 },
    }),
  ],
  gather: { pgStrictFunctions: true, installWatchFixtures: false },
  // Lists without cursors where nothing is paged; nothing is written.
  schema: { defaultBehavior: "+connection +list -insert -update -delete", exportSchemaSDLPath: process.env.SDL },
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false, websockets: false, outputDataAsString: true, graphqlPath: "/graphql" },
});
const server = createServer();
const serv = instance.createServ(grafserv);
await serv.addTo(server);
await serv.ready();
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));

process.once("SIGTERM", async () => {
  server.close();
  server.closeAllConnections();
  await instance.release();
});
