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

@InputType({ description: "The two records that describe the same actor." })
export class MergeActorsInput extends ReasonedInput {
  @Field(() => ID, { description: "The slug or global id of the record to keep." })
  @MeetsRule(actor, { reference: true })
  keep: string;

  @Field(() => Int, {
    description:
      "The latest version of `keep` that the client has read. If it has changed since, nothing is merged and a `Conflict` is returned.",
  })
  @IsInt()
  @Min(1)
  keepVersion: number;

  @Field(() => ID, { description: "The slug or global id of the record to merge into `keep`." })
  @MeetsRule(actor, { reference: true })
  merge: string;

  @Field(() => Int, {
    description:
      "The latest version of `merge` that the client has read. If it has changed since, nothing is merged and a `Conflict` is returned.",
  })
  @IsInt()
  @Min(1)
  mergeVersion: number;
}

@InputType({ description: "The merge to undo." })
export class UnmergeActorsInput extends ReasonedInput {
  @Field(() => ID, { description: "The former slug or global id of the merged record." })
  @MeetsRule(actor, { reference: true })
  merged: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A duplicate record of an actor that was merged into it. Its former slug and global id now return the remaining actor.",
})
export class MergedActor {
  @Field(() => String, { description: "The former slug." })
  slug: string;

  @Field(() => String, { description: "The former display name." })
  name: string;

  @Field(() => Int, { description: "The version of the merged record." })
  version: number;

  @Field(() => DateTime, { description: "When the record was merged." })
  mergedAt: Date;

  @Field(() => String, { description: "Why the record was merged." })
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
    description: "The duplicate records of this actor that were merged into it, latest first.",
  })
  mergedFrom() {
    return mergedActors;
  }
}

@Resolver(() => MergedActor)
export class MergedActorFields {
  @Declared()
  @FieldResolver(() => ID, { description: "The former global id." })
  id() {
    return mergedId;
  }
}

@Resolver()
export class MergeMutations {
  @RequiresRole("EDITOR")
  @Mutation(() => MergePayload, {
    description:
      "Merges two records of the same actor. Everything that refers to the merged record then refers to the kept one: affiliations, statements, positions, sponsorships and so on. Names and codes of the merged record are added, and its slug and global id return the kept actor. Entries that both records have are kept once. `unmergeActors` undoes the merge.",
  })
  async mergeActors(
    @Arg("input", () => MergeActorsInput, { description: "The two records, and the reason.", validateFn: inPayload })
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
      "Undoes a merge. The merged record is restored with everything that the merge moved and that has not been moved since. Changes made after the merge stay.",
  })
  async unmergeActors(
    @Arg("input", () => UnmergeActorsInput, {
      description: "The merge to undo, and the reason.",
      validateFn: inPayload,
    })
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
