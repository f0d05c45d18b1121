import type { Target } from "@genie/browser-client";

/** What is used of the page's elements; Node itself has none. The functions here run in the page. */
type Control = {
  matches: (css: string) => boolean;
  closest: (css: string) => Control | null;
  getAttribute: (name: string) => string | null;
  textContent: string | null;
  value?: string;
  /** Of a label. */
  control?: Control | null;
  form?: unknown;
  labels?: ArrayLike<Control> | null;
};

/**
 * The control at or around an element with which a step can be done; null when there is none. A secret
 * goes into a field for passwords and nowhere else, and nothing else goes into one.
 */
export function asControl(
  element: Control,
  { action, secret }: { action: string; secret: boolean },
): Control | null {
  const pressed =
    "button, a[href], summary, input[type=submit], input[type=button], input[type=image], [role=button], [role=link]";
  if (action === "click" || action === "find") {
    const control = element.closest(pressed);
    const isOff = control?.matches(":disabled, [aria-disabled=true]") ?? true;
    return isOff ? null : control;
  }
  const control = element.matches("input, textarea, select, [contenteditable]")
    ? element
    : (element.closest("label")?.control ?? null);
  if (control === null || control.matches(":disabled")) return null;
  if (action === "select") return control.matches("select") ? control : null;
  if (action === "upload") return control.matches("input[type=file]") ? control : null;
  const isForWords = control.matches(
    "textarea:not([readonly]), [contenteditable], input:not([readonly], [type=file], [type=checkbox], [type=radio], [type=submit], [type=button], [type=image], [type=reset], [type=range], [type=color], [type=hidden])",
  );
  return isForWords && control.matches("input[type=password]") === secret ? control : null;
}

/** True when a control sends the form of a field, or the field is in no form. */
export function isOfSameForm(control: Control, field: Control): boolean {
  return !field.form || control.form === field.form;
}

/** What a control is called on the page, the best first. */
export function readNames(control: Control) {
  return {
    isField: control.matches(
      "input:not([type=submit], [type=button], [type=image]), textarea, select",
    ),
    role: control.getAttribute("role") ?? (control.matches("a") ? "link" : "button"),
    label: control.getAttribute("aria-label") ?? control.labels?.[0]?.textContent ?? "",
    text: control.getAttribute("aria-label") ?? (control.textContent || (control.value ?? "")),
  };
}

/** The target that such a name makes; null for a control without one. */
export function targetOf({
  isField,
  role,
  label,
  text,
}: ReturnType<typeof readNames>): Target | null {
  const name = (isField ? label : text).replaceAll(/\s+/g, " ").trim();
  if (name === "") return null;
  return isField ? { label: name, exact: true } : { role, name, exact: true };
}
