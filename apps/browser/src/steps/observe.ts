import type { ObserveAnswer } from "@genie/browser-client";
import type { Session } from "../sessions/session.ts";
import { forgetDocument, readPageState } from "./page-state.ts";

const usable = new Set([
  "button",
  "checkbox",
  "combobox",
  "link",
  "listbox",
  "menuitem",
  "option",
  "radio",
  "searchbox",
  "slider",
  "spinbutton",
  "switch",
  "tab",
  "textbox",
]);

/** What a person could press or fill in, from the accessibility tree; never what is in a field. */
export async function observe(session: Session): Promise<ObserveAnswer> {
  const { context, page } = session;
  const devtools = await context.newCDPSession(page);
  try {
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    const elements = nodes
      .filter(({ ignored, role }) => !ignored && usable.has(String(role?.value)))
      .map(({ role, name, properties = [] }) => ({
        role: String(role?.value),
        name: String(name?.value ?? ""),
        disabled: properties.some(
          (property) => property.name === "disabled" && property.value.value === true,
        ),
      }));
    forgetDocument(session);
    return { state: await readPageState(session), elements };
  } finally {
    await devtools.detach().catch(() => {});
  }
}
