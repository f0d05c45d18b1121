import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { PDS } from "@atproto/pds";
import plc from "@did-plc/server";
import { sessionEnder } from "./session-ender.js";

// A Bluesky server (a "personal data server") with a directory of identities in memory, for tests.
const {
  BLUESKY_SERVER_PORT,
  BLUESKY_SERVER_URL,
  BLUESKY_SERVER_DATA_DIR,
  BLUESKY_SERVER_ADMIN_TOKEN: adminToken,
  // oxlint-disable-next-line node/no-process-env
} = process.env;
const jwtSecret = randomBytes(24).toString("hex");
const port = Number(BLUESKY_SERVER_PORT);
const publicUrl = new URL(BLUESKY_SERVER_URL);
const folder = BLUESKY_SERVER_DATA_DIR;
mkdirSync(folder, { recursive: true });

const directoryPort = await freePort();
const directory = plc.PlcServer.create({ db: plc.Database.mock(), port: directoryPort });
onLoopback(directory.app, directoryPort, directory.app);
await directory.start();

const server = await PDS.fromEnv({
  devMode: true,
  // What it says of itself: the address by which it is reached, which may be a proxy's.
  hostname: publicUrl.hostname,
  port: Number(publicUrl.port),
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, "blobs"),
  blobstoreDiskTmpLocation: join(folder, "blobs-tmp"),
  didPlcUrl: `http://127.0.0.1:${directoryPort}`,
  serviceHandleDomains: [".test"],
  inviteRequired: false,
  disableSsrfProtection: true,
  adminPassword: randomBytes(24).toString("hex"),
  jwtSecret,
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString("hex"),
  // There is nobody there: what needs more than this server is refused.
  bskyAppViewUrl: "http://127.0.0.1:9",
  bskyAppViewDid: "did:example:none",
  modServiceUrl: "http://127.0.0.1:9",
  modServiceDid: "did:example:none",
  blobUploadLimit: 5 * 1024 * 1024,
});
onLoopback(server.app, port, sessionEnder(server.app, { adminToken, jwtSecret }));
await server.start();
process.stdout.write(`${JSON.stringify({ port, msg: "Bluesky server listening" })}\n`);

for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => {
    void Promise.all([server.destroy(), directory.destroy()]).finally(() => process.exit(0));
  });
}

/** Both would listen on all interfaces. */
function onLoopback(app, ownPort, handle) {
  app.listen = () => createServer(handle).listen(ownPort, "127.0.0.1");
}

function freePort() {
  const { promise, resolve } = Promise.withResolvers();
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
  return promise;
}
