import { apostrophe, elided, foldCharacter, gap, isPictograph, stop } from "./fold-character.ts";

/** A tag or another name of it as it is compared: ASCII in lower case, words parted by one space. */
export function formOf(term: string): string {
  if (/^[a-z0-9]+( [a-z0-9]+)*$/.test(term)) return term;
  const words: string[] = [];
  let word = "";
  const end = () => {
    if (word !== "") words.push(word);
    word = "";
  };
  for (const character of term) {
    const folded = foldCharacter(character.codePointAt(0) ?? 0);
    if (character === "+" && /\d$/.test(word)) {
      word += character;
    } else if (folded === apostrophe) {
      if (elided.has(word)) end();
    } else if (folded === gap || folded === stop) {
      end();
    } else if (isPictograph(folded)) {
      end();
      words.push(folded);
    } else {
      word += folded;
    }
  }
  end();
  return words.join(" ");
}

/** Two terms of the same letters are one to a reader: photo shoot, photo-shoot, #photoshoot. */
export function compactFormOf(term: string): string {
  return formOf(term).replaceAll(" ", "");
}
