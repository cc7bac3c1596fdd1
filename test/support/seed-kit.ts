import type { Database } from "../../src/db/database.js";
import type { Prisma } from "../../src/db/generated/client.js";
import { days, spanDays } from "./edtf-columns.js";

/** Something on record: what the kit gives back and takes as a reference. */
export interface Seeded {
  id: string;
  slug: string;
}

type Text<Fields extends string> = { [Field in Fields]?: string };
type Kind<Model extends { kind?: unknown }> = { kind?: Model["kind"] };
type Status<Model extends { status?: unknown }> = { status?: Model["status"] };
type Link<Model, Column extends keyof Model> = Pick<Model, Column>;

type ActorSeed = Text<"slug" | "name" | "description" | "existedDuring"> & Kind<Prisma.ActorCreateManyInput>;
type SourceSeed = Text<"slug" | "title" | "publisher" | "url" | "publishedOn"> & Kind<Prisma.SourceCreateManyInput>;
type TopicSeed = Text<"slug" | "name" | "description">;
type AffiliationSeed = Text<"role" | "during"> &
  Link<Prisma.AffiliationCreateManyInput, "kind"> & { member: Seeded; organization: Seeded };
type ProposalSeed = Text<"slug" | "title" | "summary" | "proposedOn" | "timeframe" | "venue" | "note"> &
  Kind<Prisma.ProposalCreateManyInput> &
  Status<Prisma.ProposalCreateManyInput> & {
    sponsors?: Seeded[];
    participants?: ({ actor: Seeded } & Link<Prisma.ParticipationCreateManyInput, "role">)[];
    relations?: ({ proposal: Seeded } & Link<
      Prisma.ProposalRelationCreateManyInput,
      "kind" | "note" | "weight" | "weightReason"
    >)[];
    topics?: Seeded[];
    sources?: Seeded[];
  };
type PolicyActionSeed = Text<"slug" | "title" | "summary" | "announcedOn" | "during"> &
  Kind<Prisma.PolicyActionCreateManyInput> &
  Status<Prisma.PolicyActionCreateManyInput> & {
    agent?: Seeded;
    through?: Seeded;
    targets?: Seeded[];
    reverses?: Seeded[];
    bearsOn?: ({ proposal: Seeded } & Link<
      Prisma.PolicyActionBearingCreateManyInput,
      "bearing" | "weight" | "weightReason"
    >)[];
    sources?: Seeded[];
  };
type MeetingSeed = Text<"slug" | "title" | "heldOn" | "place" | "symbol"> & { body?: Seeded };
type StatementSeed = Text<"slug" | "speakerAsPrinted" | "madeOn" | "summary" | "quote" | "quoteLanguage"> & {
  delivery?: Prisma.StatementCreateManyInput["delivery"];
  speaker?: Seeded;
  capacity?: { id: string };
  onBehalfOf?: Seeded;
  meeting?: Seeded;
  inReplyTo?: Seeded;
  mentions?: { proposal?: Seeded; policyAction?: Seeded; actor?: Seeded }[];
  sources?: Seeded[];
};

const listed = <Item, Columns>(items: readonly Item[] | undefined, columns: (item: Item) => Columns) => ({
  create: (items ?? []).map((item, ordinal) => ({ ...columns(item), ordinal })),
});
const sourced = (sources: readonly Seeded[] | undefined) => listed(sources, ({ id }) => ({ sourceId: id }));

