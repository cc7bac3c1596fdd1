/** The folder or a file in it cannot be used as it is. */
export class UnusableFiles extends Error {
  override readonly name = "UnusableFiles";
}

/** A file is damaged or is not of its form. Read before anything is recorded, so nothing was. */
export const damaged = (file: string, line: number, what: string): UnusableFiles =>
  new UnusableFiles(`${file}:${line}: ${what}`);
