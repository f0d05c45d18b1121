import { expect, it } from "vitest";
import { type Deed, merge, takeInTurn } from "./take-in-turn.ts";

const pointer = (kind: "down" | "move" | "up", x: number): Deed => ({
  type: "pointer",
  kind,
  x,
  y: 0,
  button: "none",
  clicks: 0,
  modifiers: 0,
});
const word = (text: string): Deed => ({ type: "text", text });

it("takes one after the other, even when one fails", async () => {
  const taken: string[] = [];
  const first = Promise.withResolvers<void>();
  const last = Promise.withResolvers<void>();
  const take = takeInTurn(
    async (input) => {
      const text = input.type === "text" ? input.text : "";
      taken.push(text);
      if (text === "a") await first.promise;
      if (text === "b") throw new Error("The page is going.");
      if (text === "c") last.resolve();
    },
    () => {},
  );
  for (const text of ["a", "b", "c"]) take(word(text));
  expect(taken).toEqual(["a"]);
  first.resolve();
  await last.promise;
  expect(taken).toEqual(["a", "b", "c"]);
});

it("of moves that wait only the newest is taken, and no key or click is left out", async () => {
  const taken: Deed[] = [];
  const last = Promise.withResolvers<void>();
  const take = takeInTurn(
    async (input) => {
      taken.push(input);
      if (input.type === "text") last.resolve();
    },
    () => {},
  );
  const down = pointer("down", 1);
  for (const input of [down, pointer("move", 2), pointer("move", 3), pointer("up", 3), word("x")]) {
    take(input);
  }
  await last.promise;
  expect(taken).toEqual([down, pointer("move", 3), pointer("up", 3), word("x")]);
});

it("says so when a page hangs and hundreds wait", () => {
  let refused = 0;
  const take = takeInTurn(
    () => new Promise(() => {}),
    () => (refused += 1),
  );
  for (let n = 0; n < 510; n += 1) take(word("x"));
  expect(refused).toBe(1);
});

it("turns of the wheel add up", () => {
  const turn: Deed = { type: "wheel", x: 1, y: 1, dx: 1, dy: 10 };
  expect(merge(turn, turn)).toEqual({ ...turn, dx: 2, dy: 20 });
  expect(merge(turn, word("x"))).toBeNull();
});
