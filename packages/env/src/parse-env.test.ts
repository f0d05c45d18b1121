import { expect, it } from "vitest";
import { z } from "zod";
import { optional } from "./optional.ts";
import { parseEnv } from "./parse-env.ts";

const schema = z.object({
  PORT: z.coerce.number().int(),
  TOKEN: z.string().min(4, "must have at least 4 characters"),
  URL: optional(z.url()),
});

it("gives the variables as the schema describes them; an empty optional one is missing", () => {
  expect(parseEnv(schema, { PORT: "80", TOKEN: "abcd", URL: "" }, "The program")).toEqual({
    PORT: 80,
    TOKEN: "abcd",
  });
});

it("names every variable that is wrong in one sentence, and no value", () => {
  expect(() => parseEnv(schema, { PORT: "http", TOKEN: "abc" }, "The program")).toThrow(
    /^The program can't start with these settings\. PORT: .+; TOKEN: must have at least 4 characters\. They are/,
  );
  expect(() => parseEnv(schema, { TOKEN: "abc" }, "The program")).not.toThrow("abc");
});
