import type { Role } from "./role.js";

/** Who asks, with a credential that was checked. */
export interface Viewer {
  /**
   * Whom revisions name: `key:` and the API key's name, such as "key:ci", or `jwt:` and the token's `sub`, such as
   * "jwt:auth0|6553". Neither kind can take the name of the other.
   */
  readonly author: string;
  readonly role: Role;
}

/** What a request's credential tells of who asks: nothing where there is none. */
export interface Authentication {
  readonly viewer?: Viewer;
}
