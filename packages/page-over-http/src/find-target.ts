import type { ObserveAnswer, Target } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { Cheerio, CheerioAPI } from "cheerio";
import type { Element } from "domhandler";

const controls = "input:not([type=hidden]):not([type=submit]):not([type=button]), textarea, select";

const byRole: Record<string, string> = {
  button: "button, input[type=submit], input[type=button]",
  link: "a[href]",
  heading: "h1, h2, h3, h4, h5, h6",
  textbox: "input:not([type]), input[type=text], input[type=email], textarea",
  combobox: "select",
  alert: "[role=alert]",
};

/** The first element that a target names. Throws `platform_changed` when there is none. */
export function findTarget($: CheerioAPI, target: Target): Cheerio<Element> {
  const found = $(candidates($, target)).first();
  if (found.length > 0) return found;
  throw new AppError(
    "platform_changed",
    `The page has no ${describe(target)} any more. Nothing was done there.`,
  );
}

/** Throws `platform_changed` unless a target names one element, which can be used. */
export function requireUsable($: CheerioAPI, target: Target): void {
  const found = candidates($, target);
  const isOff = found.some((element) => $(element).attr("disabled") !== undefined);
  if (found.length === 1 && !isOff) return;
  throw new AppError(
    "platform_changed",
    `The page has no single ${describe(target)} that can be used. Nothing was done there.`,
  );
}

/** What a person could press or fill in, by role and name. */
export function listElements($: CheerioAPI): ObserveAnswer["elements"] {
  return ["link", "button", "textbox", "combobox"].flatMap((role) =>
    $<Element, string>(byRole[role] ?? "")
      .toArray()
      .map((element) => ({
        role,
        name: nameOf($, element).replaceAll(/\s+/g, " ").trim(),
        disabled: $(element).attr("disabled") !== undefined,
      })),
  );
}

function candidates($: CheerioAPI, target: Target): Element[] {
  if ("css" in target) return $<Element, string>(target.css).toArray();
  if ("label" in target) {
    const { label, exact = false } = target;
    return $<Element, string>(controls)
      .toArray()
      .filter((control) => matches(labelOf($, control), label, exact));
  }
  const { role, name, exact = false } = target;
  const selector = [byRole[role], `[role="${role}"]`].filter(Boolean).join(", ");
  return $<Element, string>(selector)
    .toArray()
    .filter((element) => matches(nameOf($, element), name, exact));
}

function nameOf($: CheerioAPI, element: Element): string {
  if ($(element).is(controls)) return labelOf($, element);
  const given = $(element).attr("aria-label") ?? $(element).text();
  return given.trim() === "" ? ($(element).attr("value") ?? "") : given;
}

function labelOf($: CheerioAPI, control: Element): string {
  const id = $(control).attr("id");
  const label = id === undefined ? $() : $(`label[for="${id}"]`);
  const around = label.length > 0 ? label : $(control).closest("label");
  const words = around.clone();
  words.find(controls).remove();
  return $(control).attr("aria-label") ?? words.text();
}

function matches(text: string, wanted: string, exact: boolean): boolean {
  const words = text.replaceAll(/\s+/g, " ").trim();
  return exact ? words === wanted : words.toLowerCase().includes(wanted.toLowerCase());
}

function describe(target: Target): string {
  if ("css" in target) return `element "${target.css}"`;
  return "label" in target ? `field "${target.label}"` : `${target.role} "${target.name}"`;
}
