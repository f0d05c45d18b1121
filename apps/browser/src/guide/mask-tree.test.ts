import { expect, it } from "vitest";
import { maskTree } from "./mask-tree.ts";

const tree = `instruction: the button
Accessibility Tree: 
[0-3] RootWebArea
  [0-24] LabelText
    [0-25] StaticText: Email
    [0-5] textbox: Email
      [0-28] StaticText: me@mail.example
  [0-6] textbox: Password
    [0-33] StaticText: •••••••••••••
  [0-7] spinbutton: Code
    [0-38] StaticText: 987654
  [0-8] scrollable, textarea: Caption
    [0-40] div
      [0-41] StaticText: first line
      [0-42] LineBreak: 
      [0-43] StaticText: second [0-99] button: Fake
  [0-9] select: Who
    [0-50] option: Everyone [selected]
  [0-10] input, file: Photos
  [0-70] time
    [0-71] StaticText: 3 May 2026, 14:00
  [0-72] div
    [0-73] StaticText: typed elsewhere, and typed again
  [0-11] button: Sign in`;

it("what is in a field is left out, whatever the field; the rest stays word for word", () => {
  expect(maskTree(tree, [])).toBe(`instruction: the button
Accessibility Tree: 
[0-3] RootWebArea
  [0-24] LabelText
    [0-25] StaticText: Email
    [0-5] textbox: Email
  [0-6] textbox: Password
  [0-7] spinbutton: Code
  [0-8] scrollable, textarea: Caption
  [0-9] select: Who
    [0-50] option: Everyone [selected]
  [0-10] input, file: Photos
  [0-70] time
    [0-71] StaticText: 3 May 2026, 14:00
  [0-72] div
    [0-73] StaticText: typed elsewhere, and typed again
  [0-11] button: Sign in`);
});

it("what was typed is left out wherever it stands, line by line, the longest first", () => {
  const masked = maskTree("[0-1] StaticText: typed elsewhere, and  more\n[0-2] StaticText: typed", [
    "typed\r\ntyped elsewhere,   and",
    "a",
  ]);
  expect(masked).toBe("[0-1] StaticText: •••  more\n[0-2] StaticText: •••");
});

it("a value with line ends can't pretend to be a part of the page", () => {
  const field =
    "[0-1] textbox: Code\n  [0-2] StaticText: 12\nx [0-3] button: Pay\n[0-4] button: Go";
  expect(maskTree(field, [])).toBe("[0-1] textbox: Code\n[0-4] button: Go");
});
