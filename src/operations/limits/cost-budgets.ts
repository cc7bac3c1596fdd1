import type { Role } from "../../auth/role.js";

/** The groups of callers, each with its own limit. */
export const callerGroups = ["anonymous", "reader", "editor"] as const;
export type CallerGroup = (typeof callerGroups)[number];

/** The cost that one caller of each group may spend in a minute, in milliseconds of expected database time; 0 for no limit. */
export type CostBudgets = Readonly<Record<CallerGroup, number>>;

export const defaultCostBudgets: CostBudgets = { anonymous: 60_000, reader: 300_000, editor: 1_200_000 };

/** The caller to charge: the author of a valid credential, otherwise the address. */
export interface Caller {
  readonly name: string;
  readonly group: CallerGroup;
}

export const groupOf = (role: Role | null | undefined): CallerGroup => {
  if (role == null) return "anonymous";
  return role === "EDITOR" || role === "ADMIN" ? "editor" : "reader";
};
