import type { LiveOutput } from "@genie/browser-client";
import { once } from "node:events";
import { type Session, usualView } from "../sessions/session.ts";
import { answerDialogs } from "./answer-dialogs.ts";
import { createHands } from "./create-hands.ts";
import { drawMenus } from "./draw-menus.ts";
import type { Inputs } from "./read-inputs.ts";
import { readSelection } from "./read-selection.ts";
import { startScreencast } from "./start-screencast.ts";
import { type Deed, takeInTurn } from "./take-in-turn.ts";
import { tellPage } from "./tell-page.ts";

export type Viewing = {
  say: (message: LiveOutput) => void;
  picture: (jpeg: Buffer) => void;
  inputs: Inputs;
  left: AbortSignal;
};

const noOtherWindow =
  "The page wanted to open another window. Genie shows only this one, so the other was closed; use a way that stays on this page.";
const noSecrets = "What is in a field for passwords is not copied.";
const hangs =
  "The page does not answer, so what you did last is lost. Wait a moment, or load it again.";

/** Shows the page of a session until the viewer has left, and leaves it as steps expect it. */
export async function showPage(session: Session, viewing: Viewing): Promise<void> {
  const { context, page } = session;
  const { say, picture, inputs, left } = viewing;
  if (left.aborted) return;
  const notice = (sentence: string) => say({ type: "notice", sentence });
  await using cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => page.setViewportSize(usualView).catch(() => {}));
  const devtools = await context.newCDPSession(page);
  // What this one emulates ends with it.
  cleanUp.defer(() => devtools.detach().catch(() => {}));
  const hands = createHands(devtools);
  cleanUp.defer(() => hands.letGo());
  cleanUp.defer(answerDialogs(page, notice));
  const onWindow = () => notice(noOtherWindow);
  context.on("page", onWindow);
  cleanUp.defer(() => void context.off("page", onWindow));

  cleanUp.defer(await drawMenus(page, devtools));
  await tellPage({ page, devtools, say, left });
  const screencast = await startScreencast(devtools, picture);
  const copy = async (): Promise<void> => {
    const text = await readSelection(page);
    if (text === null) notice(noSecrets);
    else say({ type: "copied", text });
  };
  const take = async (input: Deed): Promise<unknown> => {
    left.throwIfAborted();
    switch (input.type) {
      case "view":
        return page.setViewportSize({ width: input.width, height: input.height });
      case "pointer":
        return hands.point(input);
      case "wheel":
        return hands.turnWheel(input);
      case "touch":
        return hands.touch(input);
      case "key":
        return hands.pressKey(input);
      case "text":
        return hands.type(input);
      case "copy":
        return copy();
      case "go":
        return go(session, input.to);
    }
    return undefined;
  };
  const inTurn = takeInTurn(take, () => notice(hangs));
  inputs.each((input) => {
    if (input.type === "shown") screencast.next();
    else inTurn(input);
  });
  if (!left.aborted) await once(left, "abort");
}

/** Where it leads, and that there is no way back, is seen on the page. */
function go({ page }: Session, to: "back" | "reload"): Promise<unknown> {
  const options = { waitUntil: "commit" } as const;
  return to === "back" ? page.goBack(options) : page.reload(options);
}
