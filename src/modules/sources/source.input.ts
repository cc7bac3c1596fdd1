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
  description: `A filter for sources. ${filterRule}`,
})
export class SourceFilter {
  @Field(() => [String], { nullable: true, description: "Only entities with one of these slugs." })
  @Names("Source")
  slugs?: string[] | null;

  @Field(() => [SourceKind], { nullable: true, description: "Only entities of one of these kinds." })
  kinds?: SourceKind[] | null;

  @Field(() => TextFilter, { nullable: true, description: "Only sources whose title matches." })
  text?: TextFilter | null;

  @Field(() => TextFilter, { nullable: true, description: "Only sources whose publisher's name matches." })
  publisher?: TextFilter | null;

  @Field(() => [String], {
    nullable: true,
    description: "Only sources in one of these languages: BCP 47 tags, compared in full and without regard to case.",
  })
  languages?: string[] | null;

  @Field(() => DateRange, { nullable: true, description: "Only sources published in this range." })
  publishedOn?: DateRange | null;

  @Field(() => [SourceFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: SourceFilter[] | null;

  @Field(() => SourceFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: SourceFilter | null;
}

export const sourceOrder = orderType(
  "Source",
  {
    TITLE: { description: "The title.", keys: columnKey("title", "text") },
    PUBLISHED_ON: {
      description: "The earliest day on which the document can have been published. Undated sources count as latest.",
      keys: columnKey("publishedOnEarliest", "date", { nullable: true }),
    },
    PUBLISHER: {
      description: "The publisher's name. Sources without a publisher come first.",
      keys: (source) => [{ sql: sql`coalesce(${source}."publisher", '') collate alphabetical`, type: "text" }],
    },
    STATEMENTS: {
      description: "The number of statements that are written in the source, without retracted ones.",
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
  @Field(() => SourceFilter, { nullable: true, description: "Only sources that match this filter. Default: all." })
  where?: SourceFilter | null;

  @Field(() => sourceOrder.input, { nullable: true, description: "The sort order. Default: by title." })
  orderBy?: InstanceType<typeof sourceOrder.input> | null;
}
