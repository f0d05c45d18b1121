import { expect, it } from "vitest";
import { keepsToldMessages } from "./told-messages.ts";

const says = (id: string, text = id) => ({ id, role: "user", parts: [{ type: "text", text }] });
const answers = (id: string, text: string, ended?: string) => ({
  id,
  role: "assistant",
  parts: [{ type: "text", text }],
  ...(ended !== undefined && { metadata: { ended } }),
});
const does = (id: string, status: string, ended?: string) => ({
  ...answers(id, "", ended),
  parts: [{ type: "data-call", id: "c", data: { status, name: "post-create" } }],
});
const begun = { id: "a", role: "assistant", parts: [], metadata: { ended: "cut off" } };

it.each([
  ["more", [says("q")], [says("q"), answers("a", "Yes.")]],
  ["an answer that grows", [begun], [answers("a", "Ye", "cut off")]],
  ["an answer that is whole", [answers("a", "Ye", "cut off")], [answers("a", "Yes.")]],
  [
    "an answer in the place of one that broke off",
    [answers("a", "Y", "failed")],
    [{ ...begun, id: "b" }],
  ],
  ["an answer in the place of none", [{ ...begun, metadata: undefined }], [answers("b", "Yes.")]],
  ["a call that ends", [does("a", "running")], [does("a", "waiting")]],
  ["a card that is answered", [does("a", "waiting")], [does("a", "done")]],
  ["an end of which a page that left did not hear", [does("a", "failed")], [does("a", "done")]],
  [
    "messages of another's between its own",
    [says("q"), says("r")],
    [says("q"), says("x"), says("r")],
  ],
  ["anything where no messages are", [null, 1, { role: "user", text: "hi" }], [says("q")]],
])("%s keeps what is stored", (_what, stored, next) => {
  expect(keepsToldMessages(stored, next)).toBe(true);
});

it.each([
  ["nothing", [says("q")], []],
  ["a list without a message of hers", [says("q"), says("r")], [says("q")]],
  [
    "a list without an answer above the last",
    [answers("a", "Y", "failed"), says("q")],
    [says("q")],
  ],
  ["another answer in the place of a whole one", [answers("a", "Yes.")], [answers("b", "No.")]],
  [
    "another answer in the place of one that did something",
    [does("a", "done", "failed")],
    [answers("b", "No.")],
  ],
  [
    "an answer as it was before it was whole",
    [answers("a", "Yes.")],
    [answers("a", "Ye", "cut off")],
  ],
  [
    "an answer that is cut off after it was whole",
    [answers("a", "Y")],
    [answers("a", "Y", "cut off")],
  ],
  ["other words", [says("q", "Hello")], [says("q", "Bye")]],
  ["a call that is not there any more", [does("a", "done")], [answers("a", "")]],
  ["a call that was done and is said not to be", [does("a", "done")], [does("a", "failed")]],
])("%s loses what is stored", (_what, stored, next) => {
  expect(keepsToldMessages(stored, next)).toBe(false);
});
