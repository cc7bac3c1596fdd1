import { userInfo } from "node:os";

/** Who makes the changes where the command does not name anybody. */
export function defaultAuthor(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container the user may have no name.
    return "import";
  }
}
