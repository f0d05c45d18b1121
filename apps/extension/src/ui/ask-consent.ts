import { AppError, messageForPeople } from "@genie/errors";
import type { CaptureAnswer, CapturePlatform, CaptureRequest } from "@genie/pairing";
import { browser } from "wxt/browser";
import { consentText } from "../consent-text.ts";
import { handOver } from "../hand-over.ts";
import { hostPatterns } from "../host-patterns.ts";
import { keep, type Pairing, readKept } from "../kept.ts";
import { serverCalls } from "../server-calls.ts";
import { words } from "../words.ts";
import { ask } from "./ask.ts";
import { chooseAccount } from "./choose-account.ts";
import { element } from "./element.ts";

type Consenting = {
  pairing: Pairing;
  platform: CapturePlatform;
  /** The account to renew; without it she says which one it is. */
  accountId?: string;
  onHandedOver: (answer: CaptureAnswer) => void;
  onEnded: () => void;
};

/** Shows exactly what goes where. Nothing is read before she agrees, here and to the browser. */
export function askConsent(consenting: Consenting): void {
  const { pairing, platform, accountId, onHandedOver, onEnded } = consenting;
  const text = consentText(platform, pairing.origin);
  const choice = chooseAccount(platform, accountId);
  ask({
    title: text.title,
    agree: words.agree,
    content: [
      choice.root,
      element("h3", {}, words.cookiesTitle),
      element("ul", { class: "cookies" }, ...text.cookies.map((line) => element("li", {}, line))),
      element("h3", {}, words.destinationTitle),
      element("p", { class: "destination" }, text.destination),
      element("p", {}, text.why),
      element("p", { class: "soft" }, text.takeBack),
      element("p", { class: "soft" }, words.browserAsks),
      element(
        "p",
        {},
        element(
          "a",
          { href: platform.log_in_url, target: "_blank", rel: "noreferrer" },
          words.openPlatform(platform.name),
        ),
      ),
    ],
    onAgree: async () => {
      const account = choice.read();
      if (account === null) return words.usernameMissing;
      try {
        const answer = await agreeAndHandOver(pairing, platform, account);
        onHandedOver(answer);
        return null;
      } catch (error) {
        if (error instanceof AppError && error.code === "unauthenticated") {
          onEnded();
          return null;
        }
        return messageForPeople(error);
      }
    },
  });
}

async function agreeAndHandOver(
  pairing: Pairing,
  platform: CapturePlatform,
  account: CaptureRequest["account"],
): Promise<CaptureAnswer> {
  // First of all, while the press still counts as hers.
  const allowed = await browser.permissions.request({
    origins: hostPatterns(platform.origin, platform.hosts),
  });
  if (!allowed) throw new AppError("forbidden", words.platformRefused(platform.name));
  const answer = await handOver(serverCalls(pairing), platform, account, { readNow: true });
  const { consents } = await readKept();
  const { id, cookies, hosts, origin } = platform;
  const known = consents[id]?.account.id === answer.account_id ? consents[id] : undefined;
  await keep({
    consents: {
      ...consents,
      [id]: {
        account: {
          id: answer.account_id,
          username:
            "username" in account
              ? account.username.replace(/^@/, "")
              : (platform.accounts.find((one) => one.id === account.id)?.username ?? ""),
        },
        keep_fresh: known?.keep_fresh ?? false,
        cookies,
        hosts,
        origin,
      },
    },
  });
  return answer;
}
