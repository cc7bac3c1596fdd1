import { Arg, type ClassType, Ctx, Mutation, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import type { Context } from "../../context.js";
import type { EntityTable } from "../../db/entity-table.js";
import { type ListName, nouns } from "../../record/format/dossier.js";
import { recordEntry } from "../../record/write/record-entry.js";
import { reviseEntry } from "../../record/write/revise-entry.js";
import { type InsideNames, recordInput, reviseInput } from "./entry-input.js";
import { type Payload, payloadOf, payloadType, refusedPayload } from "./payload-type.js";
import { targetOf } from "./target.js";
import type { TargetInput, WriteInput } from "./write-inputs.js";
import { invalid, tooLongLists, writeProblems, writingOf } from "./writing.js";

interface EntityMutations<T extends { uuid: string }> {
  /** Where entries of this type stand in a dossier. */
  readonly list: ListName;
  readonly table: EntityTable<T>;
  /** The names of the inputs inside an entry, by field. */
  readonly inside?: InsideNames;
}

/**
 * The class of the resolvers `record<Type>` and `revise<Type>`.
 *
 * @example export const TopicMutations = entityMutations({ list: "topics", table: topicTable });
 */
export function entityMutations<T extends { uuid: string }>({
  list,
  table,
  inside = {},
}: EntityMutations<T>): ClassType<object> {
  const { name, type } = table;
  const field = name.charAt(0).toLowerCase() + name.slice(1);
  const PayloadType = payloadType(() => type, name, field);
  const RecordInput = recordInput(name, list, inside);
  const ReviseInput = reviseInput(name, list, inside);

  @Resolver()
  class Mutations {
    @RequiresRole("EDITOR")
    @Mutation(() => PayloadType, {
      name: `record${name}`,
      description: `Records ${nouns[list]} that is not on record.`,
    })
    async record(
      @Arg("input", () => RecordInput, { description: "What is recorded.", validateFn: inPayload }) input: WriteInput,
      @Ctx() context: Context,
    ): Promise<Payload> {
      const tooLong = tooLongLists(input);
      if (tooLong.length > 0) return refusedPayload(tooLong, field);
      const problems = writeProblems(input);
      const { reason, idempotencyKey, ...entry } = input;
      const by = writingOf(input, problems, context);
      const outcome = await recordEntry(context.database, list, entry, by, problems);
      return payloadOf(outcome, table, field, context);
    }

    @RequiresRole("EDITOR")
    @Mutation(() => PayloadType, {
      name: `revise${name}`,
      description: `Changes what is on record of ${nouns[list]}; what was there before stays in its revisions.`,
    })
    async revise(
      @Arg("input", () => ReviseInput, { description: "What is to be different.", validateFn: inPayload })
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
      const outcome = await reviseEntry(context.database, target, changes, by, problems);
      return payloadOf(outcome, table, field, context);
    }
  }
  return Mutations;
}

/** In place of the check that throws: what is wrong with the input of a write is told in the payload. */
export const inPayload = (): void => undefined;
