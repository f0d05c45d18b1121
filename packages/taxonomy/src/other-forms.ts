const joining = new Set(
  "de of do da dos das del di du des in for with con com avec mit a au aux en no na y and und et".split(
    " ",
  ),
);

/**
 * The forms that a person may write for this one: plurals, run together, simple inflection in five
 * languages. Some are no words at all, which costs nothing but a little room.
 */
export function otherForms(form: string): string[] {
  const words = form.split(" ");
  if (words.some((word) => word.startsWith("~"))) return [];
  const forms = words.length === 1 ? ofWord(form) : ofExpression(words);
  return [...new Set(forms)].filter((other) => other !== form);
}

/** German letters with two dots are often written with an e. */
export function withoutDots(term: string): string | null {
  const other = term.replaceAll(
    /[äöü]/g,
    (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? "",
  );
  return other === term ? null : other;
}

function ofWord(word: string): string[] {
  if (word.length < 3) return [];
  const forms = plurals(word);
  if (/^[a-z]{4,}ing$/.test(word)) forms.push(word.slice(0, -1));
  if (/[^su]s$/.test(word) && word.length >= 7) forms.push(word.slice(0, -1));
  if (word.length >= 6 && word.endsWith("o")) {
    forms.push(`${word.slice(0, -1)}a`, `${word.slice(0, -1)}as`);
  }
  return forms;
}

function ofExpression(words: string[]): string[] {
  const joined = words.join("");
  const forms = joined.length >= 5 ? [joined] : [];
  const [first = "", ...rest] = words;
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  if (words.slice(1, -1).some((word) => joining.has(word))) {
    forms.push(...plurals(first).map((plural) => [plural, ...rest].join(" ")));
  }
  for (const plural of plurals(last)) {
    forms.push([...before, plural].join(" "));
    if (joined.length >= 5) forms.push(before.join("") + plural);
  }
  if (/[^su]s$/.test(last) && last.length >= 4)
    forms.push([...before, last.slice(0, -1)].join(" "));
  if (words.length === 2) {
    for (const one of plurals(first)) {
      for (const other of plurals(last)) forms.push(`${one} ${other}`);
    }
    forms.push(...declined(first).map((one) => `${one} ${last}`));
  }
  return forms;
}

function plurals(word: string): string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [];
  if (/(s|x|z|ch|sh)$/.test(word)) return [`${word}es`];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`, `${word}s`];
  const forms = [`${word}s`];
  if (/[aeiou]l$/.test(word)) forms.push(`${word.slice(0, -1)}is`, `${word}es`);
  if (/[aeiou][nrd]$/.test(word)) forms.push(`${word}es`);
  if (word.endsWith("ao")) forms.push(`${word.slice(0, -2)}oes`);
  if (word.endsWith("m")) forms.push(`${word.slice(0, -1)}ns`);
  if (/(al|au|eu)$/.test(word)) forms.push(`${word.replace(/l$/, "u")}x`);
  if (word.length >= 5 && word.endsWith("e")) forms.push(`${word}n`);
  if (/(ung|heit|keit|schaft|tion|taet|tat)$/.test(word)) forms.push(`${word}en`);
  return forms;
}

/** As a German adjective: roter, rote, rotes, rotem, roten. */
function declined(word: string): string[] {
  const stem = /^([a-z]{3,}?)e[rsnm]?$/.exec(word)?.[1];
  return stem === undefined ? [] : ["e", "er", "es", "em", "en"].map((ending) => stem + ending);
}
