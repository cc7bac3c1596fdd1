import { ValidateBy, type ValidationOptions } from "class-validator";

const longest = 200;
const shape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What a text that is not a slug has wrong, as the end of a sentence that begins with where it stands. */
export const slugReason = `must be a slug: lower-case letters a to z and digits in words joined by single hyphens, at most ${longest} characters, such as two-state-solution`;

/** Whether a text is a slug: kebab-case, at most 200 characters. */
export function isSlug(text: unknown): boolean {
  return typeof text === "string" && text.length <= longest && shape.test(text);
}

/**
 * The field of an input or of arguments holds a slug; with `{ each: true }`, a list of slugs.
 * Fields called `slug` and `slugs` are checked without it.
 */
export function IsSlug(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name: "isSlug", validator: { validate: isSlug, defaultMessage: () => slugReason } }, options);
}
