import type { Database } from "../../src/db/database.js";
import { type PositionSeed, positionKit } from "../modules/positions/position-kit.js";
import { votesForQuestions } from "./votes-data.js";

/**
 * Puts on record what the questions of questions/ find something in: of everything that they list, so many, and no
 * two of them alike, so that nothing is saved because it is known already.
 */
export async function recordForQuestions(database: Database, size: number): Promise<void> {
  const kit = positionKit(database);
  const each = <T>(make: (index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: size }, (_, index) => make(index)));
  const positions: PositionSeed[] = [];

  const russia = await kit.actor({ slug: "russia" });
  const unitedStates = await kit.actor({ slug: "united-states" });
  const administration = await kit.actor({ slug: "biden-administration", kind: "GOVERNMENT" });
  const palestine = await kit.actor({ slug: "palestine" });
  const quartet = await kit.actor({ slug: "quartet-on-the-middle-east", kind: "COALITION" });
  const council = await kit.actor({ slug: "un-security-council", kind: "ORGANIZATION" });
  const twoStates = await kit.proposal({ slug: "two-state-solution" });
  const oneMediator = await kit.proposal({ slug: "us-led-mediation" });
  const manyMediators = await kit.proposal({ slug: "multilateral-mediation" });
  const meeting = await kit.meeting({ slug: "security-council-2021-01-26", body: council });

  const parties = await each(async () => {
    const [state, government, voter, silent] = [kit.actor(), kit.actor(), kit.actor(), kit.actor()];
    const [speaker, organization] = [await kit.actor({ kind: "PERSON" }), await kit.actor()];
    const office = await kit.affiliation({ member: speaker, organization, kind: "OFFICE", role: "Minister" });
    await kit.affiliation({ member: await state, organization: quartet, kind: "MEMBERSHIP", during: "2002/.." });
    const all = { state: await state, government: await government, voter: await voter, silent: await silent };
    return { ...all, speaker, office, source: await kit.source(), other: await kit.source() };
  });
  const party = (index: number) => {
    const found = parties[index];
    if (!found) throw new Error("There are as many parties as anything else.");
    return found;
  };

  const revision = { entityKind: "SOURCE", version: 1, author: "someone", after: {} } as const;
  await database.prisma.revision.createMany({
    data: parties.map(({ source }) => ({ ...revision, entityId: source.id })),
  });

  const earlier = await each((index) => kit.proposal({ sponsors: [party(index).state], proposedOn: "2018" }));
  const conference = await kit.proposal({
    slug: "ministerial-conference-2021",
    timeframe: "2021-06",
    sponsors: parties.map(({ state }) => state),
    participants: parties.flatMap(({ state, silent }) => [
      { actor: state, role: "PARTY" as const },
      { actor: silent, role: "INVITED" as const },
    ]),
    relations: earlier.map((proposal) => ({ proposal, kind: "BUILDS_ON" as const })),
  });
  const answered = await kit.statement({ slug: "dujarric-2021-01-26", sources: parties.map(({ source }) => source) });

  await each(async (index) => {
    const { state, government, voter, speaker, office, source, other } = party(index);
    const said = { speaker, capacity: office, sources: [source] };
    const statement = await kit.statement({ ...said, onBehalfOf: government, meeting });
    await kit.statement({ ...said, onBehalfOf: russia, mentions: [{ proposal: conference }] });
    const voted = await kit.proposal({ relations: [{ proposal: twoStates, kind: "ENDORSES" }] });
    const rollCall = await kit.rollCall({ proposal: voted, body: council, sources: [other] });
    const reversed = await kit.policyAction({ agent: state, through: government, sources: [other] });
    const announced = { agent: unitedStates, through: administration, status: "ANNOUNCED" as const };
    await kit.policyAction({ ...announced, reverses: [reversed] });

    const supports = { proposal: twoStates, stance: "SUPPORTS" as const, since: "2016-12-23" };
    const opposes = { holder: palestine, stance: "OPPOSES" as const };
    positions.push(
      { ...supports, holder: state, through: government, evidence: { statement } },
      { ...supports, holder: voter, basis: "VOTE", evidence: { rollCall } },
      { holder: voter, proposal: voted, stance: "SUPPORTS", basis: "VOTE", evidence: { rollCall } },
      {
        holder: state,
        through: government,
        proposal: earlier[index] ?? voted,
        stance: "SUPPORTS",
        basis: "SPONSORSHIP",
      },
      { holder: voter, proposal: conference, stance: "SUPPORTS" },
      { holder: state, proposal: conference, stance: "UNDECIDED", evidence: { statement: answered } },
      { ...opposes, proposal: voted, evidence: { statement } },
      { ...opposes, policyAction: reversed, basis: "ACTION", evidence: { policyAction: reversed } },
      {
        holder: state,
        proposal: oneMediator,
        stance: "OPPOSES",
        basis: "ACTION",
        evidence: { policyAction: reversed },
      },
      { holder: state, proposal: manyMediators, stance: "SUPPORTS" },
    );
  });
  positions.push(...(await votesForQuestions(kit, size, { council, unitedStates })));
  await kit.positions(positions);
}
