import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { repositoryRoot } from "../paths.ts";
import { freshSecrets, secretNames } from "../secrets.ts";
import { environmentRows } from "../testing/environment-rows.ts";
import { serviceNames, serviceProgram } from "./service-program.ts";

const Service = z.object({
  user: z.string(),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal("ALL")]),
  security_opt: z.array(z.string()),
  environment: z.record(z.string(), z.unknown()).default({}),
  healthcheck: z.object({}).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  entrypoint: z.array(z.string()).default([]),
  networks: z.union([
    z.array(z.string()),
    z.record(z.string(), z.unknown()).transform(Object.keys),
  ]),
  profiles: z.array(z.string()).default([]),
});
const file = join(repositoryRoot, "deploy", "compose", "compose.yaml");
const { services, volumes: declared } = z
  .object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(readFileSync(file, "utf8"), { merge: true }));
const image = readFileSync(join(dirname(file), "Dockerfile"), "utf8");
const namesOf = (service: string) => Object.keys(services[service]?.environment ?? {});

const folder = mkdtempSync(join(tmpdir(), "genie-compose-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that an operator can set, so that everything is handed over. */
const env = {
  ...freshSecrets(),
  GENIE_DATA_DIR: folder,
  DASHBOARD_URL: "https://genie.example.com",
  DATABASE_URL: "postgresql://genie:secret@db.example.com/genie",
  REDIS_URL: "redis://:secret@db.example.com",
  CHROMIUM_PATH: process.execPath,
  FFMPEG_PATH: process.execPath,
  EMAIL_FROM: "genie@example.com",
  EMAIL_SMTP_HOST: "smtp.example.com",
  EMAIL_SMTP_PORT: "587",
  EMAIL_SMTP_USER: "genie",
  EMAIL_SMTP_PASSWORD: "secret",
  STORAGE_S3_BUCKET: "genie",
  STORAGE_S3_REGION: "us-east-1",
  STORAGE_S3_ENDPOINT: "https://s3.example.com",
  STORAGE_S3_KEY: "key",
  STORAGE_S3_SECRET: "secret",
  BLUESKY_URL: "https://bsky.example.com",
};

/** For tests, and what the image says of itself. */
const left = ["MASTODON_TEST_URL", "NEXT_TELEMETRY_DISABLED", "NODE_ENV", "SANDBOX_APIS"];

it.each(serviceNames)("%s is told all that it is told without containers", async (name) => {
  const told = new Set(namesOf(name));
  const { env: handed } = await serviceProgram(name, { ...env, PATH: "" });
  const ours = Object.keys(handed).filter((key) => key !== "PATH" && !left.includes(key));
  expect(ours.filter((key) => !told.has(key))).toEqual([]);
});

it.each(serviceNames)("%s is told nothing that it does not read", (name) => {
  const program = name === "agentx-cms" ? "cms" : name;
  const read = environmentRows()
    .filter(({ readBy }) => readBy.includes(program))
    .map((row) => row.name);
  // Handed over by the stack, too, and read by nobody there; and by Node.js itself.
  const unread = ["PUBLIC_URL", "REGISTRATION", "TMPDIR"];
  expect(namesOf(name).filter((key) => !read.includes(key) && !unread.includes(key))).toEqual([]);
});

it.each(["prepare", "genie"])("%s has all keys, the files, and what a backup takes", (name) => {
  const told = [...secretNames, "DATABASE_URL", "BACKUP_RECIPIENTS", "BACKUP_DIR"];
  expect(namesOf(name)).toEqual(expect.arrayContaining(told));
  expect(services[name]?.volumes).toEqual(
    expect.arrayContaining(["uploads:/data/uploads", "backups:/backups"]),
  );
});

it.each(["genie", "agentx-cms"])("what %s unpacks lies on a disk and not in memory", (name) => {
  const place = String(services[name]?.environment["TMPDIR"]);
  expect(services[name]?.volumes).toContain(place);
  expect(image).toMatch(new RegExp(`install -d -o genie .* ${place}\\b`));
});

it("what a worker must remember outlasts its container, and what is on its way is its own", () => {
  const { environment = {}, volumes = [] } = services["worker"] ?? {};
  const [kept, own] = [environment["WORKER_KEPT_DIR"], environment["WORKER_DATA_DIR"]].map(String);
  expect(volumes.toSorted()).toEqual([own, `worker:${kept}`]);
  expect(Object.keys(declared)).toContain("worker");
  for (const place of [kept, own]) {
    expect(image).toMatch(new RegExp(`install -d -o genie .* ${place} `));
  }
});

it("genie reaches Directus on a network that both are on", () => {
  const { networks = [], environment } = services["genie"] ?? {};
  const { hostname, port } = new URL(String(environment?.["DIRECTUS_URL"]));
  expect(services[hostname]?.environment["PORT"]).toBe(Number(port));
  expect(services[hostname]?.networks).toEqual(expect.arrayContaining(networks));
});

it("genie is run by hand alone, and its program and pg_dump are in the image", () => {
  const { profiles = [], entrypoint = [] } = services["genie"] ?? {};
  expect(profiles).toEqual(["operator"]);
  expect(existsSync(join(repositoryRoot, entrypoint[1] ?? "none"))).toBe(true);
  const [, server] = /image: postgres:(\d+)/.exec(readFileSync(file, "utf8")) ?? [];
  expect(image).toContain(`postgresql-client-${server}`);
});

it("no container runs as root, writes to its image, gains rights, or is up without a health check", () => {
  for (const [name, { user, security_opt: options, healthcheck }] of Object.entries(services)) {
    expect([name, user]).not.toEqual([name, expect.stringMatching(/^(0|root)\b/)]);
    expect([name, options]).toEqual([name, expect.arrayContaining(["no-new-privileges:true"])]);
    expect([name, healthcheck !== undefined]).toEqual([name, !["prepare", "genie"].includes(name)]);
  }
});

it("nginx alone is open to others", () => {
  const open = Object.entries(services).filter(([, { ports }]) => ports.length > 0);
  expect(open.map(([name]) => name)).toEqual(["nginx"]);
});
