import type { CheerioAPI, Cheerio } from "cheerio";
import type { Element } from "domhandler";

export type FilledFile = { name: string; mime: string; bytes: Buffer };

/** What a browser would send when the form is submitted by this button. */
export function formData(
  $: CheerioAPI,
  form: Cheerio<Element>,
  submitter: Cheerio<Element>,
  filesOf: (input: Element) => readonly FilledFile[],
): FormData | URLSearchParams {
  const data = new FormData();
  for (const element of form.find("input, textarea, select").toArray()) {
    const control = $(element);
    const name = control.attr("name");
    if (name === undefined || control.attr("disabled") !== undefined) continue;
    const type = control.attr("type") ?? "text";
    if (type === "file") {
      appendFiles(data, name, filesOf(element));
    } else if (type === "checkbox" || type === "radio") {
      if (control.attr("checked") !== undefined) data.append(name, control.attr("value") ?? "on");
    } else if (type !== "submit" && type !== "button") {
      data.append(name, valueOf($, element));
    }
  }
  const [name, value] = [submitter.attr("name"), submitter.attr("value")];
  if (name !== undefined) data.append(name, value ?? "");
  if (form.attr("enctype") === "multipart/form-data") return data;
  const words = [...data.entries()].flatMap(([key, entry]): [string, string][] =>
    typeof entry === "string" ? [[key, entry]] : [],
  );
  return new URLSearchParams(words);
}

function appendFiles(data: FormData, name: string, files: readonly FilledFile[]): void {
  if (files.length === 0) data.append(name, new Blob([]), "");
  for (const { name: filename, mime, bytes } of files) {
    data.append(name, new Blob([new Uint8Array(bytes)], { type: mime }), filename);
  }
}

function valueOf($: CheerioAPI, element: Element): string {
  const control = $(element);
  if (element.name === "textarea") return control.text();
  if (element.name !== "select") return control.attr("value") ?? "";
  const chosen = control.find("option[selected]").first();
  const option = chosen.length > 0 ? chosen : control.find("option").first();
  return option.attr("value") ?? option.text();
}
