import type { Database } from "../../../db/database.js";
import { Loader } from "../../../graphql/loader.js";
import type { PositionFilter } from "../position/position.input.js";
import { type AgreementCounts, agreementCounts } from "./agreement.repository.js";

/** What one field `agreementWith` asks, and its counts for all actors that have the field. */
export class AgreementQuestion {
  /** How many subjects an actor shares with the other, and on how many they agree. */
  readonly counts: Loader<string, AgreementCounts>;

  constructor(
    /** The uuid of the actor with which all others are compared. */
    readonly other: string,
    readonly where: PositionFilter | null | undefined,
    readonly asOf: string | undefined,
    database: Database,
  ) {
    this.counts = new Loader((actors) => agreementCounts(database, actors, this));
  }
}
