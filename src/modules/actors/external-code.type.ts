import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CodeScheme } from "../../db/generated/enums.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";

registerEnumType(CodeScheme, {
  name: "CodeScheme",
  description: "Who gave a code.",
  valuesConfig: {
    ISO_3166_1_ALPHA_2: { description: "ISO 3166-1, two letters: `FR`." },
    ISO_3166_1_ALPHA_3: { description: "ISO 3166-1, three letters: `FRA`." },
    ISO_3166_3: { description: "ISO 3166-3, the four letters of a name withdrawn from ISO 3166-1: `YUCS`." },
    M49: { description: "The United Nations' standard country or area code, three digits: `250`." },
    COW: { description: "The Correlates of War project's number of a state: `220`." },
    WIKIDATA: { description: "An item of Wikidata: `Q142`." },
  },
});

@ObjectType({ simpleResolvers: true, description: "What another scheme calls an actor." })
export class ExternalCode {
  @Field(() => CodeScheme, { description: "Whose code it is." })
  scheme: CodeScheme;

  @Field(() => String, { description: "The code, as the scheme writes it." })
  value: string;

  @Field(() => EdtfDate, { nullable: true, description: "When it was in force; null where not on record." })
  during: string | null;
}
