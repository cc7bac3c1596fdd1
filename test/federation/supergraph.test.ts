import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { transformSupergraphToPublicSchema } from "@theguild/federation-composition";
import { buildASTSchema, type DirectiveNode, parse, visit } from "graphql";
import { ownershipOf } from "../../src/federation/ownership.js";
import { subgraphSdl } from "../../src/federation/subgraph.js";
import { composeSupergraph } from "../../src/federation/supergraph.js";
import { printSorted } from "../../src/graphql/published-schema.js";
import { modules } from "../../src/modules/index.js";
import { schema } from "../support/once/schema.js";

const committed = (name: string): string => readFileSync(new URL(`../../schema/${name}`, import.meta.url), "utf8");

describe("what is committed (else: npm run schema)", () => {
  test.each(modules.map((module) => module.name))("schema/subgraphs/%s.graphql", (name) => {
    const module = modules.find((candidate) => candidate.name === name);
    if (!module) throw new Error(`There is no module ${name}.`);
    expect(committed(`subgraphs/${name}.graphql`)).toBe(subgraphSdl(schema, modules, module));
  });

  test("a subgraph for each module, and no other", () => {
    const files = readdirSync(new URL("../../schema/subgraphs/", import.meta.url)).sort();
    expect(files).toEqual(modules.map((module) => `${module.name}.graphql`).sort());
  });

  test("schema/supergraph.graphql", () => {
    expect(committed("supergraph.graphql")).toBe(composeSupergraph(schema, modules));
  });
});

describe("the supergraph", () => {
  const supergraph = parse(committed("supergraph.graphql"));

  test("has the single process's API, byte for byte", () => {
    const api = buildASTSchema(transformSupergraphToPublicSchema(supergraph));
    expect(printSorted(api)).toBe(committed("api.graphql"));
  });

  test("keeps to the plain specification: no directive but those of join, link and inaccessible", () => {
    const used = new Set<string>();
    visit(supergraph, {
      Directive(node: DirectiveNode) {
        used.add(node.name.value);
      },
    });
    const plain = /^(join__\w+|link|inaccessible|specifiedBy|deprecated)$/;
    expect([...used].filter((name) => !plain.test(name))).toEqual([]);
    expect(used).toContain("join__type");
  });

  test("says where each subgraph answers", () => {
    const url = (name: string): string => `http://${name}.example/graphql`;
    const composed = composeSupergraph(schema, modules, url);
    for (const { name } of modules) expect(composed).toContain(`name: "${name}", url: "${url(name)}"`);
  });
});

describe("ownership", () => {
  test("a field without a module stops the build and is named", () => {
    const fewer = modules.map((module) => (module.name === "statements" ? { ...module, resolvers: [] } : module));
    expect(() => ownershipOf(schema, fewer)).toThrow(/Query\.statements has no module/);
    expect(() => ownershipOf(schema, fewer)).toThrow(/Actor\.statements has no module/);
  });

  test("a field with two modules stops the build and names them", () => {
    const [first, ...others] = modules;
    if (!first) throw new Error("There are modules.");
    const twice = [first, { ...first, name: "copy" }, ...others];
    expect(() => ownershipOf(schema, twice)).toThrow(/Query\.source has 2: sources, copy/);
  });

  test("every field of an entity has one", () => {
    const owner = ownershipOf(schema, modules);
    expect(owner("Actor", "name")).toBe("actors");
    expect(owner("Actor", "id")).toBe("actors");
    expect(owner("Actor", "statements")).toBe("statements");
    expect(owner("Proposal", "supporters")).toBe("positions");
    expect(owner("Query", "node")).toBe("discovery");
  });
});
