import { expect, it } from "vitest";
import { blueskyPlatform } from "./platform.ts";

const read = (username: string, password: string) =>
  blueskyPlatform.credentials.safeParse({ username, password });

it("takes a handle however it is written, and an app password", () => {
  expect(read(" @Alice.bsky.social ", " abcd-ef12-ghij-klmn\n").data).toEqual({
    username: "alice.bsky.social",
    password: "abcd-ef12-ghij-klmn",
  });
});

it.each(["correct horse battery", "ab12-cd34-ef56", "ABCD-EFGH-IJKL-MNOP!"])(
  "refuses %j, which is no app password, and says where to make one without repeating it",
  (password) => {
    const [issue] = read("alice.bsky.social", password).error?.issues ?? [];
    expect(issue?.message).toContain("https://bsky.app/settings/app-passwords");
    expect(issue?.message).not.toContain(password);
  },
);

it.each(["alice", "alice@example.com", "-a.example", `${"a.".repeat(130)}example`])(
  "refuses %j, which is no handle",
  (username) => {
    expect(read(username, "abcd-efgh-ijkl-mnop").error?.issues[0]?.message).toContain("handle");
  },
);

it("leads to the account's page", () => {
  expect(blueskyPlatform.profileUrl("@Alice.example")).toBe(
    "https://bsky.app/profile/alice.example",
  );
});
