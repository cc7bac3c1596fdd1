import { Args, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { sql } from "../../../db/sql.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { reference, type ValueSql } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Subject } from "../../policy-actions/index.js";
import { Topic, topicTable } from "../../proposals/index.js";
import { formulaObject } from "../formula.repository.js";
import { Formula } from "../formula.type.js";
import { subjectReference } from "../position/position.resolver.js";
import { voteScale } from "../votes/vote.input.js";
import { CohesionArgs } from "./cohesion.input.js";
import { cohesion } from "./cohesion.repository.js";

const riceFormula: Formula = {
  name: "Rice index of cohesion",
  version: "1",
  definition:
    "The mean over the subjects of |Y − N| / (Y + N), where Y and N are the numbers of yes and no; abstentions are left out, and subjects with abstentions alone.",
  reference: "Rice, S. A. (1928), Quantitative Methods in Politics, New York: Knopf.",
};

const agreementIndexFormula: Formula = {
  name: "Agreement index of Hix, Noury and Roland",
  version: "1",
  definition:
    "The mean over the subjects of (M − (T − M) / 2) / T, where T is the number of votes and M that of the most frequent of yes, no and abstain.",
  reference:
    "Hix, S., Noury, A. and Roland, G. (2005), Power to the Parties: Cohesion and Competition in the European Parliament, 1979–2001, British Journal of Political Science 35(2), 209–234.",
};

@ObjectType({
  simpleResolvers: true,
  description: `How united a group is over some subjects: those that have in common what \`by\` names. The other groupings are null. ${voteScale} A holder without a position does not count.`,
})
export class Cohesion {
  @Field(() => Int, { nullable: true, description: "The subjects' year, if measured by `YEAR`." })
  year: number | null;

  @Field(() => Int, { nullable: true, description: "The first year of their decade, if measured by `DECADE`." })
  decade: number | null;

  @Field(() => Int, { description: "The number of subjects: those with at least `minimum` positions of the group." })
  subjects: number;

  @Field(() => Int, { description: "The number of different holders with a position on any of them." })
  holders: number;

  @Field(() => Int, { description: "The number of positions that count as yes." })
  yes: number;

  @Field(() => Int, { description: "The number of positions that count as abstain." })
  abstain: number;

  @Field(() => Int, { description: "The number of positions that count as no." })
  no: number;

  @Field(() => Int, { description: "The number of subjects on which all positions are the same vote." })
  unanimous: number;

  @Field(() => Int, { description: "The number of subjects with at least one yes and at least one no." })
  divided: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "The Rice index, 0 (as many yes as no) to 1 (all yes or all no); see `riceFormula`. Null where there are abstentions alone.",
  })
  rice: number | null;

  @Field(() => Float, {
    description:
      "The agreement index of Hix, Noury and Roland, 0 (as many yes as no as abstentions) to 1 (unanimous); see `agreementIndexFormula`.",
  })
  agreementIndex: number;
}

@Resolver()
export class CohesionQueries {
  @Declared()
  @Takes({ read: 50, wide: 500, always: true, wideWith: { asOf: 1700 } })
  @Query(() => [Cohesion], {
    description:
      "How united a group is, by its members' standing positions on the same subjects: its cohesion by year, topic or subject, and on how many subjects it was of one mind, divided, or kept together but for abstentions.",
  })
  cohesion(@Args(() => CohesionArgs) args: CohesionArgs, @Ctx() context: Context) {
    return cohesion(args, args.asOf ?? context.asOf);
  }
}

@Resolver(() => Cohesion)
export class CohesionFields {
  @Declared()
  @FieldResolver(() => Topic, {
    nullable: true,
    description: "A topic of the subjects, if measured by `TOPIC`; null too for those without one.",
  })
  topic() {
    return reference(topicTable, "topicId");
  }

  @Declared()
  @FieldResolver(() => Subject, { nullable: true, description: "The subject, if measured by `SUBJECT`." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Int, {
    description:
      "The number of subjects on which some abstained and all others voted alike: neither `unanimous` nor `divided`.",
  })
  withAbstentions(): ValueSql {
    return {
      kind: "value",
      value: (measure) => sql`${measure}."subjects" - ${measure}."unanimous" - ${measure}."divided"`,
    };
  }

  @Declared()
  @FieldResolver(() => Formula, { description: "The formula of `rice`." })
  riceFormula() {
    return formulaObject(riceFormula);
  }

  @Declared()
  @FieldResolver(() => Formula, { description: "The formula of `agreementIndex`." })
  agreementIndexFormula() {
    return formulaObject(agreementIndexFormula);
  }
}
