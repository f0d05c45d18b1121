const joining = new Set(
  "de of do da dos das del di du des in for with con com avec mit a au aux en no na y and und et".split(
    " ",
  ),
);
/** German adjectives that names of tags begin with, without their endings. Only where one has an ending. */
const adjectives = new Set(
  `rot schwarz weiss blau gruen grun gelb rosa gold golden silbern bunt neu alt gross klein lang kurz schoen
  schon weich hart nass trocken falsch gut beste exklusiv kostenlos privat sanft hell dunkel warm kalt heiss
  frisch hausgemacht selbstgemacht gesund vegan natuerlich naturlich lustig suess suss wild frei offen erst
  letzt naechst nachst ganz halb digital analog echt hoh tief stark leicht schnell langsam still leis laut
  live taeglich taglich woechentlich wochentlich monatlich limitiert signiert gemuetlich gemutlich romantisch
  sinnlich verspielt elegant klassisch modern`.split(/\s+/),
);
const fewestJoined = 5;
/** A shorter word that ends in s may be no plural. */
const fewestOfPlural = 6;

/**
 * The forms that a person may write for this one: plurals, run together, simple inflection in five
 * languages. Some are no words at all, which costs nothing but a little room.
 */
export function otherForms(form: string): string[] {
  const words = form.split(" ");
  if (words.some((word) => !/^[a-z0-9]+$/.test(word))) return [];
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
  const forms = [...plural(word), ...otherPlurals(word)];
  if (/^[a-z]{4,}ing$/.test(word)) forms.push(word.slice(0, -1));
  if (word.length >= fewestOfPlural) forms.push(...singular(word));
  if (word.length >= 6 && word.endsWith("o")) {
    forms.push(`${word.slice(0, -1)}a`, `${word.slice(0, -1)}as`);
  }
  return forms;
}

function ofExpression(words: string[]): string[] {
  const joined = words.join("");
  const forms = joined.length >= fewestJoined ? [joined] : [];
  const [first = "", ...rest] = words;
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  if (words.slice(1, -1).some((word) => joining.has(word))) {
    const firsts = [...plural(first), ...otherPlurals(first)];
    forms.push(...firsts.map((one) => [one, ...rest].join(" ")));
  } else {
    forms.push(...plural(last).map((one) => [...before, one].join(" ")));
  }
  if (last.length >= fewestOfPlural) {
    forms.push(...singular(last).map((one) => [...before, one].join(" ")));
  }
  if (words.length === 2) {
    if (/[ao]$/.test(last) || (first.endsWith("e") && last.endsWith("e"))) {
      forms.push(`${plural(first)[0] ?? first} ${plural(last)[0] ?? last}`);
    }
    forms.push(...declined(first, last));
  }
  return forms;
}

function plural(word: string): string[] {
  if (!/^[a-z]{2,}$/.test(word) || /[^s]s$/.test(word)) return [];
  if (/(ss|x|z|ch|sh)$/.test(word)) return [`${word}es`];
  return /[^aeiou]y$/.test(word) ? [`${word.slice(0, -1)}ies`] : [`${word}s`];
}

/** Spanish, Portuguese, French and German. */
function otherPlurals(word: string): string[] {
  const forms: string[] = [];
  if (/[aeiou]l$/.test(word)) forms.push(`${word.slice(0, -1)}is`);
  if (/(ad|or|on|en|al|el|az|ez)$/.test(word)) forms.push(`${word.replace(/z$/, "c")}es`);
  if (word.endsWith("ao")) forms.push(`${word.slice(0, -2)}oes`);
  if (/[aeiou]m$/.test(word)) forms.push(`${word.slice(0, -1)}ns`);
  if (/(al|eau|eu)$/.test(word)) forms.push(`${word.replace(/l$/, "u")}x`);
  if (word.length >= 5 && word.endsWith("e")) forms.push(`${word}n`);
  if (/(ung|heit|keit|schaft|tion|tat)$/.test(word)) forms.push(`${word}en`);
  return forms;
}

function singular(word: string): string[] {
  return /[^su]s$/.test(word) ? [word.slice(0, -1)] : [];
}

/** As a German adjective and its noun: rote Haare, roten Haaren. */
function declined(first: string, last: string): string[] {
  const stem = /^([a-z]+?)e[rsnm]?$/.exec(first)?.[1] ?? "";
  if (!adjectives.has(stem)) return [];
  const nouns = /(e|er|el)$/.test(last) ? [last, `${last}n`] : [last];
  return ["e", "er", "es", "em", "en"].flatMap((ending) =>
    nouns.map((noun) => `${stem}${ending} ${noun}`),
  );
}
