import { expect, it } from "vitest";
import { letters } from "./letters.ts";
import { inBackground, sendLetter } from "./send-letter.ts";

const words = letters.addressTaken();

/** What a sending needs of Directus, with a mail server that answers so. */
function mailServer(send: () => Promise<unknown>, getSchema = () => Promise.resolve({})) {
  const MailService = class {
    send = send;
  };
  return { services: { MailService }, getSchema } as unknown as Parameters<typeof sendLetter>[0];
}

function logged(work: () => Promise<void>): Promise<unknown> {
  return new Promise((resolve) => {
    const warn = (...line: unknown[]) => resolve(line);
    inBackground({ logger: { info: () => undefined, warn } }, work);
  });
}

it("the mail server is blamed for what it refuses", async () => {
  const refusing = mailServer(() =>
    Promise.reject(Object.assign(new Error("no"), { code: "EAUTH" })),
  );
  const sentence = /The mail server does not take the log-in/;
  await expect(sendLetter(refusing, "a@example.com", words)).rejects.toMatchObject({
    code: "LETTER_NOT_SENT",
    message: expect.stringMatching(sentence),
  });
  expect(await logged(() => sendLetter(refusing, "a@example.com", words))).toEqual([
    { reason: expect.stringMatching(sentence) },
    "a letter about an account did not go out",
  ]);
});

it("the mail server is not blamed for what happens before it is asked", async () => {
  const broken = mailServer(
    () => Promise.resolve(),
    () => Promise.reject(new Error("the database is away")),
  );
  await expect(sendLetter(broken, "a@example.com", words)).rejects.toThrow("the database is away");
  expect(await logged(() => sendLetter(broken, "a@example.com", words))).toEqual([
    { reason: "the database is away" },
    "a letter about an account could not be written",
  ]);
});
