import { type ClassType, Field, ObjectType } from "type-graphql";
import type { Context } from "../../context.js";
import type { EntityTable } from "../../db/entity-table.js";
import type { Outcome, Refusal } from "../../record/write/outcome.js";
import { Draft } from "../drafts/draft.type.js";
import { visibleDraft } from "../drafts/visible-draft.js";
import { reference } from "../reference.js";
import { MutationError, mutationError } from "./mutation-error.type.js";

/** What a mutation answers: the entity under a name of its own, or a draft of it, and `errors`. */
export type Payload = { errors: MutationError[]; draft?: Draft | null } & Record<string, unknown>;

/**
 * The class of what mutations of one type answer, `<type>Payload`: the entity, null where nothing was changed, and why.
 *
 * @param field the entity's field: "statement"
 * @param options `drafts`: whether a draft may come of the mutation instead
 */
export function payloadType(
  entity: () => ClassType | object,
  name: string,
  field: string,
  { drafts = false } = {},
): ClassType<object> {
  @ObjectType(`${name}Payload`, {
    simpleResolvers: true,
    description: "What came of a mutation: what was changed, or why nothing was.",
  })
  class PayloadOf {
    @Field(() => [MutationError], { description: "Why nothing was changed; empty where something was." })
    errors: MutationError[];
  }
  Field(entity, { nullable: true, description: "As it is now; null where nothing was changed." })(
    PayloadOf.prototype,
    field,
  );
  if (drafts) {
    const description =
      "What awaits the decision of an editor, where whoever asked may only contribute; null where something was changed or refused.";
    Field(() => Draft, { nullable: true, description })(PayloadOf.prototype, "draft");
  }
  return PayloadOf;
}

/** The payload for what came of a write. */
export async function payloadOf(
  outcome: Outcome,
  table: EntityTable,
  field: string,
  context: Context,
): Promise<Payload> {
  // What this request has read before may have changed with it.
  context.loaders.clear();
  if ("refusals" in outcome) return refusedPayload(outcome.refusals, field);
  return { [field]: await reference(table, outcome.id, context), errors: [] };
}

/** As `payloadOf`, for a write of which a draft came. */
export async function draftPayloadOf(outcome: Outcome, field: string, context: Context): Promise<Payload> {
  context.loaders.clear();
  if ("refusals" in outcome) return refusedPayload(outcome.refusals, field);
  return { [field]: null, draft: await visibleDraft(outcome.id, context), errors: [] };
}

/** The payload where nothing was written. */
export const refusedPayload = (refusals: readonly Refusal[], field: string): Payload => ({
  [field]: null,
  errors: refusals.map(mutationError),
});
