import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { connect } from "../../graphql/connection/connection-source.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { bySlug } from "../../graphql/reference.js";
import { SourceConnection } from "./source.connection.js";
import { SourcesArgs } from "./source.input.js";
import { sourceList, sourceTable } from "./source.repository.js";
import { Source } from "./source.type.js";

@Resolver()
export class SourceQueries {
  @Query(() => Source, { nullable: true, description: "The source with this slug; null when there is none." })
  source(@Args(() => BySlugArgs) { slug }: BySlugArgs, @Ctx() context: Context) {
    return bySlug(sourceTable, slug, context);
  }

  @Query(() => SourceConnection, { description: "The sources on record." })
  sources(@Args(() => SourcesArgs) args: SourcesArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return connect(SourceConnection, { context, info, args }, sourceList(args));
  }
}
