import type { CapturePlatform } from "@genie/pairing";
import type { Consent } from "../kept.ts";
import { words } from "../words.ts";
import { button, element } from "./element.ts";
import { showDay, showMoment } from "./show-moment.ts";

type Account = CapturePlatform["accounts"][number];

type AccountRowProps = {
  account: Account;
  /** Hers to hand this account over from this browser, if she has given it. */
  consent: Consent | undefined;
  onRefresh: () => void;
  onWipe: () => void;
  onKeepFresh: (on: boolean) => Promise<void>;
};

/** One account: what is stored of it and until when, and what she can do about it. */
export function accountRow({ account, consent, onRefresh, onWipe, onKeepFresh }: AccountRowProps) {
  const { username, session } = account;
  const facts =
    session === null
      ? []
      : [
          [words.lastCapture, showMoment(session.captured_at)],
          [words.goodUntil, untilWhen(session)],
          [words.key, String(session.key_id)],
        ];
  return element(
    "li",
    { class: "account" },
    element("p", { class: "strong" }, words.account(username)),
    session === null
      ? element("p", { class: "soft" }, words.notHandedOver)
      : element(
          "dl",
          {},
          ...facts.map(([name, value]) =>
            element("div", {}, element("dt", {}, name ?? ""), element("dd", {}, value ?? "")),
          ),
        ),
    session === null
      ? null
      : element(
          "div",
          { class: "actions start" },
          button(words.refresh, onRefresh, { name: `${words.refresh} @${username}` }),
          button(words.wipe, onWipe, { look: "danger", name: `${words.wipe} @${username}` }),
        ),
    session === null || consent === undefined ? null : freshSwitch(consent, onKeepFresh),
  );
}

function untilWhen({ status, expires_at: at }: NonNullable<Account["session"]>): string {
  if (status === "expired" || (at !== null && Date.parse(at) <= Date.now())) return words.hasEnded;
  return at === null ? words.unknownEnd : showDay(at);
}

function freshSwitch({ keep_fresh: on }: Consent, onKeepFresh: (on: boolean) => Promise<void>) {
  const input = element("input", {
    type: "checkbox",
    role: "switch",
    checked: on,
    "aria-describedby": "fresh-hint",
    onchange: () => void onKeepFresh(input.checked),
  });
  return element(
    "div",
    {},
    element("label", { class: "choice" }, input, words.keepFresh),
    element("p", { class: "hint", id: "fresh-hint" }, words.keepFreshHint),
  );
}
