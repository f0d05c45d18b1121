import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import type { Env } from "./env.ts";
import { misconfigured } from "./misconfigured.ts";
import { portNames, portVariable } from "./ports.ts";

const problemOf = {
  port: (name: string) => `${name} is not a port. Set it to a whole number from 1 to 65535.`,
  url: (name: string, example: string) =>
    `${name} is not a web address. Set it to something like ${example}, without a slash at the end.`,
  file: (name: string) =>
    `${name} names a file that does not exist. Correct the path, or remove ${name} to let Genie Helper look for it.`,
};

const port = (name: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, problemOf.port(name))
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535, problemOf.port(name))
    .optional();

const webUrl = (name: string, example: string, fits: (url: URL) => boolean) =>
  z
    .string()
    .refine(
      (text) => {
        const url = URL.parse(text);
        return url !== null && /^https?:$/.test(url.protocol) && !text.endsWith("/") && fits(url);
      },
      problemOf.url(name, example),
    )
    .optional();

const file = (name: string) => z.string().refine(existsSync, problemOf.file(name)).optional();

const perDay = (name: string, usual: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,6}$/, `${name} is not a number. Set it to one like ${usual}.`)
    .default(usual);

const instances = (name: string) =>
  z
    .string()
    .regex(
      /^([1-9]|1\d|20)$/,
      `${name} is not how many there are to be. Set it to a whole number from 1 to 20.`,
    )
    .transform(Number)
    .default(1);

const serverUrl = (name: string, protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => {
      const url = URL.parse(text);
      return url !== null && protocols.includes(url.protocol) && url.hostname !== "";
    }, `${name} is not a connection address. Set it to something like ${example}, or remove it.`)
    .optional();

const databaseUrl = (name: string, example: string) =>
  serverUrl(name, ["postgres:", "postgresql:"], example).refine(
    (text) => text === undefined || (URL.parse(text)?.pathname.length ?? 0) > 1,
    `${name} names no database. Add its name, as in ${example}.`,
  );

