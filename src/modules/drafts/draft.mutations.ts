import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import { reaches } from "../../auth/role.js";
import type { Context } from "../../context.js";
import { Draft } from "../../graphql/drafts/draft.type.js";
import { draftUuid } from "../../graphql/drafts/draft-uuid.js";
import { visibleDraft } from "../../graphql/drafts/visible-draft.js";
import { inPayload } from "../../graphql/mutation/entity-mutations.js";
import { type Payload, payloadType, refusedPayload } from "../../graphql/mutation/payload-type.js";
import type { TargetInput } from "../../graphql/mutation/write-inputs.js";
import { invalid, writeProblems, writingOf } from "../../graphql/mutation/writing.js";
import { type DraftWriting, reviseDraft, withdrawDraft } from "../../record/drafts/revise-draft.js";
import type { DraftTarget } from "../../record/drafts/stored-draft.js";
import type { Outcome, Refusal } from "../../record/write/outcome.js";
import { entryOf } from "./draft-entry-input.js";
import { ReviseDraftInput, WithdrawDraftInput } from "./draft-mutations.input.js";

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
  context.loaders.clear();
  if ("refusals" in outcome) return refusedPayload(outcome.refusals, "draft");
  return { draft: await visibleDraft(outcome.id, context), errors: [] };
}
