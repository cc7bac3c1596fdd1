import { ArgsType, Field, Int } from "type-graphql";
import { EntityKind } from "../../db/generated/enums.js";
import type { SortForm } from "../../db/reading/page.js";
import { ConnectionArgs, defaultPage, largestPage } from "../../graphql/connection/connection-args.js";
import { IsCursor, IsPageSize, SortedBy } from "../../graphql/connection/paging-rules.js";
import { DateTime } from "../../graphql/scalars/date-time.js";
import { ChangeAction } from "./change.type.js";

/** The order of commits, in which nothing is ever inserted before what a client has seen. */
export const changeOrder: SortForm = { name: "Change.SEQUENCE", types: ["integer"], direction: "ASC" };

/** The feed is read in one direction only, so it has half of the paging arguments. */
@SortedBy(changeOrder)
@ArgsType()
export class ChangesArgs implements ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: `The number of changes to return from the start, or after \`after\`: 0 to ${largestPage}. Default: ${defaultPage}.`,
  })
  @IsPageSize(largestPage)
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only changes after this cursor: the last one that the client has processed. Default: from the first change.",
  })
  @IsCursor()
  after?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Only changes made at this time or later. If `after` is given too, both conditions apply.",
  })
  since?: Date | null;

  @Field(() => [EntityKind], {
    nullable: true,
    description: "Only changes of entities of these types. Default: all.",
  })
  kinds?: EntityKind[] | null;

  @Field(() => [ChangeAction], {
    nullable: true,
    description: "Only changes with one of these actions, such as `RETRACTED`. Default: all.",
  })
  actions?: ChangeAction[] | null;
}

/** The positions of a part of an import, by their ids. */
export const importedPositionOrder: SortForm = { name: "Position.ID", types: ["uuid"], direction: "ASC" };

@SortedBy(importedPositionOrder)
@ArgsType()
export class ImportedPositionsArgs extends ConnectionArgs {}

/** Of a list whose cursors are places in the feed. */
@SortedBy(changeOrder)
@ArgsType()
export class ChangeListArgs extends ConnectionArgs {}
