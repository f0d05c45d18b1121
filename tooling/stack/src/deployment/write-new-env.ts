import { closeSync, existsSync, fsyncSync, openSync, writeSync } from "node:fs";
import { isSystemError, misconfigured } from "../misconfigured.ts";
import { dataPaths } from "../paths.ts";
import { checkSecrets, freshSecrets, type Secrets } from "../secrets.ts";
import { dataFolder, parseSettings } from "../settings.ts";

type Wanted = {
  /** What people open, such as `https://genie.example.com`. */
  origin: string;
  /** Of the first administrator. */
  email: string;
  /** The checkout, whose installation may have keys already. */
  root: string;
};

/**
 * Writes the `.env` of a server, with fresh keys. Throws `misconfigured` and leaves everything as it is when
 * the file is there, or when the checkout has an installation: new keys would lock its owner out.
 */
export function writeNewEnv(path: string, { origin, email, root }: Wanted): void {
  const keys = dataPaths(dataFolder({}, root)).secrets;
  if (existsSync(keys)) {
    throw misconfigured(
      `There is an installation with keys of its own, in ${keys}. They stay in force, so there is nothing to make: write DASHBOARD_URL and TRUSTED_PROXIES into .env by hand. Nothing was changed.`,
    );
  }
  const secrets = { ...freshSecrets(), ADMIN_EMAIL: email };
  const settings = {
    DASHBOARD_URL: origin,
    TRUSTED_PROXIES: "127.0.0.1",
    DATABASE_URL: database("genie", secrets.DATABASE_PASSWORD),
    QUEUES_DATABASE_URL: database("genie_queues", secrets.QUEUES_DATABASE_PASSWORD),
  };
  parseSettings(settings, root);
  writeNew(path, textOf(settings, checkSecrets(secrets)));
}

const database = (user: string, password: string) =>
  `postgresql://${user}:${password}@127.0.0.1:5432/${user}`;

const textOf = (settings: Record<string, string>, secrets: Secrets) =>
  [
    "# Made by deploy/make-env.mjs. Keep a copy where nobody else can read it: without SEALING_KEYS no stored",
    "# login can be opened. Each name is explained in deploy/environment.md.",
    ...linesOf(settings),
    "",
    ...linesOf(secrets),
    "",
  ].join("\n");

/** Without quotes, which Docker's own reader of such files would take for a part of the value. */
const linesOf = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => `${name}=${value}`);

function writeNew(path: string, text: string): void {
  try {
    const file = openSync(path, "wx", 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!isSystemError(error, "EEXIST")) throw error;
    throw misconfigured(
      `${path} is there already, and its keys may be in use. Nothing was changed. Move it away if you are sure that you need new ones.`,
    );
  }
}
