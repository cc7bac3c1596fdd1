/** JSON that is text already: `data` of an answer, which nothing reads before it is sent. */
export class JsonText {
  constructor(readonly text: string) {}

  /** What the text says, for those who need values and for `JSON.stringify`. */
  toJSON(): Record<string, unknown> {
    return JSON.parse(this.text);
  }
}
