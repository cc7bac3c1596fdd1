import { states } from "./matrix.js";

/** On how many of all the subjects since 1946 on which both stand somewhere two states agree. */
export const agreement = {
  name: "agreement",
  title: "The agreement of two states since 1946",
  inputs: () => states.flatMap((one) => states.filter((other) => other !== one).map((other) => [one, other])),
  rows: ({ shared }) => shared, // what the database compares, not what is answered

  standpoint: {
    query: `query ($one: String!, $other: String!) {
      actor(slug: $one) { agreementWith(slug: $other) { shared agreed } }
    }`,
    variables: ([one, other]) => ({ one, other }),
    read: ({ actor }) => actor.agreementWith,
  },

  handwritten: {
    text: `select json_build_object('shared', count(*), 'agreed', count(*) filter (where mine."stance" = theirs."stance"))::text
      from "Position" mine
      join "Position" theirs on theirs."subjectId" = mine."subjectId"
      where mine."holderId" = (select "id" from "Actor" where "slug" = $1 and "retractedAt" is null)
        and theirs."holderId" = (select "id" from "Actor" where "slug" = $2 and "retractedAt" is null)
        and mine."standingUntil" = '9999-12-31' and theirs."standingUntil" = '9999-12-31'
        and mine."subjectId" not in (
          select "id" from "Proposal" where "retractedAt" is not null
          union all select "id" from "PolicyAction" where "retractedAt" is not null)`,
    values: (pair) => pair,
  },

  postgraphile: {
    query: `query ($one: String!, $other: String!) {
      standpointBenchAgreementOf(one: $one, other: $other) { shared agreed }
    }`,
    variables: ([one, other]) => ({ one, other }),
    read: ({ standpointBenchAgreementOf }) => standpointBenchAgreementOf,
  },
};
