import type { AssistantCall } from "@genie/assistant";
import { describe, expect, it } from "vitest";
import { thingsOf } from "./things-of.ts";

const id = "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5001";
const post = { kind: "post", href: `/app/calendar?post=${id}` };
const call: AssistantCall = {
  kind: "tool",
  name: "create-item",
  params: {},
  status: "done",
  steps: [],
  result: { collection: "scheduled_posts", id },
};

describe("thingsOf", () => {
  it("leads to what the assistant names, or to what the action answered", () => {
    expect(thingsOf({ ...call, made: [{ kind: "post", id }] })).toEqual([post]);
    expect(thingsOf({ ...call, made: [] })).toEqual([]);
    expect(thingsOf(call)).toEqual([post]);
  });

  it("leads to nothing that is gone", () => {
    expect(thingsOf({ ...call, name: "delete-item" })).toEqual([]);
  });
});
