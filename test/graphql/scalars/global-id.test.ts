import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { globalId, parseGlobalId, readGlobalId } from "../../../src/record/global-id.js";

// The valid and invalid ids published with the specification: https://github.com/jetify-com/typeid/tree/main/spec
const valid = [
  ["valid-alphabet", "prefix", "prefix_0123456789abcdefghjkmnpqrs", "0110c853-1d09-52d8-d73e-1194e95b5f19"],
  ["valid-uuidv7", "prefix", "prefix_01h455vb4pex5vsknk084sn02q", "01890a5d-ac96-774b-bcce-b302099a8057"],
  ["prefix-underscore", "pre_fix", "pre_fix_00000000000000000000000000", "00000000-0000-0000-0000-000000000000"],
];
const validWithoutType = [
  ["nil", "00000000000000000000000000", "00000000-0000-0000-0000-000000000000"],
  ["one", "00000000000000000000000001", "00000000-0000-0000-0000-000000000001"],
  ["ten", "0000000000000000000000000a", "00000000-0000-0000-0000-00000000000a"],
  ["sixteen", "0000000000000000000000000g", "00000000-0000-0000-0000-000000000010"],
  ["thirty-two", "00000000000000000000000010", "00000000-0000-0000-0000-000000000020"],
  ["max-valid", "7zzzzzzzzzzzzzzzzzzzzzzzzz", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
];
const invalid: [name: string, id: string, message: RegExp][] = [
  ["prefix-uppercase", "PREFIX_00000000000000000000000000", /lower case/],
  ["prefix-numeric", "12345_00000000000000000000000000", /must begin with a type/],
  ["prefix-period", "pre.fix_00000000000000000000000000", /must begin with a type/],
  ["prefix-non-ascii", "préfix_00000000000000000000000000", /must begin with a type/],
  ["prefix-spaces", "  prefix_00000000000000000000000000", /must begin with a type/],
  [
    "prefix-64-chars",
    `${"abcdefghijklmnopqrstuvwxyz".repeat(3).slice(0, 64)}_00000000000000000000000000`,
    /at most 63/,
  ],
  ["separator-empty-prefix", "_00000000000000000000000000", /must begin with a type/],
  ["separator-empty", "_", /must begin with a type/],
  ["suffix-short", "prefix_1234567890123456789012345", /exactly 26 characters/],
  ["suffix-long", "prefix_123456789012345678901234567", /exactly 26 characters/],
  ["suffix-spaces", "prefix_1234567890123456789012345 ", /base32/],
  ["suffix-uppercase", "prefix_0123456789ABCDEFGHJKMNPQRS", /lower case/],
  ["suffix-hyphens", "prefix_123456789-123456789-123456", /base32/],
  ["suffix-wrong-alphabet", "prefix_ooooooiiiiiiuuuuuuulllllll", /from 0 to 7|26/],
  ["suffix-ambiguous-crockford", "prefix_i23456789ol23456789oi23456", /from 0 to 7/],
  ["suffix-hyphens-crockford", "prefix_123456789-0123456789-0123456", /exactly 26 characters/],
  ["suffix-overflow", "prefix_8zzzzzzzzzzzzzzzzzzzzzzzzz", /from 0 to 7/],
  ["prefix-underscore-start", "_prefix_00000000000000000000000000", /must begin with a type/],
  ["prefix-underscore-end", "prefix__00000000000000000000000000", /must begin with a type/],
];

test.each(valid)("%s: %s and its uuid", (_, prefix, id, uuid) => {
  expect(globalId(prefix, uuid)).toBe(id);
  expect(parseGlobalId(id)).toEqual({ prefix, uuid });
});

test.each(validWithoutType)("%s: a TypeID without a type is no global id", (_, id, uuid) => {
  expect(globalId("", uuid)).toBe(id);
  expect(() => parseGlobalId(id)).toThrow(/must begin with a type|is a bare uuid|looks like a slug/);
});

describe("refused:", () => {
  test.each([
    ...invalid,
    ["a uuid", "01890a5d-ac96-774b-bcce-b302099a8057", /it is a bare uuid; .*actor_01h2/],
    ["a uuid in capitals", "01890A5D-AC96-774B-BCCE-B302099A8057", /it is a bare uuid/],
    ["a slug", "two-state-solution", /looks like a slug/],
    ["nothing", "", /must begin with a type/],
    ["a prefix alone", "actor_", /exactly 26 characters/],
    ["a line break inside", "actor_01h455vb4pex5vsknk\n84sn02q", /base32/],
    ["a line break after", "actor_01h455vb4pex5vsknk084sn02q\n", /exactly 26 characters/],
    ["a NUL", "actor_01h455vb4pex5vsknk084sn02\u0000", /base32/],
    ["a long text", "x".repeat(1_000_000), /^"x{100}…" is not a global id/],
  ] as typeof invalid)("%s: %j", (_, id, message) => {
    expect(readGlobalId(id)).toEqual({ reason: expect.stringMatching(message) });
  });
});

test("every uuid comes back from its global id, and ids sort as uuids do", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (uuid, other) => {
      expect(parseGlobalId(globalId("policy_action", uuid))).toEqual({ prefix: "policy_action", uuid });
      expect(globalId("actor", uuid) < globalId("actor", other)).toBe(uuid < other);
    }),
  );
});
