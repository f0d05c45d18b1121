import { readEnv } from "./env.ts";
import { startMastodonDouble } from "./start-mastodon-double.ts";

try {
  const env = readEnv();
  const double = await startMastodonDouble({
    port: env.MASTODON_DOUBLE_PORT,
    adminToken: env.MASTODON_DOUBLE_ADMIN_TOKEN,
    publicUrl: env.MASTODON_DOUBLE_URL,
  });
  process.stdout.write(
    `${JSON.stringify({ url: double.url, msg: "double of Mastodon listening" })}\n`,
  );
  const stop = () => void double.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
