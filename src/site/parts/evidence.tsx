import type { VNode } from "preact";
import { rollCallPath, statementPath } from "../address.js";
import { dateText } from "../dates.js";

type ShownEvidence =
  | {
      readonly __typename: "Statement";
      readonly slug: string;
      readonly summary: string;
      readonly speaker?: { readonly name: string } | null;
    }
  | { readonly __typename: "RollCall"; readonly slug: string; readonly heldOn: string }
  | { readonly __typename: "PolicyAction"; readonly title: string };

/** What shows a position: words, a vote, or a deed. */
export function Evidence({ evidence }: { readonly evidence: ShownEvidence | null | undefined }): VNode | null {
  if (!evidence) return null;
  switch (evidence.__typename) {
    case "Statement":
      return (
        <>
          {evidence.speaker?.name && <>{evidence.speaker.name}: </>}
          <a href={statementPath(evidence.slug)}>{evidence.summary}</a>
        </>
      );
    case "RollCall":
      return (
        <>
          of <a href={rollCallPath(evidence.slug)}>{dateText(evidence.heldOn)}</a>
        </>
      );
    default:
      return <>{evidence.title}</>;
  }
}
