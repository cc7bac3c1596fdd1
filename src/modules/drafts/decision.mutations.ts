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

@ObjectType({ simpleResolvers: true, description: "What came of one of several drafts that were to be decided." })
export class DraftResult {
  @Field(() => Draft, {
    nullable: true,
    description:
      "The draft as it is now: `entity` is what an approved one recorded or revised. Null where there is none.",
  })
  draft: EntityKey | null;

  @Field(() => [MutationError], {
    description:
      "Why it was not decided and stays as it is; empty where it was. A path such as `input.drafts[2].entry.sources[0]` leads into the draft's `entry`, and one that ends in `entityVersion` says that the entity was changed since.",
  })
  errors: MutationError[];
}

@ObjectType({ simpleResolvers: true, description: "What came of drafts that were to be decided." })
export class DecideDraftsPayload {
  @Field(() => [DraftResult], {
    description: "One for each draft, in the order of the input; none where the input itself was refused.",
  })
  results: DraftResult[];

  @Field(() => [MutationError], { description: "Why the input as a whole was refused; empty where it was not." })
  errors: MutationError[];
}

const most = 100;
const sizes = `1 to ${most}`;

@InputType({ description: "Which draft is decided." })
class DraftToDecideInput {
  @Field(() => ID, { description: "Its global id, such as `draft_01h2xcejqtf2nbrexx3vqjhp41`." })
  id: string;

  @Field(() => Int, {
    description:
      "Its version that you have seen: where its author changed it since, it is not decided, and `Conflict` says so.",
  })
  @IsInt()
  @Min(1)
  version: number;
}

/** What is decided. Checked by class-validator; the errors come back in the payload. */
@InputType()
abstract class DecideDraftsInput {
  @Field(() => [DraftToDecideInput], { description: `The drafts, each once: ${sizes}.` })
  @ArrayNotEmpty({ message: `must have ${sizes} drafts` })
  @ArrayMaxSize(most, { message: `must have ${sizes} drafts` })
  drafts: DraftToDecideInput[];

  @Field(() => String, { nullable: true, description: `Why: ${reasonText}` })
  @MeetsRule(reasonRule)
  reason?: string | null;
}

@InputType({ description: "Which drafts are approved, and perhaps why." })
export class ApproveDraftsInput extends DecideDraftsInput {}

@InputType({ description: "Which drafts are rejected, and why." })
export class RejectDraftsInput extends DecideDraftsInput {
  @Field(() => String, { description: `Why, for the author: ${reasonText}` })
  override reason: string;
}

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
    ids.indexOf(id) === index ? [] : [invalid({ path: `input.drafts[${index}].id`, reason: "is named twice" })],
  );
}
