import type { ServiceContext } from "../stack-context.ts";

/** How the application reaches its database. */
export type DatabaseLogin = {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  sslMode: string | null;
};

/** The application's log-in to the built-in database, or to that of DATABASE_URL. */
export function databaseLogin({
  settings,
  secrets,
  ports,
}: Pick<ServiceContext, "ports" | "secrets" | "settings">): DatabaseLogin {
  if (settings.DATABASE_URL !== undefined) return loginOf(new URL(settings.DATABASE_URL));
  return {
    host: "127.0.0.1",
    port: ports.postgres,
    database: "genie",
    user: "genie",
    password: secrets.DATABASE_PASSWORD,
    sslMode: null,
  };
}

/** The application's database, with the password. */
export function databaseUrl({
  settings,
  secrets,
  ports,
}: Pick<ServiceContext, "ports" | "secrets" | "settings">): string {
  const password = encodeURIComponent(secrets.DATABASE_PASSWORD);
  return (
    settings.DATABASE_URL ?? `postgresql://genie:${password}@127.0.0.1:${ports.postgres}/genie`
  );
}

/** The address of the database without the password, for run.json. */
export function databaseAddress({ user, host, port, database }: DatabaseLogin): string {
  return `postgresql://${encodeURIComponent(user)}@${host}:${port}/${encodeURIComponent(database)}`;
}

/** What an address of a database says. */
export function loginOf(url: URL): DatabaseLogin {
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    sslMode: url.searchParams.get("sslmode"),
  };
}
