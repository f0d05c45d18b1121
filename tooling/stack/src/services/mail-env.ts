import type { ServiceContext } from "../stack-context.ts";

/** Where letters go: to the operator's server, or to the mailbox where one runs. None is none. */
export function mailEnv({
  addresses,
  ports,
  settings,
}: Pick<ServiceContext, "addresses" | "ports" | "settings">): Record<string, string> {
  const { EMAIL_SMTP_HOST: host, EMAIL_FROM: from, EMAIL_SMTP_PORT: port } = settings;
  if (host === undefined) {
    if (addresses.mailbox === null) return {};
    return {
      EMAIL_SMTP_HOST: "127.0.0.1",
      EMAIL_SMTP_PORT: String(ports.mailbox_smtp),
      EMAIL_SMTP_SECURE: "false",
      EMAIL_FROM: "genie@example.com",
    };
  }
  return {
    EMAIL_SMTP_HOST: host,
    EMAIL_SMTP_SECURE: settings.EMAIL_SMTP_SECURE,
    ...(from !== undefined && { EMAIL_FROM: from }),
    ...(port !== undefined && { EMAIL_SMTP_PORT: String(port) }),
    ...(settings.EMAIL_SMTP_USER !== undefined && { EMAIL_SMTP_USER: settings.EMAIL_SMTP_USER }),
    ...(settings.EMAIL_SMTP_PASSWORD !== undefined && {
      EMAIL_SMTP_PASSWORD: settings.EMAIL_SMTP_PASSWORD,
    }),
  };
}
