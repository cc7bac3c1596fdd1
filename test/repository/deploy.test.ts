import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { variableNames } from "../../src/env.js";

const has = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;
const where = (...programs: string[]) => (programs.every(has) ? test : test.skip);

where("nginx", "openssl")("nginx takes deploy/nginx.conf (needs nginx and openssl)", () => {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-nginx-"));
  try {
    const key = join(folder, "privkey.pem");
    const chain = join(folder, "fullchain.pem");
    const subject = ["-subj", "/CN=standpoint.example.org"];
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", chain, ...subject],
      {
        stdio: "ignore",
      },
    );
    const site = readFileSync("deploy/nginx.conf", "utf8").replaceAll("/etc/ssl/standpoint", folder);
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    const whole = `pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${paths.join(" ")}\n${site}\n}`;
    writeFileSync(join(folder, "nginx.conf"), whole);
    const { status, stderr } = spawnSync("nginx", ["-t", "-p", folder, "-c", join(folder, "nginx.conf")], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, expect.stringContaining("test is successful")]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the proxies pass on what subscriptions need", () => {
  const nginx = readFileSync("deploy/nginx.conf", "utf8");
  for (const line of ["proxy_http_version 1.1;", "proxy_set_header Upgrade $http_upgrade;", "proxy_buffering off;"])
    expect(nginx).toContain(line);
  expect(readFileSync("deploy/Caddyfile", "utf8")).toContain("flush_interval -1");
});

test("the unit sets variables that are read", () => {
  const unit = readFileSync("deploy/standpoint.service", "utf8");
  const set = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line = ""]) =>
    line.split(" ").map((one) => one.split("=")[0]),
  );
  expect(set.filter((name) => name !== "NODE_ENV" && !variableNames.includes(name ?? ""))).toEqual([]);
});
