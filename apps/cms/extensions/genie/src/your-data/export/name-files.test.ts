import { describe, expect, it } from "vitest";
import { nameFiles } from "./name-files.ts";

const [first, second] = [
  "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
  "22222222-bbbb-4bbb-8bbb-bbbbbbbbbbbb",
];

describe("nameFiles", () => {
  it("keeps names, and tells files of one name apart by their ids", () => {
    const name = nameFiles("media");
    expect(name({ id: first, name: "Beach.jpg" })).toBe("media/Beach.jpg");
    expect(name({ id: second, name: "beach.JPG" })).toBe("media/beach-22222222.JPG");
    expect(name({ id: first, name: "Beach.jpg" })).toBe("media/Beach.jpg");
  });

  it.each([
    ["../../etc/passwd", "media/_.._etc_passwd"],
    ["a\u0000b\n.png", "media/a_b_.png"],
    ["C:\\x.jpg", "media/C__x.jpg"],
    ["nul.png", "media/file_nul.png"],
    ["...", "media/file_"],
    ["", "media/file_"],
    ["\u202Egpj.exe", "media/_gpj.exe"],
    [`${"a".repeat(119)}🏖🏖.jpg`, `media/${"a".repeat(119)}.jpg`],
    [`a.${"b".repeat(14)}🏖🏖`, `media/a.${"b".repeat(14)}`],
  ])("%j leads out of no folder and can be stored anywhere", (given, path) => {
    expect(nameFiles("media")({ id: first, name: given })).toBe(path);
  });
});
