/** The folder or a file in it cannot be used as it is. */
export class UnusableFiles extends Error {
  override readonly name = "UnusableFiles";
}