/** Puts small data on record for a test: what a seed leaves out has a default, its slug a number. */
export function seedKit({ prisma }: Database) {
  let count = 0;
  const named = (kind: string): string => {
    count += 1;
    return `${kind}-${count}`;
  };

  return {
    source: ({ slug = named("source"), publishedOn, ...seed }: SourceSeed = {}): Promise<Seeded> =>
      prisma.source.create({ data: { kind: "NEWS", title: slug, ...seed, slug, ...days("publishedOn", publishedOn) } }),

    actor: ({ slug = named("actor"), existedDuring, ...seed }: ActorSeed = {}): Promise<Seeded> =>
      prisma.actor.create({
        data: { kind: "STATE", name: slug, ...seed, slug, ...spanDays("existedDuring", existedDuring) },
      }),

    affiliation: ({ member, organization, during, ...seed }: AffiliationSeed): Promise<{ id: string }> =>
      prisma.affiliation.create({
        data: { ...seed, memberId: member.id, organizationId: organization.id, ...spanDays("during", during) },
      }),

    topic: ({ slug = named("topic"), ...seed }: TopicSeed = {}): Promise<Seeded> =>
      prisma.topic.create({ data: { name: slug, ...seed, slug } }),

    proposal: ({ slug = named("proposal"), proposedOn, timeframe, ...seed }: ProposalSeed = {}): Promise<Seeded> => {
      const { sponsors, participants, relations, topics, sources, ...own } = seed;
      return prisma.proposal.create({
        data: {
          ...{ kind: "PLAN", status: "PROPOSED", title: slug, ...own, slug },
          ...days("proposedOn", proposedOn),
          ...spanDays("timeframe", timeframe),
          sponsors: listed(sponsors, ({ id }) => ({ actorId: id })),
          participants: listed(participants, ({ actor, role }) => ({ actorId: actor.id, role })),
          relations: listed(relations, ({ proposal, ...relation }) => ({ relatedId: proposal.id, ...relation })),
          topics: listed(topics, ({ id }) => ({ topicId: id })),
          sources: sourced(sources),
        },
      });
    },

    async policyAction({
      slug = named("action"),
      announcedOn,
      during,
      ...seed
    }: PolicyActionSeed = {}): Promise<Seeded> {
      const { agent = await this.actor(), through, targets, reverses, bearsOn, sources, ...own } = seed;
      return prisma.policyAction.create({
        data: {
          ...{ kind: "OTHER", status: "IN_EFFECT", title: slug, ...own, slug },
          ...days("announcedOn", announcedOn),
          ...spanDays("during", during),
          agentId: agent.id,
          throughId: through?.id,
          targets: listed(targets, ({ id }) => ({ actorId: id })),
          reverses: listed(reverses, ({ id }) => ({ reversedId: id })),
          bearsOn: listed(bearsOn, ({ proposal, ...bearing }) => ({ proposalId: proposal.id, ...bearing })),
          sources: sourced(sources),
        },
      });
    },

    meeting: ({ slug = named("meeting"), heldOn = "2021-01-26", body, ...seed }: MeetingSeed = {}): Promise<Seeded> =>
      prisma.meeting.create({ data: { title: slug, ...seed, slug, bodyId: body?.id, ...days("heldOn", heldOn) } }),

    statement: ({ slug = named("statement"), madeOn = "2021-01-26", ...seed }: StatementSeed = {}): Promise<Seeded> => {
      const { speaker, capacity, onBehalfOf, meeting, inReplyTo, mentions, sources, ...own } = seed;
      return prisma.statement.create({
        data: {
          ...{ delivery: "SPOKEN", summary: slug, ...own, slug },
          ...days("madeOn", madeOn),
          speakerId: speaker?.id,
          capacityId: capacity?.id,
          onBehalfOfId: onBehalfOf?.id,
          meetingId: meeting?.id,
          inReplyToId: inReplyTo?.id,
          mentions: listed(mentions, ({ proposal, policyAction, actor }) => ({
            ...{ proposalId: proposal?.id, policyActionId: policyAction?.id, actorId: actor?.id },
          })),
          sources: sourced(sources),
        },
      });
    },
  };
}

/** What hides an entity: for `update` of the Prisma client. */
export const retracted = { retractedAt: new Date("2022-01-01T00:00:00Z"), retractionReason: "It was wrong." };