const Settings = z.object({
  GENIE_DATA_DIR: z.string().optional(),
  DASHBOARD_HOST: z
    .string()
    .refine(
      (host) => host === "localhost" || isIP(host) > 0,
      "DASHBOARD_HOST is not an address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 to let other machines in.",
    )
    .default("127.0.0.1"),
  DASHBOARD_PORT: port("DASHBOARD_PORT"),
  DIRECTUS_PORT: port("DIRECTUS_PORT"),
  POSTGRES_PORT: port("POSTGRES_PORT"),
  BROWSER_PORT: port("BROWSER_PORT"),
  WORKER_PORT: port("WORKER_PORT"),
  MCP_PORT: port("MCP_PORT"),
  SANDBOX_PORT: port("SANDBOX_PORT"),
  MAILBOX_PORT: port("MAILBOX_PORT"),
  MAILBOX_SMTP_PORT: port("MAILBOX_SMTP_PORT"),
  MAILBOX: z
    .enum(["true", "false"], { error: "MAILBOX is unknown. Set it to true or false." })
    .default("false"),
  DASHBOARD_INSTANCES: instances("DASHBOARD_INSTANCES"),
  DIRECTUS_INSTANCES: instances("DIRECTUS_INSTANCES"),
  WORKER_INSTANCES: instances("WORKER_INSTANCES"),
  BROWSER_INSTANCES: instances("BROWSER_INSTANCES"),
  DIRECTUS_URL: webUrl("DIRECTUS_URL", "http://127.0.0.1:8050", (url) => url.pathname === "/"),
  BROWSER_URL: z
    .string()
    .refine(
      (list) =>
        list.split(",").every((one) => /^https?:$/.test(URL.parse(one.trim())?.protocol ?? "")),
      "BROWSER_URL holds something that is no web address. Set it to those of all browser services, with commas between them, as in http://127.0.0.1:3002,http://127.0.0.1:3012.",
    )
    .optional(),
  SANDBOX_URL: webUrl(
    "SANDBOX_URL",
    "http://sandbox.localhost:3200",
    (url) => url.pathname === "/",
  ),
  DASHBOARD_URL: webUrl(
    "DASHBOARD_URL",
    "https://genie.example.com",
    (url) => url.pathname === "/",
  ),
  PUBLIC_URL: webUrl("PUBLIC_URL", "https://genie.example.com/api/directus", (url) =>
    url.pathname.endsWith("/api/directus"),
  ),
  DATABASE_URL: databaseUrl("DATABASE_URL", "postgresql://user:password@host:5432/genie"),
  QUEUES_DATABASE_URL: databaseUrl(
    "QUEUES_DATABASE_URL",
    "postgresql://user:password@host:5432/genie_queues",
  ),
  REDIS_URL: serverUrl("REDIS_URL", ["redis:", "rediss:"], "redis://127.0.0.1:6379"),
  REGISTRATION: z
    .enum(["open", "closed"], { error: "REGISTRATION is unknown. Set it to open or closed." })
    .default("open"),
  TRUSTED_PROXIES: z
    .string()
    .refine(
      (text) => text.split(",").every((entry) => entry.trim() === "" || isNetwork(entry.trim())),
      "TRUSTED_PROXIES holds something that is no address. Set it to addresses like 10.0.0.1 or 10.0.0.0/8, with commas between them.",
    )
    .default(""),
  SWEEP_INTERVAL_MS: z
    .string()
    .regex(
      /^[1-9]\d{2,6}$/,
      "SWEEP_INTERVAL_MS is not a span of time. Set it to milliseconds from 100 on; 60000 is a minute.",
    )
    .default("60000"),
  PAGE_DRIVER: z
    .enum(["browser", "http"], { error: "PAGE_DRIVER is unknown. Set it to browser or http." })
    .default("browser"),
  BLUESKY_URL: webUrl("BLUESKY_URL", "https://bsky.social", (url) => url.pathname === "/"),
  MASTODON_TEST_URL: webUrl(
    "MASTODON_TEST_URL",
    "http://127.0.0.1:3300",
    (url) => url.pathname === "/",
  ),
  SANDBOX_APIS: z
    .enum(["true", "false"], { error: "SANDBOX_APIS is unknown. Set it to true or false." })
    .default("false"),
  LLM_BASE_URL: z
    .string()
    .refine(
      (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ""),
      "LLM_BASE_URL is not a web address. Set it to where /chat/completions follows, as in http://127.0.0.1:11434/v1.",
    )
    .optional(),
  LLM_MODEL: z.string().optional(),
  LLM_API_KEY: z.string().optional(),
  ACTIONS_PER_DAY: perDay("ACTIONS_PER_DAY", "5000"),
  ACTION_CHANGES_PER_DAY: perDay("ACTION_CHANGES_PER_DAY", "500"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug"], {
      error: "LOG_LEVEL is unknown. Set it to fatal, error, warn, info or debug.",
    })
    .default("info"),
  STORAGE_S3_BUCKET: z.string().optional(),
  STORAGE_S3_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error:
        "STORAGE_S3_ENDPOINT is not a web address. Set it to the one of your bucket's server, as in https://s3.example.com.",
    })
    .optional(),
  STORAGE_S3_REGION: z.string().optional(),
  STORAGE_S3_KEY: z.string().optional(),
  STORAGE_S3_SECRET: z.string().optional(),
  STORAGE_S3_FORCE_PATH_STYLE: z
    .enum(["true", "false"], {
      error: "STORAGE_S3_FORCE_PATH_STYLE is unknown. Set it to true or false.",
    })
    .default("false"),
  UPLOAD_MAX_MB: z.coerce
    .number({ error: "UPLOAD_MAX_MB is not a number. Set it to one like 4096." })
    .int("UPLOAD_MAX_MB has a fraction. Set it to a whole number like 4096.")
    .min(1, "UPLOAD_MAX_MB is too small. Set it to 1 or more.")
    .default(4096),
  EMAIL_FROM: z
    .email("EMAIL_FROM is not an e-mail address. Set it to one like genie@example.com.")
    .optional(),
  EMAIL_SMTP_HOST: z
    .string()
    .regex(
      /^[^\s:/]+$/,
      "EMAIL_SMTP_HOST is not the name of a mail server. Set it to one like smtp.example.com, without a port.",
    )
    .optional(),
  EMAIL_SMTP_PORT: port("EMAIL_SMTP_PORT"),
  EMAIL_SMTP_SECURE: z
    .enum(["true", "false"], {
      error: "EMAIL_SMTP_SECURE is unknown. Set it to true for TLS from the start, or to false.",
    })
    .default("false"),
  EMAIL_SMTP_USER: z.string().optional(),
  EMAIL_SMTP_PASSWORD: z.string().optional(),
  BACKUP_RECIPIENTS: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ""))
    .refine(
      (keys) => keys.every((key) => /^age1[a-z0-9]+$/.test(key)),
      "BACKUP_RECIPIENTS holds something that is no public key of age. Set it to what `npm run genie -- backup key <file>` prints, several with commas between them.",
    ),
  BACKUP_DIR: z.string().optional(),
  CHROMIUM_PATH: file("CHROMIUM_PATH"),
  FFMPEG_PATH: file("FFMPEG_PATH"),
});
export type Settings = z.infer<typeof Settings> & { GENIE_DATA_DIR: string };

