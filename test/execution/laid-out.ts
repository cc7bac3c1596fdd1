/** SQL as it is committed: a subquery a line, further in the deeper it is nested. */
export function laidOut(text: string): string {
  let depth = 0;
  const open: boolean[] = [];
  const pieces = text
    .replaceAll("\u001f", "␟")
    .replace(/\s+/g, " ")
    .split(/((?:'(?:[^']|'')*')|\(|\))/);
  return pieces
    .map((piece, index) => {
      if (piece === "(") {
        const isQuery = /^(select|with)\b/.test(pieces[index + 1] ?? "");
        open.push(isQuery);
        if (isQuery) depth += 1;
        return isQuery ? `(\n${"  ".repeat(depth)}` : piece;
      }
      if (piece !== ")") return piece;
      if (!open.pop()) return piece;
      depth -= 1;
      return `\n${"  ".repeat(depth)})`;
    })
    .join("");
}
