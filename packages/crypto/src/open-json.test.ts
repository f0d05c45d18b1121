import { describe, expect, it } from "vitest";
import { generateKey, parseKeyRing } from "./key-ring.ts";
import { openJson } from "./open-json.ts";
import { seal } from "./seal.ts";

const ring = parseKeyRing(`1:${generateKey()}`, "1");
const context = { collection: "c", field: "f", rowId: "row", ownerId: "owner" };

describe("openJson", () => {
  it("gives back what was sealed", () => {
    const sealed = seal(ring, JSON.stringify([{ value: "ü" }]), context);
    expect(openJson(ring, sealed, context)).toEqual([{ value: "ü" }]);
  });

  it("opens nothing for another owner", () => {
    const sealed = seal(ring, "1", context);
    const other = { ...context, ownerId: "another" };
    expect(() => openJson(ring, sealed, other)).toThrow(
      expect.objectContaining({ code: "unopenable" }),
    );
  });

  it("never quotes a secret that is no JSON", () => {
    const sealed = seal(ring, "hunter2", context);
    expect(() => openJson(ring, sealed, context)).toThrow(
      expect.objectContaining({
        code: "unopenable",
        message: expect.not.stringContaining("hunter2"),
        cause: undefined,
      }),
    );
  });
});
