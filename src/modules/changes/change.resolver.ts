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
      "The feed of changes, the earliest first: everything that was recorded, revised, retracted, merged or imported. To keep a copy in step, ask again with the last cursor that you have seen: nothing is missed and nothing told twice.",
  })
  changes(@Args(() => ChangesArgs) args: ChangesArgs) {
    return connection(changeList(args), args);
  }

  @Declared()
  @Query(() => Change, {
    nullable: true,
    description:
      "The newest change; null while nothing is on record. Its `cursor` is where the feed goes on: it costs one index look-up.",
  })
  latestChange() {
    return latestChange;
  }
}

@Resolver(() => Change)
export class ChangeFields {
  @Declared()
  @FieldResolver(() => String, {
    description: "Where the feed goes on after this change: keep it, and give it as `after`. Opaque.",
  })
  cursor() {
    return cursorIn("sequence");
  }

  @Declared()
  @FieldResolver(() => ID, {
    nullable: true,
    description:
      "The global id of what was changed, as it was then: of an actor that was merged since, its own. Null for an import of many.",
  })
  entityId() {
    return changedId;
  }

  @Declared()
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "What was changed, as it is now: a retracted entity too, which says so; of an actor that was merged since, the survivor. Null for an import of many.",
  })
  entity() {
    return changedEntity;
  }

  @Declared()
  @FieldResolver(() => PositionConnection, {
    nullable: true,
    description: "The positions that an import put on record, as they are now; null for a change of one entity.",
  })
  positions(@Args(() => ImportedPositionsArgs) args: ImportedPositionsArgs) {
    return connection(importedPositions, args, {
      parent: column("importBatchId"),
      when: isImport,
    });
  }
}
