import { messageForPeople } from "@genie/errors";
import { createLogger } from "@genie/logger";
import { readEnv } from "./env.ts";
import { startMailbox } from "./start-mailbox.ts";

try {
  const env = readEnv();
  const log = createLogger({ service: "mailbox" });
  const { url, smtpPort, close } = await startMailbox({
    port: env.MAILBOX_PORT,
    smtpPort: env.MAILBOX_SMTP_PORT,
    log,
  });
  log.info({ url, smtpPort }, "mailbox listening");

  const stop = () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  process.stderr.write(`${messageForPeople(error)}\n`);
  process.exit(1);
}
