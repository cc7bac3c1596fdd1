/** What a check has found. */
export interface Finding {
  /** The name of the check, such as "disk". */
  readonly check: string;
  readonly level: "ok" | "warning" | "problem";
  /** What is so, for people; without passwords. */
  readonly message: string;
  /** What to do; absent where everything is in order. */
  readonly advice?: string;
}

export const ok = (check: string, message: string): Finding => ({ check, level: "ok", message });

export const warning = (check: string, message: string, advice: string): Finding => ({
  check,
  level: "warning",
  message,
  advice,
});

export const problem = (check: string, message: string, advice: string): Finding => ({
  check,
  level: "problem",
  message,
  advice,
});
