import { AppError, messageForPeople } from "@genie/errors";
import type { CapturePlatform, PairingOverview } from "@genie/pairing";
import { hostPatterns } from "../host-patterns.ts";
import { type Consent, forgetAll, giveBack, keep, type Pairing, readKept } from "../kept.ts";
import { serverCalls } from "../server-calls.ts";
import { words } from "../words.ts";
import { accountRow } from "./account-row.ts";
import { ask } from "./ask.ts";
import { askConsent } from "./ask-consent.ts";
import { button, element, notice } from "./element.ts";
import { showDay } from "./show-moment.ts";

type PairedViewProps = {
  pairing: Pairing;
  overview: PairingOverview;
  consents: Record<string, Consent>;
  /** Something good that has just happened. */
  told: string | null;
  /** Shows everything anew. */
  show: (told?: string) => void;
  onEnded: () => void;
};

/** What is handed over, platform by platform. */
export function pairedView(props: PairedViewProps): HTMLElement {
  const { pairing, overview, told } = props;
  return element(
    "div",
    { class: "stack" },
    element(
      "section",
      { class: "card pairing", "aria-label": words.pairedWith },
      element(
        "p",
        {},
        `${words.pairedWith} `,
        element(
          "a",
          { class: "strong", href: pairing.origin, target: "_blank", rel: "noreferrer" },
          pairing.origin,
        ),
        element("span", { class: "soft" }, ` ${words.pairedUntil(showDay(pairing.expires_at))}`),
      ),
      button(words.unpair, () => askUnpair(props), { look: "danger" }),
    ),
    told === null ? null : notice(told, "good"),
    ...(overview.platforms.length === 0
      ? [element("p", { class: "soft" }, words.noPlatforms)]
      : overview.platforms.map((platform) => platformCard(props, platform))),
  );
}

function platformCard(props: PairedViewProps, platform: CapturePlatform): HTMLElement {
  const { pairing, consents, show, onEnded } = props;
  const consent = consents[platform.id];
  const stored = platform.accounts.filter(({ session }) => session !== null);
  const agree = (accountId?: string) =>
    askConsent({
      pairing,
      platform,
      ...(accountId !== undefined && { accountId }),
      onHandedOver: ({ reading }) => show(words.handedOver(platform.name, reading)),
      onEnded,
    });
  return element(
    "section",
    { class: "card", "aria-label": platform.name },
    element(
      "div",
      { class: "head" },
      element(
        "div",
        {},
        element("h2", {}, platform.name),
        element("p", { class: "soft" }, new URL(platform.origin).host),
      ),
      stored.length === 0
        ? button(words.connect(platform.name), () => agree(), { look: "primary" })
        : button(words.connectAnother, () => agree()),
    ),
    stored.length === 0
      ? element("p", { class: "soft" }, words.noAccounts)
      : element(
          "ul",
          { class: "accounts" },
          ...stored.map((account) =>
            accountRow({
              account,
              consent: consent?.account.id === account.id ? consent : undefined,
              onRefresh: () => agree(account.id),
              onWipe: () => askWipe(props, platform, account),
              onKeepFresh: (on) => setFresh(platform.id, on),
            }),
          ),
        ),
  );
}

async function setFresh(platform: string, on: boolean): Promise<void> {
  const { consents } = await readKept();
  const consent = consents[platform];
  if (consent)
    await keep({ consents: { ...consents, [platform]: { ...consent, keep_fresh: on } } });
}

function askWipe(
  { pairing, show, onEnded }: PairedViewProps,
  platform: CapturePlatform,
  { id, username }: { id: string; username: string },
): void {
  ask({
    title: words.wipeTitle(username),
    content: [element("p", {}, words.wipeText(platform.name))],
    agree: words.wipe,
    look: "danger",
    onAgree: async () => {
      try {
        await serverCalls(pairing).wipe(id);
      } catch (error) {
        if (!hasEnded(error)) return messageForPeople(error);
        onEnded();
        return null;
      }
      const { [platform.id]: mine, ...others } = (await readKept()).consents;
      if (mine?.account.id === id) {
        await keep({ consents: others });
        await giveBack(hostPatterns(platform.origin, platform.hosts));
      }
      show(words.wiped(username));
      return null;
    },
  });
}

function askUnpair({ pairing, show }: PairedViewProps): void {
  ask({
    title: words.unpairTitle,
    content: [element("p", {}, words.unpairText)],
    agree: words.unpair,
    look: "danger",
    onAgree: async () => {
      const isTold = await serverCalls(pairing)
        .leave()
        .then(() => true, hasEnded);
      await forgetAll(isTold ? words.unpaired : words.unpairedHereOnly);
      show();
      return null;
    },
  });
}

const hasEnded = (error: unknown) => error instanceof AppError && error.code === "unauthenticated";
