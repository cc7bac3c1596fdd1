import { actor } from "./actor.js";

/** A name that is another one each time, and always as long. */
const alias = (nth) => `a${String(nth).padStart(9, "0")}`;
const first = (data) => Object.values(data)[0];

/** The same by a document that no server has seen: all pay for parsing, validating and planning it. By hand there is none. */
export const newDocument = {
  ...actor,
  name: "new-document",
  title: "An actor by its slug, by a document that is new each time",

  standpoint: {
    ...actor.standpoint,
    query: (nth) => `query ($slug: String!) { ${alias(nth)}: actor(slug: $slug) { slug name kind description } }`,
    read: first,
  },

  postgraphile: {
    ...actor.postgraphile,
    query: (nth) => `query ($slug: String!) { ${alias(nth)}: actorBySlug(slug: $slug) { slug name kind description } }`,
    read: first,
  },
};
