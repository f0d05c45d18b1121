import { actionFlowSeed } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { flows } from "#messages/en/flows.ts";
import { checkValues } from "./check-values.ts";
import { flowFields, startValues } from "./flow-fields.ts";

const schema = {
  type: "object",
  properties: {
    media_id: { type: "string", format: "uuid" },
    other_id: { type: "string", format: "uuid" },
    url: { type: "string", format: "uri" },
    job: { enum: ["watermark", "teaser"] },
    caption: { type: "string", title: "Words", maxLength: 5000 },
    name: { type: "string", maxLength: 5 },
    count: { type: "integer", minimum: 1, maximum: 3, default: 2 },
    quick: { type: "boolean", default: true },
    data: { type: "object" },
  },
  required: ["media_id", "url"],
};
const fields = flowFields(schema);

describe("flowFields", () => {
  it("gives each input the field that fits it", () => {
    expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
      ["media_id", "media", true],
      ["other_id", "id", false],
      ["url", "url", true],
      ["job", "choice", false],
      ["caption", "words", false],
      ["name", "line", false],
      ["count", "number", false],
      ["quick", "switch", false],
      ["data", "json", false],
    ]);
  });

  it("knows a field for every input of the product's own actions", () => {
    const kinds = actionFlowSeed.flatMap((flow) =>
      flowFields(flow.input_schema).map(({ kind }) => kind),
    );
    expect(kinds.filter((kind) => kind === "json" || kind === "id")).toEqual([]);
  });

  it("starts with what the schema says", () => {
    expect(startValues(fields, schema)).toMatchObject({ count: "2", quick: true, caption: "" });
  });

  it("starts with what was given, before what the schema says", () => {
    const given = { count: 3, quick: false, data: { a: 1 }, unknown: "x" };
    expect(startValues(fields, schema, given)).toMatchObject({
      count: "3",
      quick: false,
      data: '{"a":1}',
    });
    expect(startValues(fields, schema, given)).not.toHaveProperty("unknown");
  });

  it.each([[null], [{}], [{ properties: [] }], [{ properties: { toString: 1 } }]])(
    "takes %j",
    (odd) => {
      expect(() => flowFields(odd)).not.toThrow();
    },
  );
});

const check = (values: Record<string, boolean | string>) =>
  checkValues(fields, { ...startValues(fields, schema), ...values }, flows.form);

describe("checkValues", () => {
  it("asks for what is needed, and sends nothing for what is left empty", () => {
    const { params, problems } = check({});
    expect(problems).toEqual({ media_id: flows.form.missing, url: flows.form.missing });
    expect(params).toEqual({ count: 2, quick: true });
  });

  it.each([
    ["url", "example.com", flows.form.noUrl],
    ["url", "javascript:alert(1)", flows.form.noUrl],
    ["name", "too long", flows.form.tooLong(5)],
    ["count", "x", flows.form.noNumber],
    ["count", "1.5", flows.form.noWhole],
    ["count", "0", flows.form.atLeast(1)],
    ["count", "4", flows.form.atMost(3)],
    ["data", "{", flows.form.noJson],
    ["other_id", "1", flows.form.noId],
  ])("says what is wrong with %s as %s", (name, value, problem) => {
    expect(check({ [name]: value }).problems[name]).toBe(problem);
  });
});
