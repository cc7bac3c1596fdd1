import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { inPayload } from "../../../editing/mutations/entity-mutations.js";
import { mutationError } from "../../../editing/mutations/mutation-error.type.js";
import { invalid, writeProblems } from "../../../editing/mutations/writing.js";
import { globalId } from "../../../record/global-id.js";
import type { Outcome, Refusal } from "../../../record/write/outcome.js";
import { alertServices } from "../services.js";
import { webhookUrlProblem } from "../webhooks/webhook-url.js";
import {
  forgetSavedQuestion,
  ownKey,
  reviseSavedQuestion,
  rotateWebhookSecret,
  savedQuestionUuid,
} from "./change-saved-question.js";
import { saveQuestion } from "./save-question.js";
import {
  DeleteSavedQuestionInput,
  ReviseSavedQuestionInput,
  RotateWebhookSecretInput,
  SaveQuestionInput,
} from "./saved-question.input.js";
import { DeleteSavedQuestionPayload, SavedQuestion, SavedQuestionPayload } from "./saved-question.type.js";

type Changed = Outcome & { readonly webhookSecret?: string };

@Resolver()
export class SavedQuestionMutations {
  @RequiresRole("READER")
  @Mutation(() => SavedQuestionPayload, {
    description:
      "Saves a question together with its current answer. When the answer changes, the caller is notified through `questionChanged`, `answerChanges` and, if given, a webhook. Saving the same question under the same name again changes nothing. Each person can save at most 100 questions.",
  })
  async saveQuestion(
    @Arg("input", () => SaveQuestionInput, { description: "The question to save.", validateFn: inPayload })
    input: SaveQuestionInput,
    @Ctx() context: Context,
  ): Promise<SavedQuestionPayload> {
    // Decorators would be looked for in whatever the variables have in them, which is of no class.
    const own = Object.assign(new SaveQuestionInput(), input, { variables: null });
    const problems = [...writeProblems(own), ...urlProblems(input, context)];
    return payload(await saveQuestion(context, authorOf(context), input, problems), context);
  }

  @RequiresRole("READER")
  @Mutation(() => SavedQuestionPayload, {
    description:
      "Changes the name or the webhook of one of the caller's saved questions. The GraphQL document cannot be changed: save a new question instead.",
  })
  reviseSavedQuestion(
    @Arg("input", () => ReviseSavedQuestionInput, { description: "The changes to make.", validateFn: inPayload })
    input: ReviseSavedQuestionInput,
    @Ctx() context: Context,
  ): Promise<SavedQuestionPayload> {
    const problems = [...writeProblems(input), ...urlProblems(input, context)];
    if (input.name === null)
      problems.push(invalid({ path: "input.name", reason: "cannot be cleared: a saved question needs a name" }));
    const { name, webhookUrl } = input;
    return change(input, problems, context, (target) =>
      reviseSavedQuestion(context.database, target, { name: name?.trim(), webhookUrl }),
    );
  }

  @RequiresRole("READER")
  @Mutation(() => SavedQuestionPayload, {
    description:
      "Creates a new secret for the webhook of a saved question. For 24 hours, deliveries are signed with both secrets, so that the receiver can switch.",
  })
  rotateWebhookSecret(
    @Arg("input", () => RotateWebhookSecretInput, { description: "The saved question.", validateFn: inPayload })
    input: RotateWebhookSecretInput,
    @Ctx() context: Context,
  ): Promise<SavedQuestionPayload> {
    return change(input, writeProblems(input), context, (target) => rotateWebhookSecret(context.database, target));
  }

  @RequiresRole("READER")
  @Mutation(() => DeleteSavedQuestionPayload, {
    description:
      "Deletes one of the caller's saved questions, with its answer changes and webhook deliveries. It cannot be restored.",
  })
  async deleteSavedQuestion(
    @Arg("input", () => DeleteSavedQuestionInput, {
      description: "The saved question to delete.",
      validateFn: inPayload,
    })
    input: DeleteSavedQuestionInput,
    @Ctx() context: Context,
  ): Promise<DeleteSavedQuestionPayload> {
    const id = savedQuestionUuid(input.id, "input.id");
    if (typeof id === "object") return { deletedId: null, errors: [mutationError(invalid(id))] };
    const outcome = await forgetSavedQuestion(context.database, { author: authorOf(context), id });
    if ("refusals" in outcome) return { deletedId: null, errors: outcome.refusals.map(mutationError) };
    return { deletedId: globalId(SavedQuestion.prefix, id), errors: [] };
  }
}

function authorOf({ viewer }: Context): string {
  if (!viewer) throw new Error("@RequiresRole let somebody unknown save questions");
  return viewer.author;
}

function urlProblems({ webhookUrl }: { webhookUrl?: string | null }, context: Context): Refusal[] {
  const reason = webhookUrl == null ? undefined : webhookUrlProblem(webhookUrl, alertServices(context).webhookNetworks);
  return reason === undefined ? [] : [invalid({ path: "input.webhookUrl", reason })];
}

async function change(
  input: { id: string; version: number },
  problems: readonly Refusal[],
  context: Context,
  work: (target: { author: string; id: string; version: number }) => Promise<Changed>,
): Promise<SavedQuestionPayload> {
  const id = savedQuestionUuid(input.id, "input.id");
  const all = typeof id === "object" ? [invalid(id), ...problems] : problems;
  if (typeof id === "object" || all.length > 0) return payload({ refusals: all }, context);
  return payload(await work({ author: authorOf(context), id, version: input.version }), context);
}

function payload(outcome: Changed, { viewer }: Context): SavedQuestionPayload {
  if ("refusals" in outcome)
    return { savedQuestion: null, webhookSecret: null, errors: outcome.refusals.map(mutationError) };
  return { savedQuestion: ownKey(outcome.id, viewer), webhookSecret: outcome.webhookSecret ?? null, errors: [] };
}
