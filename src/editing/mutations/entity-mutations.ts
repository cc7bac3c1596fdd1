import { Arg, type ClassType, Ctx, Mutation, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import { reaches } from "../../auth/role.js";
import type { Context } from "../../context.js";
import { tableOf } from "../../graphql/entity-table.js";
import { draftEntry, draftRevision } from "../../record/drafts/draft-entry.js";
import { entities, type ListName } from "../../record/entities/index.js";
import type { Outcome } from "../../record/write/outcome.js";
import { recordEntry } from "../../record/write/record-entry.js";
import { reviseEntry } from "../../record/write/revise-entry.js";
import { type InsideNames, recordInput, reviseInput } from "./entry-input.js";
import { draftPayloadOf, type Payload, payloadOf, payloadType, refusedPayload } from "./payload-type.js";
import { targetOf } from "./target.js";
import type { TargetInput, WriteInput } from "./write-inputs.js";
import { invalid, tooLongLists, writeProblems, writingOf } from "./writing.js";

interface EntityMutations {
  readonly type: ClassType;
  /** Where its entries stand in a dossier. */
  readonly list: ListName;
  /** The names of the inputs inside an entry, by field. */
  readonly inside?: InsideNames;
}

/**
 * The class of the resolvers `record<Type>` and `revise<Type>`.
 *
 * @example export const TopicMutations = entityMutations({ type: Topic, list: "topics" });
 */
export function entityMutations({ type, list, inside = {} }: EntityMutations): ClassType<object> {
  const table = tableOf(list);
  const { name } = table;
  const { field } = entities[list];
  const PayloadType = payloadType(() => type, name, field, { drafts: true });
  const RecordInput = recordInput(name, list, inside);
  const ReviseInput = reviseInput(name, list, inside);

  const payload = (outcome: Outcome, context: Context): Payload =>
    writesAtOnce(context) ? payloadOf(outcome, table, field) : draftPayloadOf(outcome, field, context);

  @Resolver()
  class Mutations {
    @RequiresRole("CONTRIBUTOR")
    @Mutation(() => PayloadType, {
      name: `record${name}`,
      description: `Records ${entities[list].noun}. ${ofContributors}`,
    })
    async record(
      @Arg("input", () => RecordInput, { description: "The entity to record.", validateFn: inPayload })
      input: WriteInput,
      @Ctx() context: Context,
    ): Promise<Payload> {
      const tooLong = tooLongLists(input);
      if (tooLong.length > 0) return refusedPayload(tooLong, field);
      const problems = writeProblems(input);
      const { reason, idempotencyKey, ...entry } = input;
      const by = writingOf(input, problems, context);
      const record = writesAtOnce(context) ? recordEntry : draftEntry;
      return payload(await record(context.database, list, entry, by, problems), context);
    }

    @RequiresRole("CONTRIBUTOR")
    @Mutation(() => PayloadType, {
      name: `revise${name}`,
      description: `Revises ${entities[list].noun}. The previous values remain in its revisions. ${ofContributors}`,
    })
    async revise(
      @Arg("input", () => ReviseInput, { description: "The changes to make.", validateFn: inPayload })
      input: TargetInput,
      @Ctx() context: Context,
    ): Promise<Payload> {
      const tooLong = tooLongLists(input);
      if (tooLong.length > 0) return refusedPayload(tooLong, field);
      const target = targetOf(input, [table]);
      const problems = writeProblems(input);
      if ("problem" in target) return refusedPayload([invalid(target.problem), ...problems], field);
      const { reason, idempotencyKey, id, version, ...changes } = input;
      const by = writingOf(input, problems, context);
      const revise = writesAtOnce(context) ? reviseEntry : draftRevision;
      return payload(await revise(context.database, target, changes, by, problems), context);
    }
  }
  return Mutations;
}

const ofContributors =
  "An EDITOR's input takes effect at once. A CONTRIBUTOR's input is checked in the same way and creates a draft, which only its author and editors see until an editor approves it.";

/** Whether the caller may change the record: callers below an editor make drafts. */
const writesAtOnce = ({ viewer }: Context): boolean => viewer !== undefined && reaches(viewer.role, "EDITOR");

/** In place of the check that throws: problems with the input of a write are reported in the payload. */
export const inPayload = (): void => undefined;
