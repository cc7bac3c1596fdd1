import type { VNode } from "preact";
import { address, proposalPath } from "../address.js";
import { readableTitle } from "./title.js";

interface Subject {
  readonly __typename?: string;
  readonly slug: string;
  readonly title: string;
}

/** What a position is about: a proposal has a page, a policy action is found by search. */
export const SubjectLink = ({ subject: { __typename: type, slug, title } }: { readonly subject: Subject }): VNode => (
  <a href={type === "Proposal" ? proposalPath(slug) : address("/search", { q: title })}>{readableTitle(title)}</a>
);
