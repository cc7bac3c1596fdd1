import { Field, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "The position of a page in its list (Relay's Cursor Connections)." })
export class PageInfo {
  @Field(() => Boolean, {
    description: "Whether the list has rows after this page. When paging backward: whether `before` was given.",
  })
  hasNextPage: boolean;

  @Field(() => Boolean, {
    description: "Whether the list has rows before this page. When paging forward: whether `after` was given.",
  })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the first edge. Null if the page is empty." })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: "The cursor of the last edge. Null if the page is empty." })
  endCursor: string | null;
}
