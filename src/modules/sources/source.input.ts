import { ArgsType, Field, InputType } from "type-graphql";
import { SourceKind } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { RetractableArgs } from "../../graphql/connection/retractable-args.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { TextFilter } from "../../graphql/filters/text-filter.js";
import { columnKey, orderType, recordingOrders } from "../../graphql/order.js";
import { Names } from "../../graphql/validation/value-rules.js";

@InputType({
  description: `Which sources. ${filterRule}`,
})
export class SourceFilter {
  @Field(() => [String], { nullable: true, description: "Those with one of these slugs." })
  @Names("Source")
  slugs?: string[] | null;

  @Field(() => [SourceKind], { nullable: true, description: "Those of one of these kinds." })
  kinds?: SourceKind[] | null;

  @Field(() => TextFilter, { nullable: true, description: "Those whose title matches." })
  text?: TextFilter | null;

  @Field(() => TextFilter, { nullable: true, description: "Those whose publisher's name matches." })
  publisher?: TextFilter | null;

  @Field(() => [String], {
    nullable: true,
    description: "Those in one of these languages: BCP 47 tags, each compared entirely, in any case.",
  })
  languages?: string[] | null;

  @Field(() => DateRange, { nullable: true, description: "Those published in this range." })
  publishedOn?: DateRange | null;

  @Field(() => [SourceFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: SourceFilter[] | null;

  @Field(() => SourceFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: SourceFilter | null;
}

export const sourceOrder = orderType(
  "Source",
  {
    TITLE: { description: "Its title.", keys: columnKey("title", "text") },
    PUBLISHED_ON: {
      description: "The earliest day on which it can have been published; undated ones count as latest.",
      keys: columnKey("publishedOnEarliest", "date", { nullable: true }),
    },
    PUBLISHER: {
      description: "Its publisher's name; those without one come first.",
      keys: (source) => [{ sql: sql`coalesce(${source}."publisher", '') collate alphabetical`, type: "text" }],
    },
    STATEMENTS: {
      description: "How many statements are written in it, without retracted ones.",
      keys: (source) => [
        {
          sql: sql`(select count(*)::int from "StatementSource" cited join "Statement" stated on stated."id" = cited."statementId"
            where cited."sourceId" = ${source}."id" and stated."retractedAt" is null)`,
          type: "integer",
        },
      ],
    },
    ...recordingOrders,
  },
  { field: "TITLE", direction: "ASC" },
);

@ArgsType()
export class SourcesArgs extends RetractableArgs {
  @Field(() => SourceFilter, { nullable: true, description: "Which sources; all when left out." })
  where?: SourceFilter | null;

  @Field(() => sourceOrder.input, { nullable: true, description: "Their order; by title when left out." })
  orderBy?: InstanceType<typeof sourceOrder.input> | null;
}
