import { describe, expect, it } from "vitest";
import {
  lockedPostStates,
  type PostState,
  postStates,
  postTransitions,
  type PostWriter,
  statesOfTheGate,
} from "./post-states.ts";

const changes = postStates.flatMap((from) =>
  Object.entries(postTransitions[from] as Record<string, PostWriter>).map(([to, writer]) => ({
    from,
    to: to as PostState,
    writer,
  })),
);
const ofTheGate: readonly PostState[] = statesOfTheGate;
const locked: readonly PostState[] = lockedPostStates;

describe("the life of a post", () => {
  it("lets the gate choose only the states that are people's", () => {
    const wrong = changes.filter(
      ({ to, writer }) => writer !== "publisher" && !ofTheGate.includes(to),
    );
    expect(wrong).toEqual([]);
  });

  it("lets a post that may be on its way be taken back only while it is not", () => {
    const wrong = changes.filter(({ from, writer }) => locked.includes(from) && writer === "gate");
    expect(wrong).toEqual([]);
  });

  it("lets nobody but the publisher move a post that may be out", () => {
    const writers = changes.filter(({ from }) => from === "unconfirmed").map((one) => one.writer);
    expect(new Set(writers)).toEqual(new Set(["publisher"]));
  });

  it("leaves published into doubt alone: what is out is never sent again", () => {
    expect(postTransitions.published).toEqual({ unconfirmed: "publisher" });
  });

  it("leads from a draft to every state", () => {
    const reached = new Set<PostState>(["draft"]);
    for (const state of reached) {
      for (const { from, to } of changes) if (from === state) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual([...postStates].toSorted());
  });

  it("publishes nothing that was not being published", () => {
    const before = changes.filter(({ to }) => to === "published").map(({ from }) => from);
    expect(before.toSorted()).toEqual(["publishing", "unconfirmed"]);
  });
});
