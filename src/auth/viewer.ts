import type { Role } from "./role.js";

/** A caller with a valid credential. */
export interface Viewer {
  /**
   * The author in revisions: `key:` and the API key's name, such as "key:ci", or `jwt:` and the token's `sub`, such as
   * "jwt:auth0|6553". So the two kinds never have the same name.
   */
  readonly author: string;
  readonly role: Role;
}

/** The result of checking a request's credential; empty without a credential. */
export interface Authentication {
  readonly viewer?: Viewer;
}
