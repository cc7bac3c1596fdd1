import type { Database } from "../../../db/database.js";
import type { Legacy } from "../../../graphql/field-sql.js";
import { Loader } from "../../../graphql/loader.js";
import { oncePerRequest } from "../../../graphql/per-request.js";
import { bySlug } from "../../../graphql/reference.js";
import { type Actor, actorTable } from "../../actors/index.js";
import type { PositionFilter } from "../position/position.input.js";
import { type AgreementCounts, agreementCounts, type Comparison, idOf } from "./agreement.repository.js";
import { Agreement } from "./agreement.type.js";

/** What one field `agreementWith` asks, and its counts for all actors that have the field. */
export class AgreementQuestion {
  /** How many subjects an actor shares with the other, and on how many they agree. */
  readonly counts: Loader<string, AgreementCounts>;

  constructor(
    /** The id of the actor with which all others are compared. */
    readonly other: Comparison["other"],
    readonly where: PositionFilter | null | undefined,
    readonly asOf: string | undefined,
    database: Database,
  ) {
    this.counts = new Loader((actors) => agreementCounts(database, actors, this));
  }
}

/** The agreement as the former executor resolves it. */
export const formerAgreement =
  (slug: string, where: PositionFilter | null | undefined, asOf: string | undefined): Legacy =>
  async ({ uuid }: Actor, context, info): Promise<Agreement | null> => {
    const other = await bySlug(actorTable, slug, context);
    if (!other) return null;
    const question = oncePerRequest(
      context,
      info.fieldNodes[0],
      () => new AgreementQuestion(idOf(other.uuid), where, asOf, context.database),
    );
    return Object.assign(new Agreement(), { actorId: uuid, actor: other, question });
  };
