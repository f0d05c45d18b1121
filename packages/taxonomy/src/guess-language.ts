/** Words that hardly any sentence of a language does without, as they are folded. Those of two languages count for both. */
const functionWords = {
  de: "der die das und ich ist mit ein eine einen einem fuer fur auf im den dem von zu nicht mein meine meinen meiner euch wir sie es am noch nur heute wieder mehr aber auch beim vom zum wie was hat habe bin so nach aus",
  en: "the a an and of to is in on with my for it this that you we i so no not are was at be from your all just but me do as or if",
  es: "el la los las y de que con un una unos unas para por en mi mis es no se lo al del me te tu su muy hoy como mas pero ya esta este son cuando todo",
  fr: "le la les et de des du un une avec pour dans mon ma mes je est pas que qui sur ce cette au aux en on nous vous il elle plus tout mais comme apres chez ete ai bien aujourd",
  pt: "o a os as e de do da dos das com um uma para por no na nos nas em meu minha meus minhas que nao se eu voce voces hoje mais mas ja muito como ao foi sao esta quando tudo",
} as const;

export type Language = keyof typeof functionWords;

const languages = Object.keys(functionWords) as Language[];
const languagesOf = new Map<string, Language[]>();
for (const language of languages) {
  for (const word of functionWords[language].split(" ")) {
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
  }
}

const fewest = 2;

/** The language of a folded text, null where that is another one or in doubt. */
export function guessLanguage(text: string): Language | null {
  const counts = { de: 0, en: 0, es: 0, fr: 0, pt: 0 };
  for (const word of text.split(" ")) {
    for (const language of languagesOf.get(word) ?? []) counts[language] += 1;
  }
  const [first, second] = languages.toSorted((a, b) => counts[b] - counts[a]);
  if (first === undefined || second === undefined) return null;
  return counts[first] >= fewest && counts[first] > counts[second] ? first : null;
}
