import { type ClassType, Field, ObjectType } from "type-graphql";
import type { Context } from "../../context.js";
import type { EntityTable } from "../../graphql/entity-table.js";
import { EntityKey } from "../../graphql/field-sql.js";
import type { Outcome, Refusal } from "../../record/write/outcome.js";
import { draftKey } from "../drafts/draft.repository.js";
import { Draft } from "../drafts/draft.type.js";
import { MutationError, mutationError } from "./mutation-error.type.js";

/** What a mutation answers: the key of the entity under a name of its own, or that of a draft of it, and `errors`. */
export type Payload = { errors: MutationError[]; draft?: EntityKey | null } & Record<string, unknown>;

/**
 * The class of what mutations of one type answer, `<type>Payload`: the entity, null where nothing was changed, and why.
 *
 * @param field the entity's field: "statement"
 * @param options `drafts`: whether the mutation can create a draft instead
 */
export function payloadType(
  entity: () => ClassType | object,
  name: string,
  field: string,
  { drafts = false } = {},
): ClassType<object> {
  @ObjectType(`${name}Payload`, {
    simpleResolvers: true,
    description: "The result of a mutation: the changed entity, or the errors that prevented the change.",
  })
  class PayloadOf {
    @Field(() => [MutationError], { description: "Why nothing was changed. Empty on success." })
    errors: MutationError[];
  }
  Field(entity, {
    nullable: true,
    description: "The changed entity in its current state. Null if nothing was changed.",
  })(PayloadOf.prototype, field);
  if (drafts) {
    const description =
      "The draft that awaits an editor's decision, if the caller has the role CONTRIBUTOR. Null if the change took effect at once or was refused.";
    Field(() => Draft, { nullable: true, description })(PayloadOf.prototype, "draft");
  }
  return PayloadOf;
}

/** The payload for the outcome of a write. */
export function payloadOf(outcome: Outcome, table: EntityTable, field: string): Payload {
  if ("refusals" in outcome) return refusedPayload(outcome.refusals, field);
  return { [field]: new EntityKey(table, "id", outcome.id), errors: [] };
}

/** As `payloadOf`, for a write of which a draft came. */
export function draftPayloadOf(outcome: Outcome, field: string, { viewer }: Context): Payload {
  if ("refusals" in outcome) return refusedPayload(outcome.refusals, field);
  return { [field]: null, draft: draftKey(outcome.id, viewer), errors: [] };
}

/** The payload where nothing was written. */
export const refusedPayload = (refusals: readonly Refusal[], field: string): Payload => ({
  [field]: null,
  errors: refusals.map(mutationError),
});
