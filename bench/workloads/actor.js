import { found } from "./varied.js";

/** The least that a question can be: one row by its unique slug. */
export const actor = {
  name: "actor",
  title: "An actor by its slug",
  inputs: (record) => found(record, `select "slug" from "Actor" where "retractedAt" is null order by md5("slug")`),
  rows: () => 1,

  standpoint: {
    query: "query ($slug: String!) { actor(slug: $slug) { slug name kind description } }",
    variables: (slug) => ({ slug }),
    read: ({ actor }) => actor,
  },

  handwritten: {
    text: `select json_build_object('slug', "slug", 'name', "name", 'kind', "kind", 'description', "description")::text
      from "Actor" where "slug" = $1 and "retractedAt" is null`,
    values: (slug) => [slug],
  },

  postgraphile: {
    query: "query ($slug: String!) { actorBySlug(slug: $slug) { slug name kind description } }",
    variables: (slug) => ({ slug }),
    read: ({ actorBySlug }) => actorBySlug,
  },
};
