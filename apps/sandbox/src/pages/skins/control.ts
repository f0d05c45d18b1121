import { html } from "hono/html";
import type { Html } from "../html.ts";
import type { Field, Form } from "./skin.ts";

/** The control of a field alone, without its label. */
export function control(field: Field, id: string): Html {
  switch (field.kind) {
    case "textarea":
      return html`<textarea id="${id}" name="${field.name}" rows="6">${field.value}</textarea>`;
    case "files":
      return html`<input
        id="${id}"
        type="file"
        name="${field.name}"
        accept="${field.accept}"
        multiple
      />`;
    case "select":
      return html`<select id="${id}" name="${field.name}">
        ${field.options.map(({ value, text }) =>
          value === field.value
            ? html`<option value="${value}" selected>${text}</option>`
            : html`<option value="${value}">${text}</option>`,
        )}
      </select>`;
    case "code":
      return html`<input
        id="${id}"
        name="${field.name}"
        inputmode="numeric"
        autocomplete="${field.autocomplete}"
        required
        autofocus
      />`;
    case "text":
    case "password":
      break;
  }
  return html`<input
    id="${id}"
    type="${field.kind}"
    name="${field.name}"
    value="${field.value ?? ""}"
    autocomplete="${field.autocomplete}"
    autocapitalize="none"
    spellcheck="false"
    required
  />`;
}

/** What a form sends without showing it. */
export function hiddenControls(form: Form): Html {
  return html`${Object.entries(form.hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}

/** The attribute that a form with files needs. */
export function encoding(form: Form): Html | "" {
  const hasFiles = form.fields.some(({ kind }) => kind === "files");
  return hasFiles ? html` enctype="multipart/form-data"` : "";
}

/** The hint under a field, if it has one. */
export function hintOf(field: Field): Html | "" {
  return "hint" in field && field.hint ? html`<small class="hint">${field.hint}</small>` : "";
}
