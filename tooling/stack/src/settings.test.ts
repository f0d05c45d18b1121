import { describe, expect, it } from "vitest";
import { dataFolder, parseSettings } from "./settings.ts";

describe("parseSettings", () => {
  it("needs no setting at all", () => {
    expect(parseSettings({}, "/srv/genie")).toMatchObject({
      GENIE_DATA_DIR: "/srv/genie/.data",
      DASHBOARD_HOST: "127.0.0.1",
      REGISTRATION: "open",
      TRUSTED_PROXIES: "",
    });
  });

  it("takes an empty setting for one that is not there", () => {
    const settings = parseSettings({ DATABASE_URL: "", DASHBOARD_PORT: "" }, "/srv/genie");
    expect(settings.DATABASE_URL).toBeUndefined();
    expect(settings.DASHBOARD_PORT).toBeUndefined();
  });

  it.each([
    [{ DASHBOARD_PORT: "http" }, /^DASHBOARD_PORT is not a port\. Set it to/],
    [{ DIRECTUS_PORT: "0" }, /^DIRECTUS_PORT is not a port/],
    [{ POSTGRES_PORT: "65536" }, /^POSTGRES_PORT is not a port/],
    [{ DASHBOARD_PORT: "4000", DIRECTUS_PORT: "4000" }, /DIRECTUS_PORT are both 4000\. Give each/],
    [{ DASHBOARD_URL: "genie.example.com" }, /^DASHBOARD_URL is not a web address\. Set it to/],
    [{ DASHBOARD_URL: "https://genie.example.com/" }, /without a slash at the end/],
    [{ DASHBOARD_URL: "ftp://genie.example.com" }, /^DASHBOARD_URL is not a web address/],
    [
      { PUBLIC_URL: "https://genie.example.com" },
      /^PUBLIC_URL is not a web address.*\/api\/directus/,
    ],
    [
      { PUBLIC_URL: "https://a.example/api/directus", DASHBOARD_URL: "https://b.example" },
      /^PUBLIC_URL and DASHBOARD_URL do not fit/,
    ],
    [{ DATABASE_URL: "localhost:5432" }, /^DATABASE_URL is not a connection address/],
    [{ DATABASE_URL: "mysql://u:p@db/genie" }, /^DATABASE_URL is not a connection address/],
    [{ DATABASE_URL: "postgresql://u:p@db" }, /^DATABASE_URL names no database/],
    [
      { DATABASE_URL: "postgresql://u:p@db/genie" },
      /^DATABASE_URL is set, but nothing says where the queues live\. Set QUEUES_DATABASE_URL to another database .* or REDIS_URL: whoever/,
    ],
    [
      {
        DATABASE_URL: "postgresql://u:p@db/genie",
        QUEUES_DATABASE_URL: "postgresql://q:p@db:5432/genie",
      },
      /^QUEUES_DATABASE_URL names the database of DATABASE_URL\. Set it to a database of its own/,
    ],
    [
      { REDIS_URL: "redis://redis", QUEUES_DATABASE_URL: "postgresql://q:p@db/queues" },
      /^REDIS_URL and QUEUES_DATABASE_URL are both set.* Remove the other/,
    ],
    [{ QUEUES_DATABASE_URL: "postgresql://q:p@db" }, /^QUEUES_DATABASE_URL names no database/],
    [{ SWEEP_INTERVAL_MS: "soon" }, /^SWEEP_INTERVAL_MS is not a span of time\. Set it to/],
    [{ SWEEP_INTERVAL_MS: "20" }, /^SWEEP_INTERVAL_MS is not a span of time/],
    [{ LLM_BASE_URL: "ollama", LLM_MODEL: "m" }, /^LLM_BASE_URL is not a web address\. Set it to/],
    [{ LLM_BASE_URL: "http://a.example/v1" }, /^A language model needs an address and a name/],
    [{ LLM_API_KEY: "k" }, /^A language model needs an address and a name\. Set both/],
    [{ BROWSER_PORT: "x" }, /^BROWSER_PORT is not a port/],
    [
      { BROWSER_URL: "http://127.0.0.1:3002,browser-2" },
      /^BROWSER_URL holds something that is no web address\. Set it to those of all browser/,
    ],
    [{ SANDBOX_URL: "sandbox" }, /^SANDBOX_URL is not a web address/],
    [{ WORKER_PORT: "4000", SANDBOX_PORT: "4000" }, /^WORKER_PORT and SANDBOX_PORT are both 4000/],
    [{ REDIS_URL: "http://127.0.0.1:6379" }, /^REDIS_URL is not a connection address/],
    [{ REGISTRATION: "maybe" }, /^REGISTRATION is unknown\. Set it to open or closed/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL is unknown\. Set it to/],
    [{ DASHBOARD_HOST: "my-host" }, /^DASHBOARD_HOST is not an address/],
    [{ TRUSTED_PROXIES: "10.0.0.1, proxy" }, /^TRUSTED_PROXIES holds something/],
    [{ TRUSTED_PROXIES: "10.0.0.0/33" }, /^TRUSTED_PROXIES holds something/],
    [{ EMAIL_SMTP_HOST: "smtp://mail:25" }, /^EMAIL_SMTP_HOST is not the name of a mail server/],
    [{ EMAIL_SMTP_HOST: "mail" }, /^EMAIL_SMTP_HOST is set, but nothing says who the letters are/],
    [{ EMAIL_FROM: "genie@example.com" }, /^There are settings for e-mail, but no server/],
    [{ EMAIL_FROM: "genie" }, /^EMAIL_FROM is not an e-mail address/],
    [{ EMAIL_SMTP_SECURE: "yes" }, /^EMAIL_SMTP_SECURE is unknown\. Set it to true/],
    [
      { EMAIL_SMTP_HOST: "mail", EMAIL_FROM: "genie@example.com", EMAIL_SMTP_USER: "genie" },
      /^EMAIL_SMTP_USER and EMAIL_SMTP_PASSWORD belong together/,
    ],
    [{ STORAGE_S3_KEY: "a", STORAGE_S3_SECRET: "b" }, /^There are settings for a bucket, but none/],
    [{ STORAGE_S3_BUCKET: "genie" }, /^STORAGE_S3_BUCKET is set, but not where it is/],
    [
      { STORAGE_S3_BUCKET: "genie", STORAGE_S3_REGION: "us-east-1", STORAGE_S3_KEY: "a" },
      /^STORAGE_S3_KEY and STORAGE_S3_SECRET belong together/,
    ],
    [{ STORAGE_S3_ENDPOINT: "s3.example.com" }, /^STORAGE_S3_ENDPOINT is not a web address/],
    [{ UPLOAD_MAX_MB: "a lot" }, /^UPLOAD_MAX_MB is not a number/],
    [{ CHROMIUM_PATH: "/nowhere/chromium" }, /^CHROMIUM_PATH names a file that does not exist/],
  ])("says what is wrong with %j and what to do", (env, sentence) => {
    expect(() => parseSettings(env, "/srv/genie")).toThrow(sentence);
  });

  it("says all that is wrong at once, one line a problem", () => {
    const env = { DASHBOARD_PORT: "x", REGISTRATION: "maybe", PUBLIC_URL: "y" };
    expect(() => parseSettings(env, "/srv/genie")).toThrow(
      /^DASHBOARD_PORT .*\n.*PUBLIC_URL .*\n.*REGISTRATION /,
    );
  });

  it("never repeats the address of the database", () => {
    const env = { DATABASE_URL: "mysql://u:hunter2@db/genie" };
    expect(() => parseSettings(env, "/srv/genie")).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("hunter2") }),
    );
  });

  it.each([
    { DATABASE_URL: "postgresql://u:p@db/genie", REDIS_URL: "redis://redis" },
    {
      DATABASE_URL: "postgresql://u:p@db/genie",
      QUEUES_DATABASE_URL: "postgresql://q:p@db/genie_queues",
    },
    { QUEUES_DATABASE_URL: "postgresql://q:p@db/genie" },
  ])("takes %j for the database and the queues", (env) => {
    expect(parseSettings(env, "/srv/genie")).toMatchObject(env);
  });

  it("takes addresses and networks as proxies", () => {
    const { TRUSTED_PROXIES } = parseSettings({ TRUSTED_PROXIES: "10.0.0.1, fd00::/8" }, "/srv");
    expect(TRUSTED_PROXIES).toBe("10.0.0.1, fd00::/8");
  });
});

describe("dataFolder", () => {
  it("is seen from the repository", () => {
    expect(dataFolder({ GENIE_DATA_DIR: "elsewhere" }, "/srv/genie")).toBe("/srv/genie/elsewhere");
    expect(dataFolder({ GENIE_DATA_DIR: "/var/genie" }, "/srv/genie")).toBe("/var/genie");
  });
});
