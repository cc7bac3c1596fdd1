import { ObjectType } from "type-graphql";
import { Actor } from "../../actors/index.js";
import type { AgreementQuestion } from "./agreement-question.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "How often two actors agree, over the subjects on which both have a standing position that counts. They agree on a subject when their stances are the same.",
})
export class Agreement {
  /** The actor whose field this is. */
  actorId: string;
  question: AgreementQuestion;

  actor: Actor;
}
