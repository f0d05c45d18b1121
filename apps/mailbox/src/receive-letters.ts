import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { callbackify } from "node:util";
import type { Logger } from "@genie/logger";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { LetterStore } from "./letter-store.ts";

const mostBytes = 10 * 1024 * 1024;

/** An SMTP server that keeps what it is sent, whoever signs in; it listens nowhere yet. */
export function receiveLetters(letters: LetterStore, log: Logger): SMTPServer {
  const keep = callbackify(async (stream: Readable, to: string[]) => {
    const { from, subject = "", text = "", html } = await simpleParser(stream);
    letters.add({
      id: randomUUID(),
      receivedAt: new Date().toISOString(),
      from: from?.text ?? "",
      to,
      subject,
      text,
      html: html === false ? null : (html ?? null),
    });
    log.info("letter received");
  });
  return new SMTPServer({
    banner: "Genie Helper's mailbox: nothing is delivered",
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    size: mostBytes,
    logger: false,
    onAuth: ({ username = "" }, _session, done) => done(null, { user: username }),
    onData: (stream, { envelope }, done) =>
      keep(
        stream,
        envelope.rcptTo.map(({ address }) => address.toLowerCase()),
        done,
      ),
  });
}
