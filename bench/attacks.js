/** What one client asks to keep others waiting: each is allowed, or was, and the number of connections on which it comes. */
const aliases = (count, field) => `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(" ")} }`;

export const attacks = [
  {
    name: "50 aliases of stanceChanges",
    connections: 1,
    query: aliases(50, 'stanceChanges(across: { not: { slugs: ["x"] } }, first: 0) { totalCount }'),
  },
  {
    name: "stanceChanges, as wide as is allowed",
    connections: 20,
    query: aliases(
      1,
      'stanceChanges(across: { not: { slugs: ["finland-nato-membership"] } }, first: 0) { totalCount }',
    ),
  },
  {
    name: "positionCounts by all keys",
    connections: 20,
    query: "{ positionCounts(groupBy: [STANCE, BASIS, HOLDER, HOLDER_KIND, SUBJECT, TOPIC, YEAR, MONTH]) { count } }",
  },
  {
    name: "100 states with agreementWith",
    connections: 20,
    query:
      '{ actors(where: { kinds: [STATE] }, first: 100) { nodes { agreementWith(slug: "united-states") { shared agreed } } } }',
  },
  {
    name: "100 proposals, 100 positions, their holders",
    connections: 20,
    query: "{ proposals(first: 100) { nodes { positions(first: 100) { nodes { stance holder { name } } } } } }",
  },
  {
    name: "500 proposals, 90 positions, their holders",
    connections: 20,
    query: "{ proposals(first: 500) { nodes { positions(first: 90) { nodes { stance holder { name } } } } } }",
  },
  {
    name: "positions on what contains a letter",
    connections: 20,
    query: '{ positions(where: { subject: { proposals: { text: { contains: "e" } } } }) { totalCount } }',
  },
  {
    name: "documents with 100 mistakes",
    connections: 20,
    query: `{ ${Array.from({ length: 100 }, (_, index) => `proposalz${index}`).join(" ")} }`,
  },
  {
    name: "documents that are long and new",
    connections: 20,
    query: (nonce) => aliases(45, `actor(slug: "n${nonce}") { name kind updatedAt recordedAt version }`),
  },
  { name: "the light question", connections: 20, query: '{ actor(slug: "united-states") { name slug kind } }' },
];
