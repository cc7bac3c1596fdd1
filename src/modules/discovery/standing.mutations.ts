import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import type { Context } from "../../context.js";
import { inPayload } from "../../editing/mutations/entity-mutations.js";
import { type Payload, payloadOf, payloadType, refusedPayload } from "../../editing/mutations/payload-type.js";
import { targetOf } from "../../editing/mutations/target.js";
import { ChangeStandingInput } from "../../editing/mutations/write-inputs.js";
import { invalid, writeProblems, writingOf } from "../../editing/mutations/writing.js";
import { Node } from "../../graphql/entity.js";
import { entityTables } from "../../graphql/entity-table.js";
import { reinstateEntity, retractEntity } from "../../record/write/retract-entity.js";

export const EntityPayload = payloadType(() => Node, "Entity", "entity");

@Resolver()
export class StandingMutations {
  @RequiresRole("EDITOR")
  @Mutation(() => EntityPayload, {
    description:
      "Retracts an entity of any type: lists, counts and search no longer include it. Nothing is deleted, and entities that refer to it still return it.",
  })
  retract(
    @Arg("input", () => ChangeStandingInput, {
      description: "The entity to retract, and the reason.",
      validateFn: inPayload,
    })
    input: ChangeStandingInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return changeStanding(retractEntity, input, context);
  }

  @RequiresRole("EDITOR")
  @Mutation(() => EntityPayload, {
    description: "Reinstates a retracted entity, so that lists, counts and search include it again.",
  })
  reinstate(
    @Arg("input", () => ChangeStandingInput, {
      description: "The entity to reinstate, and the reason.",
      validateFn: inPayload,
    })
    input: ChangeStandingInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return changeStanding(reinstateEntity, input, context);
  }
}

async function changeStanding(
  change: typeof retractEntity,
  input: ChangeStandingInput,
  context: Context,
): Promise<Payload> {
  const target = targetOf(input, entityTables);
  const problems = [...("problem" in target ? [invalid(target.problem)] : []), ...writeProblems(input)];
  if ("problem" in target || problems.length > 0) return refusedPayload(problems, "entity");
  const by = { ...writingOf(input, problems, context), reason: input.reason.trim() };
  return payloadOf(await change(context.database, target, by), target.table, "entity");
}
