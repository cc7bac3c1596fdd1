import type { PositionSeed, positionKit } from "../modules/positions/position-kit.js";
import type { Seeded } from "../support/seed-kit.js";

const matrixStates = [
  "austria",
  "brazil",
  "china",
  "egypt",
  "france",
  "germany",
  "ireland",
  "israel",
  "japan",
  "mexico",
];
/** The other subjects of the matrix, besides those of the other questions. */
const matrixSubjects = ["paris-agreement"];

/** Puts on record what the questions on votes find something in, of everything so many, and gives the votes. */
export async function votesForQuestions(
  kit: ReturnType<typeof positionKit>,
  size: number,
  { council, unitedStates }: { council: Seeded; unitedStates: Seeded },
): Promise<PositionSeed[]> {
  const vote = { basis: "VOTE" as const, stance: "SUPPORTS" as const };
  const positions: PositionSeed[] = [];

  const resolution = await kit.proposal({ slug: "un-sc-2334" });
  const before = await kit.proposal({ slug: "un-ga-71-258" });
  const after = await kit.proposal({ slug: "tpnw", relations: [{ proposal: before, kind: "BUILDS_ON" }] });
  const lastVote = await kit.rollCall({ proposal: after, body: council, heldOn: "2017-07-07" });
  await kit.rollCall({ proposal: resolution, body: council, heldOn: "2016-12-23" });
  const topic = await kit.topic({ slug: "nuclear-disarmament" });
  const about = await kit.topic({ slug: "israeli-palestinian-question" });
  const [union, alliance] = [await kit.actor({ slug: "european-union" }), await kit.actor({ slug: "nato" })];
  const [supporter, opponent] = [await kit.actor(), await kit.actor()];
  await kit.affiliation({ member: supporter, organization: union, kind: "MEMBERSHIP" });
  await kit.affiliation({ member: opponent, organization: alliance, kind: "MEMBERSHIP" });
  const unitedKingdom = await kit.actor({ slug: "united-kingdom" });

  for (let index = 0; index < size; index += 1) {
    const member = await kit.actor();
    await kit.affiliation({ member, organization: council, kind: "MEMBERSHIP", during: "2016-01-01/2017-12-31" });
    await kit.affiliation({ member: await kit.actor({ name: "Turkey" }), organization: council, kind: "OBSERVER" });
    const voted = await kit.proposal({ topics: [topic] });
    const rollCall = await kit.rollCall({ proposal: voted, body: council, heldOn: `${2000 + (index % 20)}-12-04` });
    await kit.rollCall({ proposal: voted, body: council, heldOn: "2016-03-01", statedYes: 5, statedNo: 1 });
    const settled = await kit.proposal({ topics: [about] });
    const [source, undecided] = [await kit.source(), await kit.actor()];
    const statement = await kit.statement({
      ...{ onBehalfOf: unitedStates, mentions: [{ proposal: settled }], sources: [source], madeOn: "2020-02-03" },
    });
    await kit.policyAction({
      ...{ agent: unitedStates, announcedOn: "2020-02-03", sources: [source] },
      bearsOn: [{ proposal: settled, bearing: "ADVANCES" }],
    });
    const since = `${2000 + (index % 20)}-12-04`;
    positions.push(
      { ...vote, holder: member, proposal: resolution, since: "2016-12-23" },
      { ...vote, holder: member, proposal: before, since: "2016-12-23" },
      {
        ...vote,
        holder: member,
        proposal: after,
        since: "2017-07-07",
        stance: "OPPOSES",
        evidence: { rollCall: lastVote },
      },
      { ...vote, holder: undecided, proposal: before, since: "2016-12-23", stance: "ABSTAINS" },
      { ...vote, holder: undecided, proposal: after, since: "2017-07-07" },
      { ...vote, holder: supporter, proposal: voted, since },
      { ...vote, holder: opponent, proposal: voted, since, stance: "OPPOSES" },
      { holder: unitedStates, proposal: settled, stance: "SUPPORTS", since: "2020-02-03", evidence: { statement } },
      { ...vote, holder: unitedStates, proposal: voted, since, evidence: { rollCall } },
      { ...vote, holder: unitedKingdom, proposal: voted, since, evidence: { rollCall } },
      { ...vote, holder: unitedStates, proposal: await kit.proposal(), since, stance: "ABSTAINS" },
    );
  }

  const states = await Promise.all(matrixStates.slice(0, size).map((slug) => kit.actor({ slug })));
  const others = await Promise.all(matrixSubjects.map((slug) => kit.proposal({ slug })));
  const subjects = [...others, resolution, before, after].slice(0, size);
  for (const holder of states) for (const proposal of subjects) positions.push({ ...vote, holder, proposal });
  return positions;
}
