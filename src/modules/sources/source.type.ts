import { Field, ObjectType, registerEnumType } from "type-graphql";
import { SourceKind } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { CalendarDate } from "../../graphql/scalars/calendar-date.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Titled } from "../../graphql/titled.js";

registerEnumType(SourceKind, {
  name: "SourceKind",
  description: "What sort of document a source is.",
  valuesConfig: {
    OFFICIAL_RECORD: { description: "A record or decision of a public body: minutes, a resolution, a law." },
    TREATY: { description: "An agreement between states or organisations." },
    PRESS_RELEASE: { description: "A text that an actor published about itself." },
    NEWS: { description: "A report by a news organisation." },
    ACADEMIC: { description: "A scholarly work." },
    DATASET: { description: "A published collection of data." },
    SOCIAL_MEDIA: { description: "A post on a social network." },
    OTHER: { description: "Anything else." },
  },
});

@ObjectType({
  implements: [Node, Titled],
  simpleResolvers: true,
  description:
    "Where something is written: a document that statements, policy actions, positions and other facts rest on.",
})
export class Source extends SluggedEntity {
  @Field(() => String, { description: "Its title, or a description of it where it has none." })
  title: string;

  @Field(() => String, { nullable: true, description: "Who published it." })
  publisher: string | null;

  @Field(() => String, { nullable: true, description: "Where it can be read." })
  url: string | null;

  @Field(() => SourceKind, { description: "What sort of document it is." })
  kind: SourceKind;

  @Field(() => EdtfDate, { nullable: true, description: "When it was published." })
  publishedOn: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The day on which it was last consulted for this record." })
  retrievedOn: string | null;

  @Field(() => String, { nullable: true, description: "Its language, as a BCP 47 tag such as `en` or `zh-Hant`." })
  language: string | null;
}

export const SourceConnection = connectionType(() => Source, "Source", "sources");
