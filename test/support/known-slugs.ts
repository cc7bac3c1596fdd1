import type { GraphQLFormattedError } from "graphql";

/**
 * A question without the slugs that a record has never had: a refusal names ten of them at a time. For questions on votes,
 * of a record without all of these.
 *
 * @param ask gives the errors of a question, undefined for none
 */
export async function withoutUnknownSlugs(
  question: string,
  ask: (question: string) => Promise<readonly GraphQLFormattedError[] | undefined>,
): Promise<string> {
  const problems = ((await ask(question)) ?? []).flatMap(
    ({ extensions }) => extensions?.fields as { reason: string }[],
  );
  const slugs = problems.map(({ reason }) => /("[^"]+") has never existed$/.exec(reason)?.[1] ?? "");
  if (slugs.length === 0) return question;
  // A condition on one slug is none, and a list of them is shorter.
  const shorter = slugs.reduce((text, slug) => text.replaceAll(`: ${slug}`, ": null").replaceAll(slug, ""), question);
  return withoutUnknownSlugs(shorter, ask);
}
