import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ActorKind, CodeScheme, NameKind, Region } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Affiliation } from "./affiliation.type.js";

registerEnumType(ActorKind, {
  name: "ActorKind",
  description: "The kind of actor.",
  valuesConfig: {
    STATE: { description: "A state, present or former." },
    INTERNATIONAL_ORGANIZATION: {
      description: "An organisation whose members are states or other such organisations.",
    },
    ORGANIZATION: { description: "Any other organisation, or an organ of one: a council, a party, an agency." },
    GOVERNMENT: { description: "An administration that governs a state for a time." },
    COALITION: {
      description: "Actors that act together without an organisation, such as a contact group.",
    },
    PERSON: { description: "A human being." },
  },
});

registerEnumType(Region, {
  name: "Region",
  description: "A region of the world, as the United Nations' M49 standard divides it.",
  valuesConfig: {
    AFRICA: { description: "Africa, M49 code 002." },
    AMERICAS: { description: "North, Central and South America and the Caribbean, M49 code 019." },
    ASIA: { description: "Asia, M49 code 142." },
    EUROPE: { description: "Europe, M49 code 150." },
    OCEANIA: { description: "Oceania, M49 code 009." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "A person, state or organisation that can say, propose, do or hold something. A state, its administrations and the people in them are different actors, linked by affiliations.",
})
export class Actor extends SluggedEntity {
  @Field(() => ActorKind, { description: "The kind of actor." })
  kind: ActorKind;

  @Field(() => String, { description: "The display name, in English." })
  name: string;

  @Field(() => String, { nullable: true, description: "A description of the actor in one or two sentences." })
  description: string | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description: "When the actor existed; for a person, the lifetime. Null if not recorded.",
  })
  existedDuring: string | null;

  @Field(() => Region, {
    nullable: true,
    description: "The UN M49 region of a state. Null for other actors, and if not recorded.",
  })
  region: Region | null;

  @Field(() => String, {
    nullable: true,
    description: "The UN M49 subregion of a state, such as `Western Asia`. Null if not recorded.",
  })
  subregion: string | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description:
      "The span of days for which all members are recorded, as affiliations of kind `MEMBERSHIP`. Null if `members` may have gaps.",
  })
  membersCompleteDuring: string | null;
}

export const ActorConnection = connectionType(() => Actor, "Actor", "actors");
export const AffiliationConnection = connectionType(() => Affiliation, "Affiliation", "affiliations");

registerEnumType(NameKind, {
  name: "NameKind",
  description: "The kind of an actor's name.",
  valuesConfig: {
    OFFICIAL: { description: "The formal name." },
    SHORT: { description: "The usual short name." },
    ALIAS: { description: "Another name, abbreviation or spelling in use." },
    AS_PRINTED: { description: "The name as a source printed it, including misspellings, so that search finds it." },
  },
});

@ObjectType({ simpleResolvers: true, description: "One of an actor's names." })
export class ActorName {
  @Field(() => String, { description: "The name." })
  value: string;

  @Field(() => String, {
    nullable: true,
    description: "The language of the name, as a BCP 47 tag. Null if no language applies.",
  })
  language: string | null;

  @Field(() => NameKind, { description: "The kind of name." })
  kind: NameKind;

  @Field(() => EdtfDate, { nullable: true, description: "When the name was in use. Null if not recorded." })
  during: string | null;
}

registerEnumType(CodeScheme, {
  name: "CodeScheme",
  description: "A scheme that assigns codes to actors.",
  valuesConfig: {
    ISO_3166_1_ALPHA_2: { description: "ISO 3166-1 alpha-2, two letters, such as `FR`." },
    ISO_3166_1_ALPHA_3: { description: "ISO 3166-1 alpha-3, three letters, such as `FRA`." },
    ISO_3166_3: { description: "ISO 3166-3, four letters for a name withdrawn from ISO 3166-1, such as `YUCS`." },
    M49: { description: "The United Nations' standard country or area code, three digits, such as `250`." },
    COW: { description: "The Correlates of War project's number of a state, such as `220`." },
    WIKIDATA: { description: "A Wikidata item, such as `Q142`." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A code of an actor in an external scheme." })
export class ExternalCode {
  @Field(() => CodeScheme, { description: "The scheme that defines the code." })
  scheme: CodeScheme;

  @Field(() => String, { description: "The code, as the scheme writes it." })
  value: string;

  @Field(() => EdtfDate, { nullable: true, description: "When the code was in use. Null if not recorded." })
  during: string | null;
}
