import { Role } from "../db/generated/enums.js";

export { Role };

const ranks: Readonly<Record<Role, number>> = { READER: 0, CONTRIBUTOR: 1, EDITOR: 2, ADMIN: 3 };

/** Whether a role includes another: READER < CONTRIBUTOR < EDITOR < ADMIN. */
export const reaches = (role: Role, needed: Role): boolean => ranks[role] >= ranks[needed];
