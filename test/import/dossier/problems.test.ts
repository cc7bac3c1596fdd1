import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { testDatabase } from "../../support/database.js";
import { importTexts, problemsOf } from "./import-text.js";

let database: Database;

const recorded = `
dossier: 1
title: What is recorded already
sources: [{ slug: report, title: Report, kind: NEWS }]
actors:
  - { slug: ruritania, kind: STATE, name: Ruritania }
  - { slug: rudolf, kind: PERSON, name: Rudolf }
  - { slug: council, kind: ORGANIZATION, name: Council }
affiliations:
  - { member: rudolf, organization: ruritania, kind: OFFICE, role: King, during: 1890/1894 }
proposals:
  - { slug: treaty, title: Treaty, kind: PLAN, status: PROPOSED, sponsors: [ruritania] }
  - { slug: annex, title: Annex, kind: PLAN, status: PROPOSED, relations: [{ kind: PART_OF, proposal: treaty }] }
policyActions:
  - { slug: embargo, title: Embargo, kind: SANCTION, status: IN_EFFECT, agent: ruritania, sources: [report] }
statements:
  - { slug: speech, delivery: SPOKEN, madeOn: 1892-05-01, summary: Yes., sources: [report] }
rollCalls:
  - { slug: treaty-vote, proposal: treaty, body: council, heldOn: 1892-06-01 }
`;

beforeAll(async () => {
  database = await testDatabase();
  await importTexts(database, recorded);
});

/** A dossier whose lists are these lines, the first of which is line 3 of the file. */
const dossier = (lines: string) => `dossier: 1\ntitle: Test\n${lines}`;
const problems = (lines: string) => problemsOf(database, dossier(lines));

