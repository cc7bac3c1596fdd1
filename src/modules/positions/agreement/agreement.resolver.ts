import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Float, Info, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { connectNested } from "../../../graphql/connection/connection-source.js";
import { keyBeneath, oncePerRequest } from "../../../graphql/per-request.js";
import { bySlug, reference } from "../../../graphql/reference.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { positionTable } from "../position/position.repository.js";
import { Position } from "../position/position.type.js";
import { subjectOf } from "../position/subject-of.js";
import { AgreementSubjectConnection } from "./agreement.connection.js";
import { AgreementArgs, AgreementSubjectsArgs } from "./agreement.input.js";
import { sharedSubjectList } from "./agreement.repository.js";
import { Agreement } from "./agreement.type.js";
import { AgreementQuestion } from "./agreement-question.js";
import { AgreementSubject } from "./agreement-subject.type.js";

@Resolver(() => Actor)
export class ActorAgreement {
  @Takes({ read: 5 })
  @FieldResolver(() => Agreement, {
    nullable: true,
    description: "How often it agrees with another actor; null when there is none with that slug.",
  })
  async agreementWith(
    @Root() actor: Actor,
    @Args(() => AgreementArgs) { slug, where, asOf }: AgreementArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Agreement | null> {
    const other = await bySlug(actorTable, slug, context);
    if (!other) return null;
    const question = oncePerRequest(
      context,
      info.fieldNodes[0],
      () => new AgreementQuestion(other.uuid, where, asOf ?? context.asOf, context.database),
    );
    return Object.assign(new Agreement(), { actorId: actor.uuid, actor: other, question });
  }
}

@Resolver(() => Agreement)
export class AgreementFields {
  @FieldResolver(() => Int, { description: "On how many subjects both have a standing position that counts." })
  async shared(@Root() { actorId, question }: Agreement): Promise<number> {
    return (await question.counts.load(actorId)).shared;
  }

  @FieldResolver(() => Int, { description: "On how many of those they agree." })
  async agreed(@Root() { actorId, question }: Agreement): Promise<number> {
    return (await question.counts.load(actorId)).agreed;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "The part of the shared subjects on which they agree, from 0 to 1; null where they share none.",
  })
  async score(@Root() { actorId, question }: Agreement): Promise<number | null> {
    const { shared, agreed } = await question.counts.load(actorId);
    return shared === 0 ? null : agreed / shared;
  }

  @Takes({ read: 20 })
  @FieldResolver(() => AgreementSubjectConnection, { description: "The shared subjects, by title." })
  subjects(
    @Root() { actorId, question }: Agreement,
    @Args(() => AgreementSubjectsArgs) args: AgreementSubjectsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = keyBeneath(context, question, info);
    return connectNested(AgreementSubjectConnection, { context, info, args, key }, actorId, () =>
      sharedSubjectList(question, args.agrees),
    );
  }
}

@Resolver(() => AgreementSubject)
export class AgreementSubjectFields {
  @FieldResolver(() => Subject, { description: "The subject." })
  subject(@Root() shared: AgreementSubject, @Ctx() context: Context) {
    return subjectOf(shared, context);
  }

  @FieldResolver(() => Position, { description: "The position of the actor that was asked about." })
  mine(@Root() shared: AgreementSubject, @Ctx() context: Context) {
    return reference(positionTable, shared.mineId, context);
  }

  @FieldResolver(() => Position, { description: "The position of the other actor." })
  theirs(@Root() shared: AgreementSubject, @Ctx() context: Context) {
    return reference(positionTable, shared.theirsId, context);
  }
}
