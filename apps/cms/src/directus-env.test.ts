import { describe, expect, it } from "vitest";
import { directusEnv } from "./directus-env.ts";
import { Env } from "./env.ts";
import { variables, variablesFor } from "./testing/variables.ts";

describe("directusEnv", () => {
  it("ends what stands still, and nothing that goes on for long", () => {
    const { SERVER_REQUEST_TIMEOUT: whole, SERVER_TIMEOUT: idle } = directusEnv(
      variables("http://localhost:3100"),
    );
    // The dashboard's server and nginx wait for 600 and 620 seconds in which nothing moves.
    expect([whole, Number(idle)]).toEqual(["0", 620_000]);
  });

  it("closes what is open by default and has an advisory or was a way in", () => {
    expect(directusEnv(variables("http://localhost:3100"))).toMatchObject({
      EXTENSIONS_MUST_LOAD: "true",
      WEBSOCKETS_ENABLED: "false",
      TUS_ENABLED: "false",
      MCP_ENABLED: "false",
      AI_ENABLED: "false",
      CORS_ENABLED: "false",
      GRAPHQL_INTROSPECTION: "false",
      TELEMETRY: "false",
      FLOWS_ENV_ALLOW_LIST: "false",
    });
  });

  it("uses no Redis where it is alone, nor splits the address of the queues'", () => {
    const env = { ...variables("http://localhost:3100"), REDIS_URL: "redis://:a,b@127.0.0.1" };
    const alone = directusEnv(env);
    expect(alone).toMatchObject({
      REDIS_ENABLED: "false",
      REDIS_URL: "string:redis://:a,b@127.0.0.1",
    });
    expect(alone).not.toHaveProperty("SYNCHRONIZATION_STORE");
    expect(directusEnv(variables("http://localhost:3100"))).not.toHaveProperty("REDIS_URL");
  });

  it("agrees with others by Redis where there are several, and caches no data then either", () => {
    const given = { ...variablesFor("http://localhost:3100"), DIRECTUS_INSTANCES: "2" };
    const env = Env.parse({ ...given, REDIS_URL: "redis://:a,b@127.0.0.1" });
    expect(directusEnv(env)).toMatchObject({
      REDIS_ENABLED: "true",
      REDIS: "string:redis://:a,b@127.0.0.1",
      SYNCHRONIZATION_STORE: "redis",
      CACHE_STORE: "redis",
      CACHE_ENABLED: "false",
    });
    expect(Env.safeParse(given).error?.issues[0]?.message).toMatch(
      /^is more than 1, .*Set REDIS_URL/,
    );
  });

  it("has connections for requests beside those that readings keep", () => {
    expect(directusEnv(variables("http://localhost:3100"))).toMatchObject({ DB_POOL__MAX: "13" });
    const given = variablesFor("http://localhost:3100");
    const env = Env.parse({ ...given, BROWSER_URL: "http://127.0.0.1:3002,http://127.0.0.1:3012" });
    expect(directusEnv(env)).toMatchObject({ DB_POOL__MAX: "16" });
  });

  it("sends mail to the server that is set, and knows no other way to send any", () => {
    const none = directusEnv(variables("http://localhost:3100"));
    expect(none).toMatchObject({ EMAIL_TRANSPORT: "smtp" });
    expect(none).not.toHaveProperty("EMAIL_SMTP_HOST");
    const server = {
      EMAIL_FROM: "genie@example.com",
      EMAIL_SMTP_HOST: "smtp.example.com",
      EMAIL_SMTP_USER: "genie",
      EMAIL_SMTP_PASSWORD: "a,b",
    };
    expect(directusEnv({ ...variables("http://localhost:3100"), ...server })).toMatchObject({
      EMAIL_TRANSPORT: "smtp",
      EMAIL_FROM: "genie@example.com",
      EMAIL_SMTP_HOST: "string:smtp.example.com",
      EMAIL_SMTP_PORT: "587",
      EMAIL_SMTP_SECURE: "false",
      EMAIL_SMTP_USER: "string:genie",
      EMAIL_SMTP_PASSWORD: "string:a,b",
    });
  });

  it("keeps files in the folder, or in a bucket from when one is set", () => {
    const folder = directusEnv(variables("http://localhost:3100"));
    expect(folder).toMatchObject({ STORAGE_LOCATIONS: "local", STORAGE_LOCAL_ROOT: "/uploads" });
    expect(Object.keys(folder).filter((name) => name.startsWith("STORAGE_S3"))).toEqual([]);
    const bucket = {
      STORAGE_S3_BUCKET: "genie",
      STORAGE_S3_ENDPOINT: "http://127.0.0.1:9000",
      STORAGE_S3_REGION: "eu-central-1",
      STORAGE_S3_KEY: "0123",
      STORAGE_S3_SECRET: "a,b",
      STORAGE_S3_FORCE_PATH_STYLE: "true" as const,
    };
    expect(directusEnv({ ...variables("http://localhost:3100"), ...bucket })).toMatchObject({
      STORAGE_LOCATIONS: "s3,local",
      STORAGE_LOCAL_ROOT: "/uploads",
      STORAGE_S3_DRIVER: "s3",
      STORAGE_S3_BUCKET: "string:genie",
      STORAGE_S3_ENDPOINT: "string:http://127.0.0.1:9000",
      STORAGE_S3_REGION: "string:eu-central-1",
      STORAGE_S3_KEY: "string:0123",
      STORAGE_S3_SECRET: "string:a,b",
      STORAGE_S3_FORCE_PATH_STYLE: "true",
      // Or what was cut off would leave other parts in the bucket than Directus counts.
      TUS_CHUNK_SIZE: "5mb",
    });
  });

  it("sends cookies over https only, where there is https", () => {
    expect(directusEnv(variables("https://genie.example"))).toMatchObject({
      SESSION_COOKIE_SECURE: "true",
      SESSION_COOKIE_NAME: "__Host-genie_session",
      REFRESH_TOKEN_COOKIE_SECURE: "true",
      HSTS_ENABLED: "true",
    });
    expect(directusEnv(variables("http://localhost:3100"))).toMatchObject({
      SESSION_COOKIE_SECURE: "false",
      SESSION_COOKIE_NAME: "directus_session_token",
      HSTS_ENABLED: "false",
    });
  });

  it("hands Directus neither the tokens of services nor the sealing keys under other names", () => {
    const text = JSON.stringify(directusEnv(variables("http://localhost:3100")));
    for (const letter of ["a", "w", "p", "r", "i"]) expect(text).not.toContain(letter.repeat(32));
  });
});
