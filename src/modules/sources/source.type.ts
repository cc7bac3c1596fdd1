import { Field, ObjectType, registerEnumType } from "type-graphql";
import { SourceKind } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { CalendarDate } from "../../graphql/scalars/calendar-date.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Titled } from "../../graphql/titled.js";

registerEnumType(SourceKind, {
  name: "SourceKind",
  description: "The kind of document of a source.",
  valuesConfig: {
    OFFICIAL_RECORD: { description: "A record or decision of a public body: minutes, a resolution, a law." },
    TREATY: { description: "An agreement between states or organisations." },
    PRESS_RELEASE: { description: "A text that an actor published about itself." },
    NEWS: { description: "A report by a news organisation." },
    ACADEMIC: { description: "A scholarly work." },
    DATASET: { description: "A published collection of data." },
    SOCIAL_MEDIA: { description: "A post on a social network." },
    OTHER: { description: "A document of any other kind." },
  },
});

@ObjectType({
  implements: [Node, Titled],
  simpleResolvers: true,
  description: "A document in which statements, policy actions, positions and other facts are written.",
})
export class Source extends SluggedEntity {
  @Field(() => String, { description: "The title. For an untitled document, a description." })
  title: string;

  @Field(() => String, { nullable: true, description: "The publisher. Null if not recorded." })
  publisher: string | null;

  @Field(() => String, { nullable: true, description: "The web address of the document. Null if not recorded." })
  url: string | null;

  @Field(() => SourceKind, { description: "The kind of document." })
  kind: SourceKind;

  @Field(() => EdtfDate, { nullable: true, description: "When the document was published. Null if not recorded." })
  publishedOn: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The day on which an editor last read the document for this record. Null if not recorded.",
  })
  retrievedOn: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The language, as a BCP 47 tag such as `en` or `zh-Hant`. Null if not recorded.",
  })
  language: string | null;
}

export const SourceConnection = connectionType(() => Source, "Source", "sources");
