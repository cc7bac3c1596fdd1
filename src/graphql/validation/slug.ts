const longest = 200;
const shape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Why a text is not a slug, as the end of a sentence that begins with the path of the text. */
export const slugReason = `must be a slug: lower-case letters a to z and digits in words joined by single hyphens, at most ${longest} characters, such as two-state-solution`;

/** Whether a text is a slug: kebab-case, at most 200 characters. */
export function isSlug(text: string): boolean {
  return text.length <= longest && shape.test(text);
}
