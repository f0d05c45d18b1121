// All services under pm2: `node deploy/prepare.mjs`, then `pm2 start deploy/pm2/ecosystem.config.cjs`.
// Each reads the one .env by itself (GENIE_ENV_FILE names another), so pm2 never sees a key.
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..", "..");
const brought = path.join(root, ".tools", "node_modules", ".bin", "node");
const interpreter =
  process.versions.node.split(".")[0] === "24" || !existsSync(brought) ? process.execPath : brought;

/** How many of a service .env wants; only these numbers are read from it. */
// oxlint-disable-next-line node/no-process-env -- pm2 runs this file by itself
const envFile = process.env.GENIE_ENV_FILE || path.join(root, ".env");
const settings = existsSync(envFile) ? readFileSync(envFile, "utf8") : "";
const count = (variable) =>
  Number(
    // oxlint-disable-next-line node/no-process-env -- as above
    process.env[variable] || new RegExp(`^${variable}=["']?(\\d+)`, "m").exec(settings)?.[1] || 1,
  );

/** `stopMs`: what it may take to end what it is at, a post that is being sent for example. */
const services = (name, stopMs, instances = 1) =>
  Array.from({ length: instances }, (_none, index) => ({
    name: index === 0 ? name : `${name}-${index + 1}`,
    script: path.join(root, "deploy", "serve.mjs"),
    args: [index === 0 ? name : `${name}-${index + 1}`],
    cwd: root,
    interpreter,
    kill_timeout: stopMs,
    exp_backoff_restart_delay: 500,
    merge_logs: true,
  }));

module.exports = {
  apps: [
    ...services("agentx-cms", 20_000, count("DIRECTUS_INSTANCES")),
    ...services("dashboard", 20_000, count("DASHBOARD_INSTANCES")),
    ...services("browser", 20_000, count("BROWSER_INSTANCES")),
    ...services("mcp", 20_000),
    ...services("worker", 60_000, count("WORKER_INSTANCES")),
  ],
};