/** The names that the settings read; the services get them by need, not with the rest of the environment. */
export const settingNames: readonly string[] = Object.keys(Settings.shape);

/** Where the data is kept: all that stopping and resetting need to know. */
export function dataFolder(env: Env, root: string): string {
  return resolve(root, env["GENIE_DATA_DIR"] || ".data");
}

/** Reads and checks all settings; throws `misconfigured` with a sentence for every problem at once. */
export function parseSettings(env: Env, root: string): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = Settings.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  problems.push(
    ...sharedPorts(parsed.data),
    ...unequalOrigins(parsed.data),
    ...queueProblems(parsed.data),
    ...instanceProblems(parsed.data),
    ...modelProblems(parsed.data),
    ...mailProblems(parsed.data),
    ...storageProblems(parsed.data),
  );
  if (!parsed.success || problems.length > 0) throw misconfigured(...new Set(problems));
  return { ...parsed.data, GENIE_DATA_DIR: dataFolder(env, root) };
}

function sharedPorts(settings: z.infer<typeof Settings> | undefined): string[] {
  const seen = new Map<number, string>();
  const problems: string[] = [];
  for (const name of portNames.map(portVariable)) {
    const port = settings?.[name];
    if (port === undefined) continue;
    const other = seen.get(port);
    if (other !== undefined) {
      problems.push(`${other} and ${name} are both ${port}. Give each a port of its own.`);
    }
    seen.set(port, name);
  }
  return problems;
}

function unequalOrigins(settings: z.infer<typeof Settings> | undefined): string[] {
  const { DASHBOARD_URL: dashboard, PUBLIC_URL: directus } = settings ?? {};
  if (dashboard === undefined || directus === undefined) return [];
  return directus === `${dashboard}/api/directus`
    ? []
    : [
        "PUBLIC_URL and DASHBOARD_URL do not fit. Set PUBLIC_URL to DASHBOARD_URL followed by /api/directus.",
      ];
}

function queueProblems(settings: z.infer<typeof Settings> | undefined): string[] {
  const { DATABASE_URL: app, QUEUES_DATABASE_URL: queues, REDIS_URL: redis } = settings ?? {};
  if (redis !== undefined && queues !== undefined) {
    return [
      "REDIS_URL and QUEUES_DATABASE_URL are both set, and the queues live in one of them. Remove the other.",
    ];
  }
  if (app === undefined || redis !== undefined) return [];
  if (queues === undefined) {
    return [
      "DATABASE_URL is set, but nothing says where the queues live. Set QUEUES_DATABASE_URL to another database with a user of its own, or REDIS_URL: whoever works on the queues must not be able to open the application's tables.",
    ];
  }
  return isSameDatabase(app, queues)
    ? [
        "QUEUES_DATABASE_URL names the database of DATABASE_URL. Set it to a database of its own: whoever works on the queues must not be able to open the application's tables.",
      ]
    : [];
}

function instanceProblems(settings: z.infer<typeof Settings> | undefined): string[] {
  const { DIRECTUS_INSTANCES: count = 1, REDIS_URL: redis, DIRECTUS_URL: url } = settings ?? {};
  if (count === 1) return [];
  const problems: string[] = [];
  if (redis === undefined) {
    problems.push(
      `DIRECTUS_INSTANCES is ${count}, and several Directus need a Redis to agree on what has changed. Set REDIS_URL, or start one alone.`,
    );
  }
  if (url === undefined) {
    problems.push(
      `DIRECTUS_INSTANCES is ${count}, but nothing says where the other services find them. Set DIRECTUS_URL to what divides requests among them, such as http://127.0.0.1:8050 of deploy/nginx/genie-directus.conf.`,
    );
  }
  return problems;
}

