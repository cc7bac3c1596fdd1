import { Field, InputType } from "type-graphql";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { ProposalFilter } from "../proposals/index.js";
import { PolicyActionFilter } from "./policy-action.input.js";

@InputType({
  description: `Which subjects of positions. ${filterRule} \`proposals\` and \`policyActions\` given together mean "either": a subject is one or the other.`,
})
export class SubjectFilter {
  @Field(() => [String], {
    nullable: true,
    description: "Those with one of these slugs, of proposals or policy actions.",
  })
  @Names("Proposal", "PolicyAction")
  slugs?: string[] | null;

  @Field(() => ProposalFilter, {
    nullable: true,
    description: "Proposals that match; no policy action, unless `policyActions` is given too.",
  })
  proposals?: ProposalFilter | null;

  @Field(() => PolicyActionFilter, {
    nullable: true,
    description: "Policy actions that match; no proposal, unless `proposals` is given too.",
  })
  policyActions?: PolicyActionFilter | null;

  @Field(() => [SubjectFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: SubjectFilter[] | null;

  @Field(() => SubjectFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: SubjectFilter | null;
}
