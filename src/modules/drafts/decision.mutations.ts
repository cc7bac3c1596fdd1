import { ArrayMaxSize, ArrayNotEmpty, IsInt, Min } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import type { Context } from "../../context.js";
import { draftKey, draftUuid } from "../../editing/drafts/draft.repository.js";
import { Draft } from "../../editing/drafts/draft.type.js";
import { inPayload } from "../../editing/mutations/entity-mutations.js";
import { MeetsRule } from "../../editing/mutations/meets-rule.js";
import { MutationError, mutationError } from "../../editing/mutations/mutation-error.type.js";
import { reasonRule, reasonText } from "../../editing/mutations/write-inputs.js";
import { invalid, writeProblems, writingOf } from "../../editing/mutations/writing.js";
import type { EntityKey } from "../../graphql/field-sql.js";
import { type DraftInInput, decideDrafts } from "../../record/drafts/decide-drafts.js";
import type { Outcome, Refusal, Refused } from "../../record/write/outcome.js";

@ObjectType({ simpleResolvers: true, description: "The result of approving or rejecting one draft." })
export class DraftResult {
  @Field(() => Draft, {
    nullable: true,
    description:
      "The draft in its current state. For an approved draft, `entity` is the recorded or revised entity. Null if there is no such draft.",
  })
  draft: EntityKey | null;

  @Field(() => [MutationError], {
    description:
      "Why the draft was not decided and stays unchanged. Empty on success. A path such as `input.drafts[2].entry.sources[0]` points into the draft's `entry`. A path that ends in `entityVersion` means that the entity has changed since the draft was created.",
  })
  errors: MutationError[];
}

@ObjectType({ simpleResolvers: true, description: "The result of approving or rejecting drafts." })
export class DecideDraftsPayload {
  @Field(() => [DraftResult], {
    description: "One result per draft, in the order of the input. Empty if the input was refused.",
  })
  results: DraftResult[];

  @Field(() => [MutationError], {
    description: "The errors for which the entire input was refused. Empty if it was accepted.",
  })
  errors: MutationError[];
}

const most = 100;
const sizes = `1 to ${most}`;

@InputType({ description: "A draft to approve or reject." })
class DraftToDecideInput {
  @Field(() => ID, { description: "The global id of the draft, such as `draft_01h2xcejqtf2nbrexx3vqjhp41`." })
  id: string;

  @Field(() => Int, {
    description:
      "The latest version of the draft that the client has read. If the author has changed the draft since, it is not decided and a `Conflict` is returned.",
  })
  @IsInt()
  @Min(1)
  version: number;
}

/** What is decided. Checked by class-validator; the errors come back in the payload. */
@InputType()
abstract class DecideDraftsInput {
  @Field(() => [DraftToDecideInput], { description: `The drafts, ${sizes}. Each can be listed only once.` })
  @ArrayNotEmpty({ message: `must have ${sizes} drafts` })
  @ArrayMaxSize(most, { message: `must have ${sizes} drafts` })
  drafts: DraftToDecideInput[];

  @Field(() => String, { nullable: true, description: `The reason for the change, ${reasonText}` })
  @MeetsRule(reasonRule)
  reason?: string | null;
}

@InputType({ description: "The drafts to approve, and an optional reason." })
export class ApproveDraftsInput extends DecideDraftsInput {}

@InputType({ description: "The drafts to reject, and the reason." })
export class RejectDraftsInput extends DecideDraftsInput {
  @Field(() => String, { description: `The reason for the rejection, for the author of the draft, ${reasonText}` })
  override reason: string;
}

const again = "The mutation can be retried: the same request returns the same result, and nothing is done twice.";

@Resolver()
export class DecisionMutations {
  @RequiresRole("EDITOR")
  @Mutation(() => DecideDraftsPayload, {
    description: `Approves drafts. Each draft is recorded, or revises its entity, with its author as the author and the caller as the approver. Drafts are decided one by one, a draft before those that refer to it. A draft that no longer fits the record stays pending, and its errors say why. ${again}`,
  })
  approveDrafts(
    @Arg("input", () => ApproveDraftsInput, { description: "The drafts to approve.", validateFn: inPayload })
    input: ApproveDraftsInput,
    @Ctx() context: Context,
  ): Promise<DecideDraftsPayload> {
    return decide("APPROVED", input, context);
  }

  @RequiresRole("EDITOR")
  @Mutation(() => DecideDraftsPayload, {
    description: `Rejects drafts, with a reason for their authors. Nothing is recorded, and the drafts remain readable. ${again}`,
  })
  rejectDrafts(
    @Arg("input", () => RejectDraftsInput, {
      description: "The drafts to reject, and the reason.",
      validateFn: inPayload,
    })
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
  const results = named.map((one) => {
    if ("refusals" in one) return result(undefined, one, context);
    return result(one.id, outcomes.get(one) ?? one, context);
  });
  return { results, errors: [] };
}

function result(uuid: string | undefined, outcome: Outcome, { viewer }: Context): DraftResult {
  const draft = uuid === undefined ? null : draftKey(uuid, viewer);
  return { draft, errors: "refusals" in outcome ? outcome.refusals.map(mutationError) : [] };
}

/** Each draft can be decided once. */
function repeated({ drafts }: ApproveDraftsInput): Refusal[] {
  const ids = drafts.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [invalid({ path: `input.drafts[${index}].id`, reason: "is listed twice" })],
  );
}