function modelProblems(settings: z.infer<typeof Settings> | undefined): string[] {
  const { LLM_BASE_URL: address, LLM_MODEL: model, LLM_API_KEY: key } = settings ?? {};
  const isWhole = address !== undefined && model !== undefined;
  if (isWhole || (address ?? model ?? key) === undefined) return [];
  return [
    "A language model needs an address and a name. Set both LLM_BASE_URL and LLM_MODEL, or remove all settings that begin with LLM_.",
  ];
}

function storageProblems(settings: z.infer<typeof Settings> | undefined): string[] {
  const { STORAGE_S3_BUCKET: bucket, STORAGE_S3_ENDPOINT: endpoint } = settings ?? {};
  const {
    STORAGE_S3_KEY: key,
    STORAGE_S3_SECRET: secret,
    STORAGE_S3_REGION: region,
  } = settings ?? {};
  const problems: string[] = [];
  if (bucket === undefined && [endpoint, key, secret, region].some((said) => said !== undefined)) {
    problems.push(
      "There are settings for a bucket, but none is named. Set STORAGE_S3_BUCKET, or remove the others that begin with STORAGE_S3.",
    );
  }
  if (bucket !== undefined && region === undefined) {
    problems.push(
      "STORAGE_S3_BUCKET is set, but not where it is. Set STORAGE_S3_REGION; servers that have no regions take us-east-1.",
    );
  }
  if ((key === undefined) !== (secret === undefined)) {
    problems.push("STORAGE_S3_KEY and STORAGE_S3_SECRET belong together. Set both, or neither.");
  }
  return problems;
}

function mailProblems(settings: z.infer<typeof Settings> | undefined): string[] {
  const { EMAIL_FROM: from, EMAIL_SMTP_HOST: host } = settings ?? {};
  const { EMAIL_SMTP_USER: user, EMAIL_SMTP_PASSWORD: password } = settings ?? {};
  const { EMAIL_SMTP_PORT: port, EMAIL_SMTP_SECURE: secure } = settings ?? {};
  const { DASHBOARD_URL: dashboard, MAILBOX: mailbox } = settings ?? {};
  const problems: string[] = [];
  if (mailbox === "true" && host !== undefined) {
    problems.push(
      "MAILBOX is true and EMAIL_SMTP_HOST is set, and letters go to one of them. Remove MAILBOX to send them, or EMAIL_SMTP_HOST to keep them here.",
    );
  }
  if (mailbox === "true" && dashboard?.startsWith("https:")) {
    problems.push(
      "MAILBOX is true, and DASHBOARD_URL is one that others use. The mailbox delivers nothing and is for development: set EMAIL_SMTP_HOST instead.",
    );
  }
  if ((port === 465 && secure === "false") || (port === 587 && secure === "true")) {
    problems.push(
      "EMAIL_SMTP_PORT and EMAIL_SMTP_SECURE don't fit. Set EMAIL_SMTP_SECURE to true for port 465, to false for port 587.",
    );
  }
  if (host !== undefined && from === undefined) {
    problems.push(
      "EMAIL_SMTP_HOST is set, but nothing says who the letters are from. Set EMAIL_FROM to an address that the server may send for.",
    );
  }
  if (host === undefined && (from ?? user ?? password) !== undefined) {
    problems.push(
      "There are settings for e-mail, but no server to send it. Set EMAIL_SMTP_HOST, or remove EMAIL_FROM, EMAIL_SMTP_USER and EMAIL_SMTP_PASSWORD.",
    );
  }
  if ((user === undefined) !== (password === undefined)) {
    problems.push("EMAIL_SMTP_USER and EMAIL_SMTP_PASSWORD belong together. Set both, or neither.");
  }
  return problems;
}

function isSameDatabase(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => {
    const { hostname, port, pathname } = new URL(text);
    return `${hostname}:${port || 5432}${pathname}`;
  });
  return a === b;
}

function isNetwork(entry: string): boolean {
  const [address = "", prefix, ...rest] = entry.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
  );
}
