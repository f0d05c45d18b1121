// All services under pm2: `node deploy/prepare.mjs`, then `pm2 start deploy/pm2/ecosystem.config.cjs`.
// Each reads the one .env by itself (GENIE_ENV_FILE names another), so pm2 never sees a key.
const { existsSync } = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..", "..");
const brought = path.join(root, ".tools", "node_modules", ".bin", "node");
const interpreter =
  process.versions.node.split(".")[0] === "24" || !existsSync(brought) ? process.execPath : brought;

/** `stopMs`: what it may take to end what it is at, a post that is being sent for example. */
const service = (name, stopMs) => ({
  name,
  script: path.join(root, "deploy", "serve.mjs"),
  args: [name],
  cwd: root,
  interpreter,
  kill_timeout: stopMs,
  exp_backoff_restart_delay: 500,
  merge_logs: true,
});

module.exports = {
  apps: [
    service("agentx-cms", 20_000),
    service("dashboard", 20_000),
    service("browser", 20_000),
    service("mcp", 20_000),
    service("worker", 60_000),
  ],
};
