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
    "The mean over the subjects of |Y − N| / (Y + N), where Y and N are the numbers of yes and no votes. Abstentions, and subjects with only abstentions, are left out.",
  reference: "Rice, S. A. (1928), Quantitative Methods in Politics, New York: Knopf.",
};

const agreementIndexFormula: Formula = {
  name: "Agreement index of Hix, Noury and Roland",
  version: "1",
  definition:
    "The mean over the subjects of (M − (T − M) / 2) / T, where T is the number of votes and M is the number of votes for the most frequent option (yes, no or abstain).",
  reference:
    "Hix, S., Noury, A. and Roland, G. (2005), Power to the Parties: Cohesion and Competition in the European Parliament, 1979–2001, British Journal of Political Science 35(2), 209–234.",
};

@ObjectType({
  simpleResolvers: true,
  description: `How united a group is over the subjects of one grouping. The fields of groupings that \`by\` does not name are null. ${voteScale} Holders without a position do not count.`,
})
export class Cohesion {
  @Field(() => Int, {
    nullable: true,
    description: "The calendar year of the subjects. Null unless grouped by `YEAR`.",
  })
  year: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "The first year of the subjects' decade, such as 2010. Null unless grouped by `DECADE`.",
  })
  decade: number | null;

  @Field(() => Int, { description: "The number of subjects on which the group has at least `minimum` positions." })
  subjects: number;

  @Field(() => Int, { description: "The number of distinct holders with a position on at least one of the subjects." })
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
      "The Rice index, from 0 (as many yes as no) to 1 (all yes or all no). Null if all positions are abstentions. See `riceFormula`.",
  })
  rice: number | null;

  @Field(() => Float, {
    description:
      "The agreement index of Hix, Noury and Roland, from 0 (equal numbers of yes, no and abstain) to 1 (unanimous). See `agreementIndexFormula`.",
  })
  agreementIndex: number;
}

@Resolver()
export class CohesionQueries {
  @Declared()
  @Takes({ read: 50, wide: 500, always: true, wideWith: { asOf: 1700 } })
  @Query(() => [Cohesion], {
    description:
      "How united a group is, by its members' standing positions on the same subjects. Computed by year, decade, topic or subject, with the number of subjects on which the group was unanimous, divided, or united apart from abstentions.",
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
    description: "A topic of the subjects. Null unless grouped by `TOPIC`, and for subjects without a topic.",
  })
  topic() {
    return reference(topicTable, "topicId");
  }

  @Declared()
  @FieldResolver(() => Subject, { nullable: true, description: "The subject. Null unless grouped by `SUBJECT`." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Int, {
    description:
      "The number of subjects on which some abstained and all others cast the same vote. They are neither `unanimous` nor `divided`.",
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
