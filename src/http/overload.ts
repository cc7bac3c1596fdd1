/** What a client is told whose turn did not come in time. */
export const overload = {
  message:
    "The server is busy, and the turn of this request did not come in time. Ask again in a few seconds, and ask for less at once.",
  extensions: { code: "OVERLOADED" },
} as const;
