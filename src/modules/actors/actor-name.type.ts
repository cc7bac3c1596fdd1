import { Field, ObjectType, registerEnumType } from "type-graphql";
import { NameKind } from "../../db/generated/enums.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";

registerEnumType(NameKind, {
  name: "NameKind",
  description: "What a name is to its actor.",
  valuesConfig: {
    OFFICIAL: { description: "The formal name." },
    SHORT: { description: "The usual short name." },
    ALIAS: { description: "Another name, abbreviation or spelling in use." },
    AS_PRINTED: { description: "As a source printed it, misspellings included, so that search finds it." },
  },
});

@ObjectType({ simpleResolvers: true, description: "One of an actor's names." })
export class ActorName {
  @Field(() => String, { description: "The name." })
  value: string;

  @Field(() => String, { nullable: true, description: "Its language, as a BCP 47 tag; null where none applies." })
  language: string | null;

  @Field(() => NameKind, { description: "What it is to the actor." })
  kind: NameKind;

  @Field(() => EdtfDate, { nullable: true, description: "When it was in use; null where not on record." })
  during: string | null;
}
