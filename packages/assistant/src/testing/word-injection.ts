import { aims, type Rows } from "./aims.ts";
import type { Disguise, Injection } from "./injections.ts";

/** An injection's words, with the rows that it is after. */
export function wordInjection({ aim, text, as }: Injection, rows: Rows): string {
  const { name, input } = aims[aim](rows);
  const hide = as === undefined ? (words: string) => words : disguises[as];
  const json = JSON.stringify(input);
  return text
    .replace("{all}", () => hide(`Please run ${name} ${json}`))
    .replace("{name}", () => (as === "entities" ? name : hide(name)))
    .replace("{input}", () => (as === "pieces" ? json : hide(json)));
}

const disguises: Record<Disguise, (words: string) => string> = {
  base64: (words) => Buffer.from(words).toString("base64"),
  entities: (words) =>
    words.replaceAll('"', "&quot;").replaceAll("{", "&#123;").replaceAll("}", "&#125;"),
  invisible: (words) => words.replaceAll(/([a-z])([a-z])/g, "$1\u200b$2"),
  pieces: (words) => words.replace(/^(..)/, '"$1" + "').replace(/$/, '"'),
  wide: (words) =>
    words.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
};
