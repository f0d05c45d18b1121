import type { CapturePlatform, CaptureRequest } from "@genie/pairing";
import { words } from "../words.ts";
import { element, field } from "./element.ts";

/** Which account the session is of: one that is fixed, one that is known, or one by its name. */
export function chooseAccount(
  { accounts }: Pick<CapturePlatform, "accounts">,
  fixed: string | undefined,
): { root: HTMLElement; read: () => CaptureRequest["account"] | null } {
  const known = accounts.find(({ id }) => id === fixed);
  if (known) {
    return {
      root: element("p", { class: "strong" }, words.account(known.username)),
      read: () => ({ id: known.id }),
    };
  }
  const name = field(words.username, "", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
  });
  const byName = () => {
    const username = name.input.value.trim();
    if (username === "") name.complain(words.usernameMissing);
    return username === "" ? null : { username };
  };
  if (accounts.length === 0) {
    return {
      root: element("div", {}, element("h3", {}, words.whichAccount), name.root),
      read: byName,
    };
  }
  const show = () => void (name.root.hidden = chosen() !== "");
  const choices = [
    ...accounts.map(({ id, username }) => [id, words.account(username)] as const),
    ["", words.anotherAccount] as const,
  ];
  const radios = choices.map(([value, label], index) => {
    const input = element("input", {
      type: "radio",
      name: "account",
      value,
      checked: index === 0,
      onchange: show,
    });
    return { input, root: element("label", { class: "choice" }, input, label) };
  });
  const chosen = () => radios.find(({ input }) => input.checked)?.input.value ?? "";
  show();
  return {
    root: element(
      "fieldset",
      {},
      element("legend", {}, words.whichAccount),
      ...radios.map(({ root }) => root),
      name.root,
    ),
    read: () => (chosen() === "" ? byName() : { id: chosen() }),
  };
}
