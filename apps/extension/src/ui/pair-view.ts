import { AppError, messageForPeople } from "@genie/errors";
import { groupPairingCode, normalisePairingCode, readPairingLink } from "@genie/pairing";
import { browser } from "wxt/browser";
import { browserName } from "../browser-name.ts";
import { hostPatterns } from "../host-patterns.ts";
import { keep } from "../kept.ts";
import { redeem } from "../server-calls.ts";
import { serverOrigin } from "../server-origin.ts";
import { words } from "../words.ts";
import { element, field, notice } from "./element.ts";

/** Asks for the server and the code. `seen` is a pairing link that was open, if any. */
export function pairView({
  told,
  seen,
  onPaired,
}: {
  told: string | null;
  seen: string;
  onPaired: () => void;
}): HTMLElement {
  const problem = element("div", { class: "problems" });
  const address = field(words.address, words.addressHint, {
    type: "text",
    inputmode: "url",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "https://genie.example",
  });
  const code = field(words.code, words.codeHint, {
    type: "text",
    class: "code",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    placeholder: "7KQ2M-X9TAB",
  });
  const takeLink = (text: string) => {
    const link = readPairingLink(text);
    if (link === null) return;
    address.input.value = link.origin;
    code.input.value = groupPairingCode(link.code);
  };
  address.input.addEventListener("input", () => takeLink(address.input.value));
  takeLink(seen);

  const submit = element("button", { type: "submit", class: "primary" }, words.pair);
  const tell = (sentence: string) => problem.replaceChildren(notice(sentence, "problem"));
  const form = element(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        problem.replaceChildren();
        address.complain(null);
        code.complain(null);
        const origin = originOf(address);
        if (origin === null) return;
        if (normalisePairingCode(code.input.value) === null) {
          code.complain(words.codeIncomplete);
          return;
        }
        submit.setAttribute("aria-busy", "true");
        pair(origin, code.input.value)
          .then(onPaired, (error: unknown) => tell(messageForPeople(error)))
          .finally(() => submit.removeAttribute("aria-busy"));
      },
    },
    address.root,
    code.root,
    problem,
    element("div", { class: "actions" }, submit),
  );
  return element(
    "section",
    { class: "card", "aria-labelledby": "pair" },
    element("h2", { id: "pair" }, words.pairTitle),
    told === null ? null : notice(told, told === words.unpaired ? "good" : "problem"),
    element("p", { class: "soft" }, words.pairIntro),
    form,
  );
}

function originOf({ input, complain }: ReturnType<typeof field>): string | null {
  try {
    return serverOrigin(input.value);
  } catch (error) {
    complain(messageForPeople(error));
    return null;
  }
}

async function pair(origin: string, code: string): Promise<void> {
  // First of all, while the press still counts as hers.
  const allowed = await browser.permissions.request({
    origins: hostPatterns(origin, [new URL(origin).host]),
  });
  if (!allowed) throw new AppError("forbidden", words.serverRefused);
  const { token, expires_at } = await redeem(origin, {
    code,
    browser: browserName(navigator.userAgent),
  });
  await keep({ pairing: { origin, token, expires_at } });
}
