import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { entityMutations } from "../../editing/mutations/entity-mutations.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { SourcesArgs } from "./source.input.js";
import { sourceList, sourceTable } from "./source.repository.js";
import { Source, SourceConnection } from "./source.type.js";

@Resolver()
export class SourceQueries {
  @Declared()
  @Query(() => Source, { nullable: true, description: "The source with this slug. Null if there is none." })
  source(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(sourceTable, slug);
  }

  @Declared()
  @Query(() => SourceConnection, { description: "All sources that match the filter." })
  sources(@Args(() => SourcesArgs) args: SourcesArgs, @Ctx() _context: Context) {
    return connection(sourceList(args), args);
  }
}

export const SourceMutations = entityMutations({ type: Source, list: "sources" });
