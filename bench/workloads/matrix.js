import { found, mostlyTheSame, windowOf } from "./varied.js";

/** States that have voted for long. */
export const states = [
  ...["france", "germany", "italy", "spain", "united-kingdom", "united-states", "russia", "china", "india", "japan"],
  ...["brazil", "mexico", "egypt", "kenya", "nigeria", "south-africa", "israel", "canada", "norway", "cuba"],
];

/** Eight resolutions; where a share of the record lacks some, the matrix has fewer columns, the same for all. */
export const matrixSubjects = [
  ...["un-ga-67-19", "un-ga-74-11", "un-ga-65-6", "un-ga-74-59"],
  ...["un-ga-32-32", "un-ga-37-1", "un-ga-46-34-a", "un-ga-38-183-d"],
];

const allStates = `select "slug" from "Actor" where "kind" = 'STATE' and "retractedAt" is null order by md5("slug")`;
const resolutions = `select "slug" from "Proposal" where "kind" = 'RESOLUTION' and "retractedAt" is null
  order by md5("slug") limit 500`;

/** Where each of 20 states stands on each of 8 resolutions. */
export const matrix = {
  name: "matrix",
  title: "The matrix of 20 holders by 8 subjects",
  inputs: async (record) => {
    const [holders, subjects] = [await found(record, allStates), await found(record, resolutions)];
    const others = Array.from({ length: 1100 }, (_, place) => ({
      holders: windowOf(holders, place * 7, 20),
      subjects: windowOf(subjects, place * 3, 8),
    }));
    return mostlyTheSame([{ holders: states, subjects: matrixSubjects }, ...others]);
  },
  rows: ({ cells }) => cells.flat().length,

  standpoint: {
    query: `query ($holders: [String!], $subjects: [String!]) {
      stanceMatrix(holders: { slugs: $holders }, subjects: { slugs: $subjects }) {
        rows { slug name }
        columns { ... on Proposal { slug title } ... on PolicyAction { slug title } }
        cells { stance since }
      }
    }`,
    variables: (input) => input,
    read: ({ stanceMatrix }) => stanceMatrix,
  },

  handwritten: {
    text: `with holder as materialized (
        select "id", "slug", "name" from "Actor" where "slug" = any($1) and "retractedAt" is null
      ), subject as materialized (
        select "id", "slug", "title" from "Proposal" where "slug" = any($2) and "retractedAt" is null
        union all
        select "id", "slug", "title" from "PolicyAction" where "slug" = any($2) and "retractedAt" is null
      )
      select json_build_object(
        'rows', (select json_agg(json_build_object('slug', "slug", 'name', "name") order by "name", "id") from holder),
        'columns', (select json_agg(json_build_object('slug', "slug", 'title', "title") order by "title", "id") from subject),
        'cells', (select json_agg("line" order by "name", "id") from (
          select holder."id", holder."name", json_agg(
            case when position."id" is not null then
              json_build_object('stance', position."stance", 'since', position."since") end
            order by subject."title", subject."id") as "line"
          from holder cross join subject
          left join "Position" position on position."holderId" = holder."id" and position."subjectId" = subject."id"
            and position."standingUntil" = '9999-12-31'
          group by holder."id", holder."name") lines))::text`,
    values: (input) => [input.holders, input.subjects],
  },

  postgraphile: {
    query: `query ($holders: [String]!, $subjects: [String]!) {
      standpointBenchStanceMatrixList(holders: $holders, subjects: $subjects) {
        holder holderName subject subjectTitle stance since
      }
    }`,
    variables: (input) => input,
    read: ({ standpointBenchStanceMatrixList }) => table(standpointBenchStanceMatrixList),
  },
};

/** The matrix, from its cells in order, empty ones included. */
function table(filled) {
  const rows = new Map(filled.map(({ holder, holderName }) => [holder, { slug: holder, name: holderName }]));
  const columns = new Map(filled.map(({ subject, subjectTitle }) => [subject, { slug: subject, title: subjectTitle }]));
  const cells = filled.map(({ stance, since }) => (stance === null ? null : { stance, since }));
  return {
    rows: [...rows.values()],
    columns: [...columns.values()],
    cells: [...rows.keys()].map((_, row) => cells.slice(row * columns.size, (row + 1) * columns.size)),
  };
}
