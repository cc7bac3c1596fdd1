import { Args, FieldResolver, ID, Query, Resolver } from "type-graphql";
import { Declared } from "../../graphql/declared-fields.js";
import { Node } from "../../graphql/entity.js";
import { column, connection } from "../../graphql/field-sql.js";
import { PositionConnection } from "../positions/index.js";
import { ChangesArgs, ImportedPositionsArgs } from "./change.input.js";
import {
  changedEntity,
  changedId,
  changeList,
  cursorIn,
  importedPositions,
  isImport,
  latestChange,
} from "./change.repository.js";
import { Change, ChangeConnection } from "./change.type.js";

@Resolver()
export class ChangeQueries {
  @Declared()
  @Query(() => ChangeConnection, {
    description:
      "The feed of changes, earliest first: every record, revision, retraction, merge and import. To keep a copy up to date, request the changes after the last cursor that you have stored. No change is missed or repeated.",
  })
  changes(@Args(() => ChangesArgs) args: ChangesArgs) {
    return connection(changeList(args), args);
  }

  @Declared()
  @Query(() => Change, {
    nullable: true,
    description:
      "The latest change. Null while nothing is recorded. Pass its `cursor` as `after` to follow the feed from now on. It costs one index look-up.",
  })
  latestChange() {
    return latestChange;
  }
}

@Resolver(() => Change)
export class ChangeFields {
  @Declared()
  @FieldResolver(() => String, {
    description:
      "The position of this change in the feed. It is opaque. Store it and pass it as `after` to continue after this change.",
  })
  cursor() {
    return cursorIn("sequence");
  }

  @Declared()
  @FieldResolver(() => ID, {
    nullable: true,
    description:
      "The global id of the changed entity at the time. For an actor that has since been merged, its former id. Null for an import of many positions.",
  })
  entityId() {
    return changedId;
  }

  @Declared()
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "The changed entity in its current state. A retracted entity is returned too, with `retractedAt` set. For an actor that has since been merged, the remaining actor. Null for an import of many positions.",
  })
  entity() {
    return changedEntity;
  }

  @Declared()
  @FieldResolver(() => PositionConnection, {
    nullable: true,
    description: "The positions that an import recorded, in their current state. Null for a change of a single entity.",
  })
  positions(@Args(() => ImportedPositionsArgs) args: ImportedPositionsArgs) {
    return connection(importedPositions, args, {
      parent: column("importBatchId"),
      when: isImport,
    });
  }
}
