import { expect, test } from "vitest";
import { guessLanguage } from "./guess-language.ts";

test.each([
  ["heute mit dem hund am see und noch ein tee", "de"],
  ["con mi gato en la cama y un libro", "es"],
  ["mon chat sur le lit avec un livre", "fr"],
  ["com o meu gato na cama e um livro", "pt"],
  ["my cat is on the bed with a book and no tea", "en"],
  ["no mar", null],
  ["chat", null],
  ["", null],
])("%s", (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
