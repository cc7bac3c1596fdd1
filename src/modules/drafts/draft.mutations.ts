import { IsInt, Min } from "class-validator";
import { GraphQLJSON } from "graphql-scalars";
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import { reaches } from "../../auth/role.js";
import type { Context } from "../../context.js";
import { draftKey, draftUuid } from "../../editing/drafts/draft.repository.js";
import { Draft } from "../../editing/drafts/draft.type.js";
import { inPayload } from "../../editing/mutations/entity-mutations.js";
import { type Payload, payloadType, refusedPayload } from "../../editing/mutations/payload-type.js";
import { TargetInput } from "../../editing/mutations/write-inputs.js";
import { invalid, writeProblems, writingOf } from "../../editing/mutations/writing.js";
import type { FieldProblem } from "../../errors.js";
import { type DraftWriting, reviseDraft, withdrawDraft } from "../../record/drafts/revise-draft.js";
import type { DraftTarget } from "../../record/drafts/stored-draft.js";
import type { Outcome, Refusal } from "../../record/write/outcome.js";

@InputType({ description: "What a draft is to hold instead. The reason that it has stays where none is given." })
export class ReviseDraftInput extends TargetInput {
  @Field(() => GraphQLJSON, {
    description:
      "In place of the whole `entry` of the draft, and checked as the input of `record…` or `revise…` is: an object with the same fields; of a revision those that are to be different, null where one is to be cleared.",
  })
  entry: unknown;

  @Field(() => Int, {
    nullable: true,
    description:
      "Of a draft of a revision: the version of the entity that you have seen, where it was changed since the draft was made. As it was when left out.",
  })
  @IsInt()
  @Min(1)
  entityVersion?: number | null;
}

@InputType({ description: "Which draft is taken back, and perhaps why." })
export class WithdrawDraftInput extends TargetInput {}

/** An entry as a client gave it, as a plain object; or why it can be none. */
function entryOf(given: unknown, path: string): { entry: object } | { problem: FieldProblem } {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return { problem: { path, reason: "must be an object: the fields of an entry" } };
  // Literals of a document come as objects without a prototype, which compare as different from all others.
  return { entry: JSON.parse(JSON.stringify(given)) };
}

export const DraftPayload = payloadType(() => Draft, "Draft", "draft");

@Resolver()
export class DraftMutations {
  @RequiresRole("CONTRIBUTOR")
  @Mutation(() => DraftPayload, {
    description: "Changes a draft of your own that awaits a decision: what it would record or revise, and its reason.",
  })
  reviseDraft(
    @Arg("input", () => ReviseDraftInput, { description: "What is to be different.", validateFn: inPayload })
    input: ReviseDraftInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    const entry = entryOf(input.entry, "input.entry");
    // Decorators would be looked for in whatever the entry has in it, which is of no class.
    const problems = writeProblems(Object.assign(new ReviseDraftInput(), input, { entry: null }));
    const all = "problem" in entry ? [...problems, invalid(entry.problem)] : problems;
    const revision = { entry: "problem" in entry ? {} : entry.entry, entityVersion: input.entityVersion ?? undefined };
    return change(input, all, context, (target, by) =>
      "problem" in entry
        ? Promise.resolve({ refusals: all })
        : reviseDraft(context.database, target, revision, by, problems),
    );
  }

  @RequiresRole("CONTRIBUTOR")
  @Mutation(() => DraftPayload, { description: "Takes a draft of your own back that awaits a decision." })
  withdrawDraft(
    @Arg("input", () => WithdrawDraftInput, { description: "Which one.", validateFn: inPayload })
    input: WithdrawDraftInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    const problems = writeProblems(input);
    return change(input, problems, context, (target, by) =>
      problems.length > 0 ? Promise.resolve({ refusals: problems }) : withdrawDraft(context.database, target, by),
    );
  }
}

async function change(
  input: TargetInput,
  problems: readonly Refusal[],
  context: Context,
  work: (target: DraftTarget, by: DraftWriting) => Promise<Outcome>,
): Promise<Payload> {
  const id = draftUuid(input.id, "input.id");
  if (typeof id === "object") return refusedPayload([invalid(id), ...problems], "draft");
  const by = writingOf(input, problems, context);
  const seesAll = context.viewer !== undefined && reaches(context.viewer.role, "EDITOR");
  const outcome = await work({ id, version: input.version }, { ...by, seesAll });
  if ("refusals" in outcome) return refusedPayload(outcome.refusals, "draft");
  return { draft: draftKey(outcome.id, context.viewer), errors: [] };
}
