import { AppError } from "@genie/errors";
import { z } from "zod";
import { generateFans } from "../content/generate-fans.ts";
import { generatePosts, mixedMedia, smallMedia } from "../content/generate-posts.ts";
import { createRandom } from "../content/random.ts";
import type { Services } from "../services.ts";
import { transaction } from "../store/database.ts";
import type { Account } from "./account-store.ts";
import { hashPassword } from "./password.ts";
import { createTotpSecret } from "./totp.ts";

export const NewAccount = z.object({
  username: z
    .string()
    .toLowerCase()
    .regex(
      /^[a-z0-9][a-z0-9_.-]{1,29}$/,
      "needs 2 to 30 letters, digits, dots, hyphens or underscores",
    ),
  password: z.string().min(8).max(200),
  totp: z.boolean().default(false),
  name: z.string().min(1).max(60).optional(),
  posts: z.int().min(0).max(20_000).default(230),
  /** `small`: a picture of some hundred bytes in each post. */
  media: z.enum(["mixed", "small"]).default("mixed"),
  fans: z.int().min(0).max(20_000).default(60),
});
export type NewAccount = z.input<typeof NewAccount>;

/** Makes a creator with posts and fans. The content follows from the username and from the time. */
export async function createAccount(services: Services, input: NewAccount): Promise<Account> {
  const { username, password, totp, name, posts, fans, media } = NewAccount.parse(input);
  const passwordHash = await hashPassword(password);
  const now = services.now();
  const random = createRandom(username);
  const account = {
    username,
    name: name ?? nameFrom(username),
    bio: "Light, places and slow mornings. New pictures every few days.",
    password_hash: passwordHash,
    totp_secret: totp ? createTotpSecret() : null,
    base_followers: random.integer(2_500, 18_000),
    following: random.integer(80, 420),
    created_at: now,
  };
  return transaction(services.database, () => {
    if (services.accounts.find(username)) {
      throw new AppError("conflict", `There is an account with the username ${username} already.`);
    }
    const id = services.accounts.insert(account);
    const pick = media === "small" ? smallMedia(services.library) : mixedMedia(services.library);
    for (const { post, hashes } of generatePosts(random, posts, pick, now)) {
      services.posts.insert({ ...post, account_id: id }, hashes);
    }
    for (const fan of generateFans(random, fans, now)) {
      services.fans.insert({ ...fan, account_id: id });
    }
    return { ...account, id };
  });
}

function nameFrom(username: string): string {
  const words = username.split(/[-_.]+/).filter((word) => word !== "");
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
}
