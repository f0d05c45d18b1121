import { formOf } from "./form-of.ts";

const lines = (text: string) =>
  text
    .trim()
    .split("\n")
    .flatMap((line) => line.trim().split(", "));

/** Never part of a tag or of another name of one. */
const anywhere = lines(`
  teen, teens, teenage, teenager, teenagers, teenie, teeny, tween, preteen, minor, minors, underage, under age
  child, children, childlike, kid, kids, kiddie, toddler, infant, juvenile, adolescent, schoolgirl, schoolgirls
  schoolboy, school girl, school boy, school uniform, barely legal, jailbait, lolita, loli, lolicon, shota, shotacon
  ageplay, age play, young girl, young boy, young woman, young man, young looking, youthful, nubile, baby face
  baby girl, babygirl, petite girl, little girl, little boy, girlie girl, ddlg, back to school
  colegiala, adolescente, jovencita, niña, niñas, niño, menina, menor de edad, menor de idade, novinha, ninfeta
  minderjährig, jugendlich, schulmädchen, schulmadchen, kleines mädchen, mineure, écolière, lycéenne, fillette
  non consensual, nonconsensual, nonconsent, noncon, non con, without consent, against her will, against his will
  rape, raped, forced, coerced, coercion, blackmail, kidnapped, kidnapping, abducted, molest, molested, groping
  unconscious, drugged, drunk girl, passed out, roofied, hypnotised, hypnotized, hidden camera, spycam, upskirt
  voyeur, creepshot, revenge, deepfake, leaked, sex slave, trafficking
  violación, violada, forzada, forçada, estupro, vergewaltigung, erzwungen, viol, violée, forcée
  incest, stepmom, stepmother, stepdad, stepfather, stepsister, stepsis, stepbrother, stepbro, stepdaughter, stepson
  step mom, step mother, step dad, step sister, step brother, step daughter, mommy, daddy, incesto, inzest, inceste
  milf, milfs, gilf, dilf, granny, cougar, interracial, bbc, bwc, bbw, ssbbw, shemale, tranny, ladyboy, femboy
  midget, amputee, cripple, pregnant, pregnancy, preggo, embarazada, grávida, schwanger, enceinte
  raceplay, race play, exotic girl, exotic beauty, fetish for race
`);

const people =
  "girl, girls, boy, boys, woman, women, man, men, babe, babes, beauty, beauties, model, models, guy, guys, body, skin".split(
    ", ",
  );
/** Traits that are nobody's attraction. Of food, dances and places they may speak. */
const traits = lines(`
  asian, black, white, brown, ebony, latina, latino, latin, indian, arab, arabic, african, caucasian, european
  chinese, japanese, korean, thai, filipina, mexican, brazilian, russian, jewish, muslim, hindu, christian
  catholic, gay, lesbian, bisexual, straight, trans, transgender, transsexual, queer, disabled, deaf, blind
  mature, older, old, young, younger, foreign
`);
/** Nor are they a tag by themselves. */
const alone = lines(`
  asian, ebony, latina, latino, arab, african, caucasian, indian, black, white, muslim, jewish, hindu, christian
  catholic, gay, lesbian, bisexual, straight, trans, transgender, transsexual, queer, disabled, deaf, blind
  young, younger, mature, older, baby, babe, twink, nun, hijab
`);

/** Terms of a trade that only sound like one. */
const harmless = lines(`
  forced perspective, perspectiva forzada, perspectiva forçada, perspective forcée, korean beauty
`);

const harmlessForms = new Set(harmless.map(formOf));
const aloneForms = new Set(alone.map(formOf));
const deniedForms = new Set(
  [...anywhere, ...traits.flatMap((trait) => people.map((person) => `${trait} ${person}`))].map(
    formOf,
  ),
);
for (const form of harmlessForms) deniedForms.delete(form);
const mostWords = 4;

/** Everything that is denied, as it is written, for tests. */
export const deniedWords: readonly string[] = [...deniedForms, ...aloneForms];

/** What makes this term one that no tag may be called, null if nothing does. */
export function deniedIn(term: string): string | null {
  const form = formOf(term);
  if (harmlessForms.has(form)) return null;
  if (aloneForms.has(form)) return form;
  const words = form.split(" ");
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + mostWords); to++) {
      const part = words.slice(from, to).join(" ");
      if (deniedForms.has(part)) return part;
    }
  }
  return null;
}
