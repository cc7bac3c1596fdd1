import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import type { Context } from "../../context.js";
import { Declared } from "../../graphql/declared-fields.js";
import { inPayload } from "../../graphql/mutation/entity-mutations.js";
import { type Payload, payloadOf, payloadType, refusedPayload } from "../../graphql/mutation/payload-type.js";
import { writeProblems, writingOf } from "../../graphql/mutation/writing.js";
import { mergeActors } from "../../record/merge/merge-actors.js";
import { unmergeActors } from "../../record/merge/unmerge-actors.js";
import { actorTable } from "./actor.repository.js";
import { Actor } from "./actor.type.js";
import { MergeActorsInput, UnmergeActorsInput } from "./merge.input.js";
import { mergedActors, mergedId } from "./merge.repository.js";
import { MergedActor } from "./merged-actor.type.js";

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
    return payloadOf(await mergeActors(context.database, request, by), actorTable, "survivor", context);
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
    return payloadOf(await unmergeActors(context.database, merged, by), actorTable, "actor", context);
  }
}
