import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { generateKey, parseKeyRing } from "@genie/crypto";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { Env } from "./env.ts";
import { misconfigured } from "./misconfigured.ts";
import { writeAtomically } from "./write-atomically.ts";

const restore = "Put back the value from your backup of secrets.env";

const long = (name: string) =>
  z
    .string({ error: `${name} is missing. ${restore}.` })
    .min(32, `${name} is shorter than 32 characters. ${restore}.`);

const newToken = (name: string) =>
  z
    .string({ error: `${name} is missing. The next start makes it: npm run stop, npm start.` })
    .min(32, `${name} is shorter than 32 characters. Remove it: the next start makes a new one.`);

const Secrets = z.object({
  KEY: long("KEY"),
  SECRET: long("SECRET"),
  DIRECTUS_ADMIN_TOKEN: long("DIRECTUS_ADMIN_TOKEN"),
  WORKER_TOKEN: long("WORKER_TOKEN"),
  PROXY_SECRET: long("PROXY_SECRET"),
  RBAC_SYNC_SECRET: long("RBAC_SYNC_SECRET"),
  SEALING_KEYS: z.string({
    error: `SEALING_KEYS is missing: without it no stored login can be opened. ${restore}.`,
  }),
  SEALING_PRIMARY_KEY: z.string({ error: `SEALING_PRIMARY_KEY is missing. ${restore}.` }),
  ADMIN_EMAIL: z.email({
    error: "ADMIN_EMAIL is not an e-mail address. Set it to one like admin@example.com.",
  }),
  ADMIN_PASSWORD: z
    .string({ error: `ADMIN_PASSWORD is missing. ${restore}.` })
    .min(12, "ADMIN_PASSWORD is shorter than 12 characters. Set a longer one."),
  DATABASE_PASSWORD: long("DATABASE_PASSWORD"),
  DATABASE_ADMIN_PASSWORD: long("DATABASE_ADMIN_PASSWORD"),
  QUEUES_DATABASE_PASSWORD: long("QUEUES_DATABASE_PASSWORD"),
  BROWSER_TOKEN: newToken("BROWSER_TOKEN"),
  BROWSER_READER_TOKEN: newToken("BROWSER_READER_TOKEN"),
  BROWSER_VIEWER_TOKEN: newToken("BROWSER_VIEWER_TOKEN"),
  SANDBOX_ADMIN_TOKEN: newToken("SANDBOX_ADMIN_TOKEN"),
  INBOUND_WEBHOOK_SECRET: newToken("INBOUND_WEBHOOK_SECRET"),
  METRICS_TOKEN: newToken("METRICS_TOKEN"),
});
export type Secrets = z.infer<typeof Secrets>;

/** The names of all secrets; the services get them by need, not with the rest of the environment. */
export const secretNames = Object.keys(Secrets.shape) as readonly (keyof Secrets)[];

/** Nothing that is stored depends on these. A file of an earlier release lacks them, and gets new ones. */
const replaceable: readonly (keyof Secrets)[] = [
  "BROWSER_TOKEN",
  "BROWSER_READER_TOKEN",
  "BROWSER_VIEWER_TOKEN",
  "SANDBOX_ADMIN_TOKEN",
  "INBOUND_WEBHOOK_SECRET",
  "METRICS_TOKEN",
];

/**
 * The secrets of the installation: from the environment, else from the file. Throws `misconfigured`
 * with a sentence for every secret that is missing, short or given twice. The sentences never hold a value.
 */
export function readSecrets(path: string, env: Env): Secrets {
  const text = readFileSync(path, "utf8");
  chmodSync(path, 0o600);
  return checkSecrets({ ...parseEnv(text), ...given(env) }, givenTwice(text));
}

/** Makes the secrets of a new installation and writes those that the environment does not give. */
export function createSecrets(path: string, env: Env): Secrets {
  const fromEnv = given(env);
  const secrets = checkSecrets({ ...freshSecrets(), ...fromEnv });
  const names = secretNames.filter((name) => fromEnv[name] === undefined);
  const head =
    names.length === 0
      ? "# All keys of this installation are in its environment."
      : "# The keys of this installation. Back this file up: without it no stored login can be opened.";
  writeAtomically(
    path,
    `${[head, ...names.map((name) => line(name, secrets[name]))].join("\n")}\n`,
  );
  return secrets;
}

