import { AppError } from "@genie/errors";
import { expect, it } from "vitest";
import { callTool } from "../call-tool.ts";
import type { Gate } from "../gate.ts";

const mine = { id: "1", display_name: "Anna" };

/** Answers as Directus does: who sees her own rows alone may not ask by owner. */
function gateOf({ isAdmin }: { isAdmin: boolean }): Gate {
  return {
    read: async (path, query) => {
      if (path !== "/items/user_personas") return path === "/users/me" ? { id: "u" } : null;
      if (query?.["filter"] === undefined)
        return isAdmin ? [{ id: "2", display_name: "Bea" }] : [mine];
      if (!isAdmin) throw new AppError("forbidden", "You may not ask by owner.");
      return [mine];
    },
    act: async () => null,
  };
}

it.each([
  ["a creator", false],
  ["an administrator, who sees everybody's", true],
])("get-me tells %s her own persona", async (_who, isAdmin) => {
  const answer = await callTool("get-me", {}, gateOf({ isAdmin }));
  expect(JSON.parse(answer?.text ?? "")).toMatchObject({ persona: { display_name: "Anna" } });
});
