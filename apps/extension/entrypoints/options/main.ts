import { AppError, messageForPeople } from "@genie/errors";
import { forgetAll, forgetNotice, readKept } from "../../src/kept.ts";
import { serverCalls } from "../../src/server-calls.ts";
import { button, element, notice } from "../../src/ui/element.ts";
import { pairView } from "../../src/ui/pair-view.ts";
import { pairedView } from "../../src/ui/paired-view.ts";
import { words } from "../../src/words.ts";

const page = document.querySelector("#page");
const seen = decodeURIComponent(location.hash.slice(1));
history.replaceState(null, "", location.pathname);

await show();

async function show(told: string | null = null): Promise<void> {
  const { pairing, consents, notice: remembered } = await readKept();
  if (pairing === null) {
    page?.replaceChildren(pairView({ told: remembered, seen, onPaired: () => void show() }));
    if (remembered !== null) await forgetNotice();
    return;
  }
  page?.replaceChildren(element("p", { class: "soft" }, words.loading));
  try {
    const overview = await serverCalls(pairing).overview();
    page?.replaceChildren(
      pairedView({
        pairing,
        overview,
        consents,
        told,
        show: (next) => void show(next),
        onEnded: () => void end(),
      }),
    );
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") return end();
    page?.replaceChildren(
      notice(messageForPeople(error), "problem"),
      button(words.retry, () => show()),
    );
  }
}

async function end(): Promise<void> {
  await forgetAll(words.ended);
  await show();
}