/** Secrets that no other installation has. */
export function freshSecrets(): Secrets {
  return {
    KEY: random(),
    SECRET: random(),
    DIRECTUS_ADMIN_TOKEN: random(),
    WORKER_TOKEN: random(),
    PROXY_SECRET: random(),
    RBAC_SYNC_SECRET: random(),
    SEALING_KEYS: `1:${generateKey()}`,
    SEALING_PRIMARY_KEY: "1",
    ADMIN_EMAIL: "admin@example.com",
    ADMIN_PASSWORD: randomBytes(15).toString("base64url"),
    DATABASE_PASSWORD: random(),
    DATABASE_ADMIN_PASSWORD: random(),
    QUEUES_DATABASE_PASSWORD: random(),
    BROWSER_TOKEN: random(),
    BROWSER_READER_TOKEN: random(),
    BROWSER_VIEWER_TOKEN: random(),
    SANDBOX_ADMIN_TOKEN: random(),
    INBOUND_WEBHOOK_SECRET: random(),
    METRICS_TOKEN: random(),
  };
}

/** Data that only its own keys can open, and what the operator does to be rid of it. */
export type ExistingData = { place: string; howToDelete: string };

/**
 * Reads the secrets, or makes them for a new installation. Throws `misconfigured` when there is data
 * but no secrets file: new keys over old data would lock its owner out.
 */
export function loadSecrets(path: string, env: Env, existingData: ExistingData | null): Secrets {
  if (existsSync(path)) return completeSecrets(path, env);
  const lacking = secretNames.filter((name) => !env[name] && !replaceable.includes(name));
  if (existingData !== null && lacking.length > 0) {
    throw misconfigured(
      `${existingData.place} holds data, but the file with its keys, ${path}, is gone. Put that file back from your backup, or ${existingData.howToDelete} to start over without the data.`,
    );
  }
  return createSecrets(path, env);
}

/**
 * The secrets of an installation whose services are started one by one: from the environment, over the file
 * that an earlier `npm start` made. Nothing is written.
 */
export function readDeployedSecrets(path: string, env: Env): Secrets {
  return existsSync(path) ? readSecrets(path, env) : checkSecrets(given(env));
}

function completeSecrets(path: string, env: Env): Secrets {
  const text = readFileSync(path, "utf8");
  const values = { ...parseEnv(text), ...given(env) };
  const missing = replaceable.filter((name) => values[name] === undefined);
  if (missing.length === 0) return readSecrets(path, env);
  const made = Object.fromEntries(missing.map((name) => [name, random()]));
  const secrets = checkSecrets({ ...values, ...made }, givenTwice(text));
  const lines = missing.map((name) => line(name, secrets[name]));
  writeAtomically(path, `${[text.trimEnd(), ...lines].join("\n")}\n`);
  return secrets;
}

/** All secrets out of the values. Throws `misconfigured` with a sentence for each that is missing or wrong. */
export function checkSecrets(values: Env, problems: readonly string[] = []): Secrets {
  const parsed = Secrets.safeParse(values);
  const found = [
    ...problems,
    ...(parsed.error?.issues.map((issue) => issue.message) ?? []),
    ...keyRingProblems(values),
  ];
  if (!parsed.success || found.length > 0) throw misconfigured(...found);
  return parsed.data;
}

function keyRingProblems({ SEALING_KEYS: keys, SEALING_PRIMARY_KEY: primary }: Env): string[] {
  if (keys === undefined || primary === undefined) return [];
  try {
    parseKeyRing(keys, primary);
    return [];
  } catch (error) {
    if (error instanceof AppError) return [error.message];
    throw error;
  }
}

function givenTwice(text: string): string[] {
  const names = text.split("\n").map((line) => line.match(/^\s*(\w+)\s*=/)?.[1]);
  const twice = secretNames.filter((name) => names.filter((other) => other === name).length > 1);
  return twice.map((name) => `${name} is in secrets.env twice. Remove the line that is wrong.`);
}

function given(env: Env): Env {
  return Object.fromEntries(secretNames.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

function line(name: keyof Secrets, value: string): string {
  return `${name}="${value}"`;
}

function random(): string {
  return randomBytes(32).toString("base64url");
}
