/** Settings of the installation around us that a stack of the benchmark must not use. */
const settingsOfOthers = [
  "DATABASE_URL",
  "QUEUES_DATABASE_URL",
  "REDIS_URL",
  "DASHBOARD_PORT",
  "DIRECTUS_PORT",
  "POSTGRES_PORT",
  "BROWSER_PORT",
  "WORKER_PORT",
  "DASHBOARD_URL",
  "PUBLIC_URL",
];

/** What a stack of the benchmark inherits. An empty value also overrides the one in `.env`. */
export function stackEnv(dataDir: string): NodeJS.ProcessEnv {
  const emptied = Object.fromEntries(settingsOfOthers.map((name) => [name, ""]));
  // oxlint-disable-next-line node/no-process-env
  return { ...process.env, ...emptied, GENIE_DATA_DIR: dataDir };
}