describe("each problem is told with its file, line, column, path, and what to do", () => {
  const position = "holder: ruritania, subject: treaty, stance: SUPPORTS";
  const statement = "delivery: SPOKEN, madeOn: 1892-05-01, summary: Yes., sources: [report]";
  const cases: [what: string, lines: string, told: string[]][] = [
    [
      "an unknown field",
      "actors:\n  - { slug: a, kind: STATE, nme: A, name: A }",
      ["a.yaml:4:29: actors[0]: unknown field `nme`\n    Did you mean `name`?"],
    ],
    ["an unknown list", "actor: []", ["a.yaml:3:1: unknown field `actor`\n    Did you mean `actors`?"]],
    [
      "an unknown field like no other",
      "topics:\n  - { slug: a, name: A, frequency: 3 }",
      ["a.yaml:4:25: topics[0]: unknown field `frequency`\n    The allowed fields are slug, name, description"],
    ],
    ["a missing field", "topics:\n  - slug: a", ["a.yaml:4:5: topics[0].name: is missing\n    Add it"]],
    [
      "an empty field",
      "topics:\n  - slug: a\n    name: A\n    description:",
      ["a.yaml:6:17: topics[0].description: is empty\n    Give it a value, or remove it"],
    ],
    [
      "a value that is not one of the list",
      "actors:\n  - { slug: a, kind: person, name: A }",
      [
        'a.yaml:4:22: actors[0].kind: "person" is not an allowed value\n' +
          "    Did you mean PERSON? Allowed values: STATE, INTERNATIONAL_ORGANIZATION, ORGANIZATION, GOVERNMENT, COALITION, PERSON",
      ],
    ],
    [
      "a date that is none",
      "meetings:\n  - { slug: a, title: A, heldOn: 1892-13 }",
      [
        'a.yaml:4:34: meetings[0].heldOn: "1892-13" has a month that does not exist: months go from 01 to 12, such as 2021-01',
      ],
    ],
    [
      "an interval where one date is wanted",
      "meetings:\n  - { slug: a, title: A, heldOn: 1892/1893 }",
      [
        'a.yaml:4:34: meetings[0].heldOn: "1892/1893" is an interval where one date is needed: write 2021-01, or [2021-01, 2021-03] for one of these',
      ],
    ],
    [
      "a set of dates without quotes, which YAML takes for a list",
      "meetings:\n  - { slug: a, title: A, heldOn: [1892, 1893] }",
      ["a.yaml:4:34: meetings[0].heldOn: a list is not a text\n    Put it in quotes"],
    ],
    [
      "a slug that is none",
      "topics:\n  - { slug: Côte d'Ivoire, name: A }",
      [
        'a.yaml:4:13: topics[0].slug: "Côte d\'Ivoire" is not a slug\n' +
          "    A slug is lower-case letters, digits and single hyphens, at most 120 characters: `cote-d-ivoire`",
      ],
    ],
    [
      "a web address that is none",
      "sources:\n  - { slug: a, title: A, kind: NEWS, url: undocs.org/S/1 }",
      ['a.yaml:4:43: sources[0].url: "undocs.org/S/1" is not a web address\n    Write the complete address: https://…'],
    ],
    [
      "a code of another scheme",
      "actors:\n  - { slug: a, kind: STATE, name: A, codes: [{ scheme: M49, value: AB }] }",
      ['a.yaml:4:68: actors[0].codes[0].value: "AB" is not a code of M49\n    Write three digits: 008'],
    ],
    [
      "NUL and other control characters",
      'topics:\n  - { slug: a, name: "A\\0", description: "\\x07" }',
      [
        "a.yaml:4:22: topics[0].name: contains the character U+0000\n    Remove it: only printable text, tabs and line breaks are stored",
        "a.yaml:4:42: topics[0].description: contains the character U+0007\n    Remove it: only printable text, tabs and line breaks are stored",
      ],
    ],
    [
      "a quote that is no short quote",
      `statements:\n  - { slug: a, ${statement}, quote: ${"long ".repeat(70)} }`,
      ["a.yaml:4:95: statements[0].quote: is too long: 349 characters\n    At most 300 characters"],
    ],
    [
      "a statement without a source",
      "statements:\n  - { slug: a, delivery: SPOKEN, madeOn: 1892, summary: Yes. }\n" +
        "  - { slug: b, delivery: SPOKEN, madeOn: 1892, summary: Yes., sources: [] }",
      [
        "a.yaml:4:5: statements[0].sources: is missing\n    Add it",
        "a.yaml:5:72: statements[1].sources: is empty\n    Add at least one",
      ],
    ],
    [
      "something named twice in a list",
      "statements:\n  - { slug: a, delivery: SPOKEN, madeOn: 1892, summary: Yes., sources: [report, report] }",
      ["a.yaml:4:81: statements[0].sources[1]: is listed twice\n    Remove one of the two"],
    ],
    [
      "an unknown slug",
      `statements:\n  - { slug: a, speaker: rudolph, ${statement} }`,
      [
        'a.yaml:4:25: statements[0].speaker: "rudolph" is not the slug of an actor, neither in the files nor in the database\n' +
          "    Did you mean `rudolf`?",
      ],
    ],
    [
      "an unknown slug like no other",
      "proposals:\n  - { slug: a, title: A, kind: PLAN, status: PROPOSED, topics: [fisheries] }",
      [
        'a.yaml:4:65: proposals[0].topics[0]: "fisheries" is not the slug of a topic, neither in the files nor in the database\n' +
          "    Add it under `topics`, or import it together with the file that contains it",
      ],
    ],
    [
      "a slug of something else",
      "meetings:\n  - { slug: a, title: A, heldOn: 1892, body: treaty }",
      ['a.yaml:4:46: meetings[0].body: "treaty" is a proposal, but an actor is expected here\n    Name an actor'],
    ],
    [
      "a slug twice in the files",
      "topics:\n  - { slug: a, name: A }\n  - { slug: a, name: B }",
      [
        'a.yaml:5:13: topics[1].slug: "a" is already the slug of a topic at a.yaml:4\n    Choose another slug, or merge the two entries',
      ],
    ],
    [
      "a slug of a proposal and a policy action, in the files",
      "proposals:\n  - { slug: a, title: A, kind: PLAN, status: PROPOSED }\npolicyActions:\n" +
        "  - { slug: a, title: A, kind: OTHER, status: ANNOUNCED, agent: ruritania, sources: [report] }",
      [
        'a.yaml:6:13: policyActions[0].slug: "a" is already the slug of a proposal at a.yaml:4\n    Choose another slug, or merge the two entries',
      ],
    ],
    [
      "a slug of a proposal and a policy action, in the database",
      "proposals:\n  - { slug: embargo, title: A, kind: PLAN, status: PROPOSED }",
      [
        'a.yaml:4:13: proposals[0].slug: "embargo" is already the slug of a policy action in the database\n    Choose another slug, or merge the two entries',
      ],
    ],
    [
      "an affiliation of someone with himself",
      "affiliations:\n  - { member: rudolf, organization: rudolf, kind: PART_OF }",
      [
        'a.yaml:4:37: affiliations[0].organization: "rudolf" cannot be affiliated with itself\n    Use two different actors',
      ],
    ],
    [
      "an affiliation written twice",
      "affiliations:\n  - { member: rudolf, organization: council, kind: MEMBERSHIP, during: 1890/1891 }\n" +
        "  - { member: rudolf, organization: council, kind: MEMBERSHIP, during: 1890/1892 }",
      [
        "a.yaml:5:5: affiliations[1]: is the same as an affiliation at a.yaml:4: member, organization, kind, role and start\n    Remove one of the two",
      ],
    ],
    [
      "a capacity that the speaker never had",
      `statements:\n  - { slug: a, speaker: rudolf, capacity: { organization: council, role: King }, ${statement} }`,
      [
        'a.yaml:4:43: statements[0].capacity: "rudolf" has no affiliation as "King" at "council"\n    Recorded: King at ruritania, 1890/1894',
      ],
    ],
    [
      "a capacity that the speaker did not have that day",
      "statements:\n  - { slug: a, speaker: rudolf, capacity: { organization: ruritania, role: King }, delivery: SPOKEN, madeOn: 1895, summary: Yes., sources: [report] }",
      [
        'a.yaml:4:43: statements[0].capacity: "rudolf" was not "King" at "ruritania" on 1895\n    Recorded: King at ruritania, 1890/1894',
      ],
    ],
    [
      "a capacity without a speaker",
      `statements:\n  - { slug: a, capacity: { organization: ruritania, role: King }, ${statement} }`,
      [
        "a.yaml:4:26: statements[0].capacity: a capacity requires a speaker\n    Add the speaker, or remove the capacity",
      ],
    ],
    [
      "a mention of two things, and of none",
      `statements:\n  - { slug: a, mentions: [{ proposal: treaty, actor: rudolf }, {}], ${statement} }`,
      [
        "a.yaml:4:27: statements[0].mentions[0]: has 2 fields\n    Give exactly one of proposal, policyAction, actor",
        "a.yaml:4:64: statements[0].mentions[1]: is empty\n    Give exactly one of proposal, policyAction, actor",
      ],
    ],
    [
      "a position with neither evidence nor source",
      `positions:\n  - { ${position}, basis: STATEMENT, since: 1892 }`,
      [
        "a.yaml:4:5: positions[0]: has neither evidence nor a source\n    Add `evidence` (a statement, roll call or policy action) or `sources`",
      ],
    ],
    [
      "evidence that does not fit the basis",
      `positions:\n  - { ${position}, basis: VOTE, since: 1892, evidence: { statement: speech } }`,
      [
        "a.yaml:4:97: positions[0].evidence: a statement cannot be the evidence for a position with the basis VOTE\n    VOTE requires rollCall: …",
      ],
    ],
    [
      "a sponsorship by someone who is no sponsor, and one without a source",
      "positions:\n  - { holder: council, subject: treaty, stance: SUPPORTS, basis: SPONSORSHIP, since: 1892 }\n" +
        `  - { ${position}, basis: SPONSORSHIP, since: 1892 }`,
      [
        'a.yaml:4:15: positions[0].holder: "council" is not a sponsor of "treaty"\n    Add it to the proposal\'s `sponsors`, or choose another basis',
        'a.yaml:5:5: positions[1]: neither the position nor the proposal has a source\n    Add `sources` here or to the proposal "treaty"',
      ],
    ],
    [
      "a vote on something else, and one that nobody casts",
      "positions:\n  - { holder: council, subject: annex, stance: SUPPORTS, basis: VOTE, since: 1892, evidence: { rollCall: treaty-vote } }\n" +
        "  - { holder: council, subject: treaty, stance: UNDECIDED, basis: VOTE, since: 1892, evidence: { rollCall: treaty-vote } }",
      [
        'a.yaml:4:106: positions[0].evidence.rollCall: this vote was on "treaty", not on "annex"\n    A vote is a position on the proposal that was voted on, not on what that proposal endorses',
        "a.yaml:5:49: positions[1].stance: a vote cannot have the stance UNDECIDED\n    A vote is SUPPORTS, OPPOSES or ABSTAINS",
      ],
    ],
    [
      "an adoption by a member instead of the body",
      `positions:\n  - { ${position}, basis: ADOPTION, since: 1892, evidence: { rollCall: treaty-vote } }`,
      [
        'a.yaml:4:15: positions[0].holder: the body of this roll call is "council"\n    With the basis ADOPTION, the holder is the body. The votes of its members have the basis VOTE',
      ],
    ],
    [
      "a position written twice",
      `positions:\n  - { ${position}, basis: STATEMENT, since: 1892, evidence: { statement: speech } }\n` +
        `  - { ${position}, basis: STATEMENT, since: 1893, evidence: { statement: speech } }`,
      [
        "a.yaml:5:5: positions[1]: is the same as a position at a.yaml:4: holder, subject, basis and evidence\n    Remove one of the two",
      ],
    ],
    [
      "a circle that goes through the database",
      "proposals:\n  - slug: treaty\n    title: Treaty\n    kind: PLAN\n    status: PROPOSED\n    relations: [{ kind: PART_OF, proposal: annex }]",
      [
        'a.yaml:8:44: proposals[0].relations[0].proposal: "treaty" is part of "annex", and "annex" is part of "treaty"\n    Remove one of these relations to break the cycle',
      ],
    ],
    [
      "a statement that answers itself, and an action that reverses itself",
      `statements:\n  - { slug: a, inReplyTo: a, ${statement} }\npolicyActions:\n` +
        "  - { slug: b, title: A, kind: OTHER, status: ANNOUNCED, agent: ruritania, reverses: [b], sources: [report] }",
      [
        'a.yaml:4:27: statements[0].inReplyTo: "a" answers "a"\n    Remove one of these relations to break the cycle',
        'a.yaml:6:87: policyActions[0].reverses[0]: "b" reverses "b"\n    Remove one of these relations to break the cycle',
      ],
    ],
    ["a list that is none", "topics: water", ["a.yaml:3:9: topics: is not a list\n    Start each entry with a hyphen"]],
    ["an entry that is none", "topics:\n  - water", ['a.yaml:4:5: topics[0]: "water" is not a mapping of fields']],
  ];

  test.each(cases)("%s", async (_what, lines, told) => {
    expect(await problems(lines)).toEqual(told);
  });
});
