/** What one operation asks for of the record, so that no more is read. */
export interface Asked {
  /** Whether nobody will look at a column of a table: it answers a field that is not asked for, and nothing else. */
  leavesOut(table: string, column: string): boolean;
  /** Whether lists are asked where their rows stand, for cursors. */
  readonly cursors: boolean;
}

/** What is read where nobody says what is asked for. */
export const everything: Asked = { leavesOut: () => false, cursors: true };
