import { IsInt, Min } from "class-validator";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import type { Context } from "../../context.js";
import { sql } from "../../db/sql.js";
import { inPayload } from "../../editing/mutations/entity-mutations.js";
import { MeetsRule } from "../../editing/mutations/meets-rule.js";
import { type Payload, payloadOf, payloadType, refusedPayload } from "../../editing/mutations/payload-type.js";
import { ReasonedInput } from "../../editing/mutations/write-inputs.js";
import { writeProblems, writingOf } from "../../editing/mutations/writing.js";
import { Declared } from "../../graphql/declared-fields.js";
import { column, type GlobalIdSql, type ListSql } from "../../graphql/field-sql.js";
import { DateTime } from "../../graphql/scalars/date-time.js";
import { reference } from "../../record/format/reference.js";
import { mergeActors } from "../../record/merge/merge-actors.js";
import { unmergeActors } from "../../record/merge/unmerge-actors.js";
import { actorTable } from "./actor.repository.js";
import { Actor } from "./actor.type.js";

const actor = reference("actors", "An actor.");

@InputType({ description: "Which two records are of one actor." })
export class MergeActorsInput extends ReasonedInput {
  @Field(() => ID, { description: "The record that stays: its slug or global id." })
  @MeetsRule(actor, { reference: true })
  keep: string;

  @Field(() => Int, {
    description: "The version of `keep` that you have seen: where somebody changed it since, `Conflict` says so.",
  })
  @IsInt()
  @Min(1)
  keepVersion: number;

  @Field(() => ID, { description: "The record that is merged into it: its slug or global id." })
  @MeetsRule(actor, { reference: true })
  merge: string;

  @Field(() => Int, {
    description: "The version of `merge` that you have seen: where somebody changed it since, `Conflict` says so.",
  })
  @IsInt()
  @Min(1)
  mergeVersion: number;
}

@InputType({ description: "Which merge is taken back." })
export class UnmergeActorsInput extends ReasonedInput {
  @Field(() => ID, { description: "The record that was merged into another: the slug or the global id that it had." })
  @MeetsRule(actor, { reference: true })
  merged: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A record that was found to be of the same actor, and was merged into this one. Its slug and its id lead to this actor.",
})
export class MergedActor {
  @Field(() => String, { description: "The slug that it had." })
  slug: string;

  @Field(() => String, { description: "The name that it was shown by." })
  name: string;

  @Field(() => Int, { description: "Its version." })
  version: number;

  @Field(() => DateTime, { description: "When it was merged." })
  mergedAt: Date;

  @Field(() => String, { description: "Why it was merged." })
  reason: string;
}

/** The records that were merged into an actor, over any number of merges, the latest first. */
const mergedActors: ListSql = {
  kind: "list",
  rows: (merged, actor) => ({
    from: sql`(select merged."id", merged."slug", merged."name", merged."version", merge."mergedAt", merge."reason"
      from "Actor" merged join "ActorMerge" merge on merge."mergedId" = merged."id"
      where merged."mergedIntoId" = ${actor}."id") ${merged}`,
    orderBy: sql`${merged}."mergedAt" desc, ${merged}."id"`,
  }),
};

/** The global id that a merged record had. */
const mergedId: GlobalIdSql = {
  kind: "globalId",
  prefix: actorTable.prefix,
  uuid: column("id"),
};

export const MergePayload = payloadType(() => Actor, "MergeActors", "survivor");
export const UnmergePayload = payloadType(() => Actor, "UnmergeActors", "actor");

@Resolver(() => Actor)
export class MergeFields {
  @Declared()
  @FieldResolver(() => [MergedActor], {
    description: "The records of the same actor that were merged into this one, the latest first.",
  })
  mergedFrom() {
    return mergedActors;
  }
}

@Resolver(() => MergedActor)
export class MergedActorFields {
  @Declared()
  @FieldResolver(() => ID, { description: "The global id that it had." })
  id() {
    return mergedId;
  }
}

@Resolver()
export class MergeMutations {
  @RequiresRole("EDITOR")
  @Mutation(() => MergePayload, {
    description:
      "Merges two records of one actor. Whatever names the one names the other from then on: its affiliations, statements, positions, sponsorships and so on move, its names and codes are added, and its slug and id lead to the actor that stays. What both have is set aside of the one. `unmergeActors` takes all of it back.",
  })
  async mergeActors(
    @Arg("input", () => MergeActorsInput, { description: "Which two, and why.", validateFn: inPayload })
    input: MergeActorsInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    const problems = writeProblems(input);
    if (problems.length > 0) return refusedPayload(problems, "survivor");
    const request = {
      keep: { name: input.keep, path: "input.keep", version: input.keepVersion },
      merge: { name: input.merge, path: "input.merge", version: input.mergeVersion },
    };
    const by = { ...writingOf(input, problems, context), reason: input.reason.trim() };
    return payloadOf(await mergeActors(context.database, request, by), actorTable, "survivor");
  }

  @RequiresRole("EDITOR")
  @Mutation(() => UnmergePayload, {
    description:
      "Takes a merge back: the merged record is there again with all that it had, as far as that is still where the merge moved it. What was written since stays.",
  })
  async unmergeActors(
    @Arg("input", () => UnmergeActorsInput, { description: "Which merge, and why.", validateFn: inPayload })
    input: UnmergeActorsInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    const problems = writeProblems(input);
    if (problems.length > 0) return refusedPayload(problems, "actor");
    const merged = { name: input.merged, path: "input.merged" };
    const by = { ...writingOf(input, problems, context), reason: input.reason.trim() };
    return payloadOf(await unmergeActors(context.database, merged, by), actorTable, "actor");
  }
}
