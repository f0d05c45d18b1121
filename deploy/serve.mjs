// One service by name, for pm2, systemd and containers: node deploy/serve.mjs worker. Needs Node 24.
await import("../tooling/stack/src/serve.ts");
