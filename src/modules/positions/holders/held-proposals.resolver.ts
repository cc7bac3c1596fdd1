import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { raw } from "../../../db/sql.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { ProposalConnection, proposalList } from "../../proposals/index.js";
import { groupsStand, HeldProposalsArgs } from "./group-stance.input.js";

@Resolver()
export class HeldProposalQueries {
  @Declared()
  @Takes({ read: 10, wide: 600, always: true })
  @Query(() => ProposalConnection, {
    description:
      "The proposals on which groups hold the described stances: for example, those that all members of one group support and most members of another oppose.",
  })
  heldProposals(@Args(() => HeldProposalsArgs) args: HeldProposalsArgs, @Ctx() context: Context) {
    const asOf = args.asOf ?? context.asOf;
    return connection(proposalList(args, asOf, groupsStand(raw("proposal"), args.by, asOf)), args);
  }
}
