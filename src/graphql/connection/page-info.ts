import { Field, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "Where a page lies in its list (Relay's Cursor Connections)." })
export class PageInfo {
  @Field(() => Boolean, {
    description: "Whether rows follow the page. When paging backward: whether the page ended before a given cursor.",
  })
  hasNextPage: boolean;

  @Field(() => Boolean, {
    description: "Whether rows precede the page. When paging forward: whether the page began after a given cursor.",
  })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "The first row's cursor; null on an empty page." })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: "The last row's cursor; null on an empty page." })
  endCursor: string | null;
}
