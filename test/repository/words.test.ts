import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse, visit } from "graphql";

/** Where words are read: descriptions of the schema, messages and other texts in code, comments, pages of documentation. */
type Place = "description" | "message" | "comment" | "page";

interface Text {
  readonly place: Place;
  readonly file: string;
  /** The line of the file at which the text begins, from 1. */
  readonly line: number;
  readonly words: string;
}

interface Banned {
  readonly phrase: RegExp;
  readonly instead: string;
  /** Left out: everywhere. */
  readonly places?: readonly Place[];
}

/** What users of the API and of the command line read. */
const published: readonly Place[] = ["description", "message", "page"];

/** Transposed or clipped phrases that readers stumble over. `\s+` also matches a line break within a comment. */
const banned: readonly Banned[] = [
  { phrase: /\bwho(?:ever)?\s+asks\b/i, instead: '"the client" or "the caller"' },
  { phrase: /\bwhoever\b/i, instead: '"the person who", "everyone who" or "the operator"' },
  { phrase: /\basked\s+for\b/i, instead: '"requested"' },
  { phrase: /\banew\b/i, instead: '"again", or a verb such as "recreate" or "rebuild"' },
  { phrase: /\bthat\s+(?:is|are)\s+known\b/i, instead: '"loaded", "resolved" or "recognised"' },
  { phrase: /\bwhat\s+stands\b/i, instead: '"the standing positions"' },
  { phrase: /\bwhat\s+c(?:ame|omes)\s+of\b/i, instead: '"the result of"' },
  { phrase: /\bas\s+though\b/i, instead: '"as if"' },
  { phrase: /\b(?:made|makes?)\s+anew\b/i, instead: '"recreated", "rebuilt"' },
  { phrase: /\bas\s+a\s+whole\b(?!\s+number)/i, instead: '"entirely", "the entire …"' },
  { phrase: /\bbeneath\b(?!\()/i, instead: '"nested under", "below"', places: ["description", "comment", "page"] },
  { phrase: /\bthat\s+(?:is|are)\s+none\b/i, instead: '"that is not a …", "invalid"' },
  { phrase: /\b(?:is|are)\s+none\s+of\b/i, instead: '"is not one of", "is not a …"' },
  {
    phrase: /\b(?:can|cannot|can't|to)\s+be\s+had\b/i,
    instead: '"is (not) available", "can(not) be read"',
  },
  { phrase: /\bbe\s+(?:it|they)\s+(?:a|an|the|merged|one)\b/i, instead: '"whether …", "even if …"' },
  { phrase: /\bheld\s+against\b/i, instead: '"compared with"' },
  { phrase: /\blet\s+nobody\b/i, instead: '"allow only …"' },
  { phrase: /\b(?:takes?|taken|took)\s+back\b/i, instead: '"retract", "withdraw" or "undo"', places: published },
  { phrase: /\bso\s+manieth\b/i, instead: '"every nth"' },
  { phrase: /\b(?:there|where|here)(?:of|in|by|upon)\b/i, instead: "the noun that is meant" },
  { phrase: /\blest\b/i, instead: '"so that … not"' },
];

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => ending.test(path));

function descriptions(file: string): Text[] {
  const texts: Text[] = [];
  visit(parse(readFileSync(file, "utf8")), {
    enter(node) {
      if (!("description" in node) || !node.description) return;
      const { value, loc, block } = node.description;
      texts.push({ place: "description", file, line: (loc?.startToken.line ?? 0) + (block ? 1 : 0), words: value });
    },
  });
  return texts;
}

const commentLine = /^\s*(?:\/\*\*?|\*\/?|\/\/)\s?/;
const commentAtEnd = /\s\/\/ .*$/;

/** The comments and the rest of a file of code, each with the other's lines blank, so that lines keep their numbers. */
function code(file: string): Text[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const comments = lines.map((line) =>
    commentLine.test(line) ? line.replace(commentLine, "") : (commentAtEnd.exec(line)?.[0].replace("//", "  ") ?? ""),
  );
  const rest = lines.map((line) => (commentLine.test(line) ? "" : line.replace(commentAtEnd, "")));
  return [
    { place: "comment", file, line: 1, words: comments.join("\n") },
    { place: "message", file, line: 1, words: rest.join("\n") },
  ];
}

const page = (file: string): Text => ({ place: "page", file, line: 1, words: readFileSync(file, "utf8") });

const texts: readonly Text[] = [
  ...descriptions("schema/api.graphql"),
  ...filesIn("src", /\.tsx?$/)
    .filter((file) => !file.includes(join("db", "generated")))
    .flatMap(code),
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => page(join("docs", name))),
  ...filesIn("questions", /\.graphql$/).map(page),
  page("README.md"),
  page("CONTRIBUTING.md"),
];

/** Where a phrase occurs: `file:line`. */
const occurrences = ({ phrase, places }: Banned): string[] =>
  texts
    .filter(({ place }) => places === undefined || places.includes(place))
    .flatMap(({ file, line, words }) =>
      [...words.matchAll(new RegExp(phrase.source, "gi"))].map(({ 0: found, index }) => {
        const before = words.slice(0, index).split("\n").length - 1;
        return `${file}:${line + before}: "${found.replace(/\s+/g, " ")}"`;
      }),
    );

describe("plain English", () => {
  test("is looked for in every place", () => {
    expect(new Set(texts.map(({ place }) => place)).size).toBe(4);
  });

  test.each(banned)("has no $phrase: write $instead", ({ phrase, instead, places }) => {
    const problems = occurrences({ phrase, instead, places }).map((found) => `${found}: write ${instead}`);
    expect(problems).toEqual([]);
  });
});
