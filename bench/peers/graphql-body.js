/** The body of a request; a function of a number where the query is one. */
export const graphqlBody = (query, variables) =>
  typeof query === "function"
    ? (nth) => JSON.stringify({ query: query(nth), variables })
    : JSON.stringify({ query, variables });
