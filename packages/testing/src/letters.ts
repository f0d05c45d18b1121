import { setTimeout as wait } from "node:timers/promises";
import { stackUnderTest } from "./stack-under-test.ts";

export type Letter = {
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string | null;
};

const triesForALetter = 200;

/** The letters to an address, newest first, once there are as many. Throws when they don't come. */
export async function lettersTo(address: string, count = 1): Promise<Letter[]> {
  const url = `${stackUnderTest().mailboxUrl}/letters.json?to=${encodeURIComponent(address)}`;
  for (let tries = 1; ; tries += 1) {
    const { data } = (await (await fetch(url)).json()) as { data: Letter[] };
    if (data.length >= count) return data;
    if (tries === triesForALetter) throw new Error(`${data.length} of ${count} letters came.`);
    await wait(100);
  }
}

/** What stands behind the `#` of the link in a letter. */
export function linkIn({ text }: Letter): string {
  const secret = /https?:\/\/\S+#(\S+)/.exec(text)?.[1];
  if (secret === undefined) throw new Error("There is no link in the letter.");
  return secret;
}
