import { Args, Ctx, FieldResolver, Float, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { column, connection, reference } from "../../../graphql/field-sql.js";
import { keyBeneath } from "../../../graphql/per-request.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { positionTable } from "../position/position.repository.js";
import { Position } from "../position/position.type.js";
import { subjectReference } from "../position/subject-of.js";
import { AgreementSubjectConnection } from "./agreement.connection.js";
import { AgreementArgs, AgreementSubjectsArgs } from "./agreement.input.js";
import { agreement, type Comparison, score, sharedSubjectList } from "./agreement.repository.js";
import { Agreement } from "./agreement.type.js";
import { formerAgreement } from "./agreement-question.js";
import { AgreementSubject } from "./agreement-subject.type.js";

@Resolver(() => Actor)
export class ActorAgreement {
  @Declared()
  @Takes({ read: 5 })
  @FieldResolver(() => Agreement, {
    nullable: true,
    description: "How often it agrees with another actor; null when there is none with that slug.",
  })
  agreementWith(@Args(() => AgreementArgs) { slug, where, asOf }: AgreementArgs, @Ctx() context: Context) {
    const day = asOf ?? context.asOf;
    return agreement(slug, where, day, formerAgreement(slug, where, day));
  }
}

@Resolver(() => Agreement)
export class AgreementFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "The other actor." })
  actor() {
    return { ...reference(actorTable, "otherId"), legacy: ({ actor }: Agreement) => actor };
  }

  @Declared()
  @FieldResolver(() => Int, { description: "On how many subjects both have a standing position that counts." })
  shared() {
    return counted("shared");
  }

  @Declared()
  @FieldResolver(() => Int, { description: "On how many of those they agree." })
  agreed() {
    return counted("agreed");
  }

  @Declared()
  @FieldResolver(() => Float, {
    nullable: true,
    description: "The part of the shared subjects on which they agree, from 0 to 1; null where they share none.",
  })
  score() {
    return score;
  }

  @Declared()
  @Takes({ read: 20 })
  @FieldResolver(() => AgreementSubjectConnection, { description: "The shared subjects, by title." })
  subjects(
    @Root() comparison: Comparison & Partial<Agreement>,
    @Args(() => AgreementSubjectsArgs) args: AgreementSubjectsArgs,
  ) {
    const list = sharedSubjectList(comparison.question ?? comparison, args.agrees);
    return connection(AgreementSubjectConnection, list, args, {
      parent: column("actorId"),
      former: ({ actorId }: Agreement) => actorId,
      formerKey: ({ question }: Agreement, context, info) => keyBeneath(context, question, info),
    });
  }
}

const counted = (name: "shared" | "agreed") => ({
  kind: "value" as const,
  value: column(name),
  legacy: async ({ actorId, question }: Agreement) => (await question.counts.load(actorId))[name],
});

@Resolver(() => AgreementSubject)
export class AgreementSubjectFields {
  @Declared()
  @FieldResolver(() => Subject, { description: "The subject." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position of the actor that was asked about." })
  mine() {
    return reference(positionTable, "mineId");
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position of the other actor." })
  theirs() {
    return reference(positionTable, "theirsId");
  }
}
