import { expect, it } from "vitest";
import { openDatabase } from "../store/database.ts";
import { createAccountStore } from "./account-store.ts";
import { createSessionStore } from "./session-store.ts";

it("a session lasts seven days", () => {
  const database = openDatabase(":memory:");
  const sessions = createSessionStore(database);
  const id = createAccountStore(database).insert({
    username: "maya",
    name: "Maya",
    bio: "",
    password_hash: "",
    totp_secret: null,
    base_followers: 0,
    following: 0,
    created_at: 0,
  });
  const token = sessions.create(id, 1000);
  const week = 7 * 24 * 60 * 60 * 1000;
  expect(sessions.find(token, 1000 + week - 1)?.username).toBe("maya");
  expect(sessions.find(token, 1000 + week)).toBeUndefined();
  expect(sessions.find(`${token}x`, 1001)).toBeUndefined();
});
