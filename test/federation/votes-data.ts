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
const matrixSubjects = ["paris-agreement", "un-ga-71-258", "tpnw", "un-ga-73-48", "un-ga-74-41"];

/** Puts on record what the questions on votes find something in, of everything so many, and gives the votes. */
export async function votesForQuestions(
  kit: ReturnType<typeof positionKit>,
  size: number,
  { council, unitedStates }: { council: Seeded; unitedStates: Seeded },
): Promise<PositionSeed[]> {
  const vote = { basis: "VOTE" as const, stance: "SUPPORTS" as const };
  const positions: PositionSeed[] = [];

  const resolution = await kit.proposal({ slug: "un-sc-2334" });
  const [before, after] = [await kit.proposal({ slug: "un-ga-67-56" }), await kit.proposal({ slug: "un-ga-68-46" })];
  await kit.rollCall({ proposal: resolution, body: council, heldOn: "2016-12-23" });
  const topic = await kit.topic({ slug: "nuclear-disarmament" });
  const unitedKingdom = await kit.actor({ slug: "united-kingdom" });

  for (let index = 0; index < size; index += 1) {
    const member = await kit.actor();
    await kit.affiliation({ member, organization: council, kind: "MEMBERSHIP", during: "2016-01-01/2017-12-31" });
    const voted = await kit.proposal({ topics: [topic] });
    const rollCall = await kit.rollCall({ proposal: voted, body: council, heldOn: `${2000 + (index % 20)}-12-04` });
    const since = `${2000 + (index % 20)}-12-04`;
    positions.push(
      { ...vote, holder: member, proposal: resolution, since: "2016-12-23" },
      { ...vote, holder: member, proposal: before, since: "2012-12-03" },
      { ...vote, holder: member, proposal: after, since: "2013-12-05", stance: "OPPOSES" },
      { ...vote, holder: unitedStates, proposal: voted, since, evidence: { rollCall } },
      { ...vote, holder: unitedKingdom, proposal: voted, since, evidence: { rollCall } },
      { ...vote, holder: unitedStates, proposal: await kit.proposal(), since, stance: "ABSTAINS" },
    );
  }

  const states = await Promise.all(matrixStates.slice(0, size).map((slug) => kit.actor({ slug })));
  const subjects = await Promise.all(matrixSubjects.slice(0, size).map((slug) => kit.proposal({ slug })));
  for (const holder of states) for (const proposal of subjects) positions.push({ ...vote, holder, proposal });
  return positions;
}
