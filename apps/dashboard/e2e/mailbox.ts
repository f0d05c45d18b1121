import { e2eEnv } from "./e2e-env.ts";
import { expect } from "./test.ts";

type Letter = { subject: string; text: string };

/** Where the newest letter of this subject leads, once it has come. */
export async function linkOf(address: string, subject: string): Promise<string> {
  const url = `${e2eEnv().MAILBOX_URL}/letters.json?to=${encodeURIComponent(address)}`;
  const find = async () => {
    const { data } = (await (await fetch(url)).json()) as { data: Letter[] };
    const letter = data.find((candidate) => candidate.subject === subject);
    return /https?:\/\/\S+/.exec(letter?.text ?? "")?.[0] ?? "";
  };
  await expect.poll(find).not.toBe("");
  return find();
}

/** The page of the letters, as a developer sees it. */
export const mailboxUrl = () => e2eEnv().MAILBOX_URL;
