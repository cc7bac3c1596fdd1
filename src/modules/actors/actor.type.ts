import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ActorKind, CodeScheme, NameKind, Region } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Affiliation } from "./affiliation.type.js";

registerEnumType(ActorKind, {
  name: "ActorKind",
  description: "What sort of actor it is.",
  valuesConfig: {
    STATE: { description: "A state, existing or past." },
    INTERNATIONAL_ORGANIZATION: {
      description: "An organisation whose members are states or other such organisations.",
    },
    ORGANIZATION: { description: "Any other organisation, or an organ of one: a council, a party, an agency." },
    GOVERNMENT: { description: "An administration that governs a state for a time." },
    COALITION: {
      description: "Actors who act together without an organisation of their own, such as a contact group.",
    },
    PERSON: { description: "A human being." },
  },
});

registerEnumType(Region, {
  name: "Region",
  description: "A region of the world, as the United Nations' M49 standard divides it.",
  valuesConfig: {
    AFRICA: { description: "M49 code 002." },
    AMERICAS: { description: "M49 code 019: North, Central and South America and the Caribbean." },
    ASIA: { description: "M49 code 142." },
    EUROPE: { description: "M49 code 150." },
    OCEANIA: { description: "M49 code 009." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "Whoever can say, propose, do or hold something: a state, one of its administrations, an organisation, a person. A state, its administrations and the people in them are different actors, tied by affiliations.",
})
export class Actor extends SluggedEntity {
  @Field(() => ActorKind, { description: "What sort of actor it is." })
  kind: ActorKind;

  @Field(() => String, { description: "The name it is shown by, in English." })
  name: string;

  @Field(() => String, { nullable: true, description: "Who or what it is, in a sentence or two." })
  description: string | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description: "When it existed; for a person, when they lived. Null where not on record.",
  })
  existedDuring: string | null;

  @Field(() => Region, {
    nullable: true,
    description: "The M49 region in which a state lies; null for other actors, and where not on record.",
  })
  region: Region | null;

  @Field(() => String, {
    nullable: true,
    description: "The M49 subregion in which a state lies, such as `Western Asia`; null where not on record.",
  })
  subregion: string | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description:
      "The days for which all members of it are on record, as affiliations of kind `MEMBERSHIP`; null where `members` may have gaps.",
  })
  membersCompleteDuring: string | null;
}

export const ActorConnection = connectionType(() => Actor, "Actor", "actors");
export const AffiliationConnection = connectionType(() => Affiliation, "Affiliation", "affiliations");

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
