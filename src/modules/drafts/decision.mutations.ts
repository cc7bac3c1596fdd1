import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import type { Context } from "../../context.js";
import { draftUuid } from "../../graphql/drafts/draft-uuid.js";
import { visibleDraft } from "../../graphql/drafts/visible-draft.js";
import { inPayload } from "../../graphql/mutation/entity-mutations.js";
import { mutationError } from "../../graphql/mutation/mutation-error.type.js";
import { invalid, writeProblems, writingOf } from "../../graphql/mutation/writing.js";
import { type DraftInInput, decideDrafts } from "../../record/drafts/decide-drafts.js";
import type { Outcome, Refusal, Refused } from "../../record/write/outcome.js";
import { ApproveDraftsInput, RejectDraftsInput } from "./decision.input.js";
import { DecideDraftsPayload, type DraftResult } from "./decision.type.js";

const again =
  "Whoever asks for the same again, as after a lost answer, has the same answer, and nothing is done twice.";

@Resolver()
export class DecisionMutations {
  @RequiresRole("EDITOR")
  @Mutation(() => DecideDraftsPayload, {
    description: `Approves drafts: each is recorded or revises, as its author's work that you approved. Each by itself, and one that another names before that. One that no longer fits the record stays pending, and its errors say why. ${again}`,
  })
  approveDrafts(
    @Arg("input", () => ApproveDraftsInput, { description: "Which drafts.", validateFn: inPayload })
    input: ApproveDraftsInput,
    @Ctx() context: Context,
  ): Promise<DecideDraftsPayload> {
    return decide("APPROVED", input, context);
  }

  @RequiresRole("EDITOR")
  @Mutation(() => DecideDraftsPayload, {
    description: `Rejects drafts, with a reason for their authors. Nothing is recorded; the drafts stay to be read. ${again}`,
  })
  rejectDrafts(
    @Arg("input", () => RejectDraftsInput, { description: "Which drafts, and why.", validateFn: inPayload })
    input: RejectDraftsInput,
    @Ctx() context: Context,
  ): Promise<DecideDraftsPayload> {
    return decide("REJECTED", input, context);
  }
}

type Named = DraftInInput | Refused;

async function decide(
  decision: "APPROVED" | "REJECTED",
  input: ApproveDraftsInput,
  context: Context,
): Promise<DecideDraftsPayload> {
  const problems = [...writeProblems(input), ...repeated(input)];
  if (problems.length > 0) return { results: [], errors: problems.map(mutationError) };
  const by = writingOf({ reason: input.reason }, problems, context);
  const named = input.drafts.map(({ id, version }, index): Named => {
    const at = `input.drafts[${index}]`;
    const uuid = draftUuid(id, `${at}.id`);
    return typeof uuid === "object" ? { refusals: [invalid(uuid)] } : { id: uuid, version, at };
  });
  const targets = named.filter((one) => "id" in one);
  const outcomes = await decideDrafts(context.database, decision, targets, by);
  context.loaders.clear();
  const results = named.map((one) => {
    if ("refusals" in one) return result(undefined, one, context);
    return result(one.id, outcomes.get(one) ?? one, context);
  });
  return { results: await Promise.all(results), errors: [] };
}

async function result(uuid: string | undefined, outcome: Outcome, context: Context): Promise<DraftResult> {
  const draft = uuid === undefined ? null : await visibleDraft(uuid, context);
  return { draft, errors: "refusals" in outcome ? outcome.refusals.map(mutationError) : [] };
}

/** Each draft can be decided once. */
function repeated({ drafts }: ApproveDraftsInput): Refusal[] {
  const ids = drafts.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [invalid({ path: `input.drafts[${index}].id`, reason: "is named twice" })],
  );
}
