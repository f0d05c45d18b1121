/** What the stack inherits, without the services of another installation. */
export function stackEnv(dataDir: string): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...inherited } = process.env;
  return { ...inherited, GENIE_DATA_DIR: dataDir };
}
