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

@InputType({ description: "The new content of a draft. If `reason` is omitted, the draft keeps its reason." })
export class ReviseDraftInput extends TargetInput {
  @Field(() => GraphQLJSON, {
    description:
      "The new content, which replaces the draft's entire `entry`: an object with the same fields, checked like the input of `record…` or `revise…`. For a revision: only the fields to change, with null for a field to clear.",
  })
  entry: unknown;

  @Field(() => Int, {
    nullable: true,
    description:
      "For a draft of a revision: the latest version of the entity that the client has read, if it has changed since the draft was created. Default: unchanged.",
  })
  @IsInt()
  @Min(1)
  entityVersion?: number | null;
}

@InputType({ description: "The draft to withdraw, and an optional reason." })
export class WithdrawDraftInput extends TargetInput {}

/** An entry as a client gave it, as a plain object; or why it can be none. */
function entryOf(given: unknown, path: string): { entry: object } | { problem: FieldProblem } {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return { problem: { path, reason: "must be an object with the fields of an entry" } };
  // Literals of a document come as objects without a prototype, which compare as different from all others.
  return { entry: JSON.parse(JSON.stringify(given)) };
}

export const DraftPayload = payloadType(() => Draft, "Draft", "draft");

@Resolver()
export class DraftMutations {
  @RequiresRole("CONTRIBUTOR")
  @Mutation(() => DraftPayload, {
    description: "Changes one of the caller's pending drafts: its content and its reason.",
  })
  reviseDraft(
    @Arg("input", () => ReviseDraftInput, { description: "The changes to make.", validateFn: inPayload })
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
  @Mutation(() => DraftPayload, { description: "Withdraws one of the caller's pending drafts." })
  withdrawDraft(
    @Arg("input", () => WithdrawDraftInput, { description: "The draft to withdraw.", validateFn: inPayload })
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
