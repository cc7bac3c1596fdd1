/** JSON as text: the `data` of a response, which nothing parses before it is sent. */
export class JsonText {
  constructor(readonly text: string) {}

  /** The parsed text, for callers that need values and for `JSON.stringify`. */
  toJSON(): Record<string, unknown> {
    return JSON.parse(this.text);
  }
}
