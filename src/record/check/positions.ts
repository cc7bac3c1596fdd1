import type { Item, Problem } from "../entries.js";
import type { Known } from "../known.js";

/** That each position rests on evidence that fits it, on a source, or on a proposal that names its holder as a sponsor. */
export function checkPositions(known: Known): Problem[] {
  return [...known.items.positions.values()].flatMap((item) => [
    ...checkSponsorship(item, known),
    ...checkSourced(item),
    ...checkRollCall(item, known),
  ]);
}

function checkSponsorship(item: Item<"positions">, known: Known): Problem[] {
  const { basis, holder, subject, sources } = item.entry;
  if (basis !== "SPONSORSHIP") return [];
  if (known.entry("policyActions", subject)) {
    return [
      item.problem(
        ["basis"],
        `"${subject}" is a policy action, and policy actions have no sponsors`,
        "Choose another basis: ACTION, STATEMENT",
      ),
    ];
  }
  const proposal = known.entry("proposals", subject);
  if (!proposal) return [];
  if (!proposal.sponsors?.includes(holder)) {
    return [
      item.problem(
        ["holder"],
        `"${holder}" is not a sponsor of "${subject}"`,
        `Add it to the proposal's \`sponsors\`, or choose another basis`,
      ),
    ];
  }
  if (sources || proposal.sources) return [];
  return [
    item.problem(
      [],
      "neither the position nor the proposal has a source",
      `Add \`sources\` here or to the proposal "${subject}"`,
    ),
  ];
}

function checkSourced(item: Item<"positions">): Problem[] {
  const { basis, evidence, sources } = item.entry;
  if (basis === "SPONSORSHIP" || evidence || sources) return [];
  return [
    item.problem(
      [],
      "has neither evidence nor a source",
      "Add `evidence` (a statement, roll call or policy action) or `sources`",
    ),
  ];
}

function checkRollCall(item: Item<"positions">, known: Known): Problem[] {
  const { basis, holder, subject, evidence } = item.entry;
  const rollCall = evidence?.rollCall === undefined ? undefined : known.entry("rollCalls", evidence.rollCall);
  if (!rollCall) return [];
  if (basis === "VOTE" && rollCall.proposal !== subject) {
    return [
      item.problem(
        ["evidence", "rollCall"],
        `this vote was on "${rollCall.proposal}", not on "${subject}"`,
        "A vote is a position on the proposal that was voted on, not on what that proposal endorses",
      ),
    ];
  }
  if (basis === "ADOPTION" && rollCall.body !== holder) {
    return [
      item.problem(
        ["holder"],
        `the body of this roll call is "${rollCall.body}"`,
        "With the basis ADOPTION, the holder is the body. The votes of its members have the basis VOTE",
      ),
    ];
  }
  return [];
}
