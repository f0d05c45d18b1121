/** Ways to write the same word, alone and in an expression. */
const spellings: readonly (readonly [word: string, ...others: string[]])[] = lines(`
  color colour, colors colours, colored coloured, gray grey, center centre, theater theatre, jewelry jewellery
  pajama pyjama, pajamas pyjamas, favorite favourite fav, favorites favourites favs, cozy cosy, donut doughnut
  donuts doughnuts, yogurt yoghurt, mustache moustache, tire tyre, tires tyres, armor armour, humor humour
  traveling travelling, traveler traveller, modeling modelling, organized organised, organizing organising
  customized customised, personalized personalised, catalog catalogue, flavor flavour, flavors flavours
  vacation vacay, weekend wknd, birthday bday, collaboration collab, collaborations collabs, mom mum
  moms mums, barbecue barbeque
`);
/** Short for the first of them, only beside other words: alone they mean too much. */
const withinOnly = lines(`
  video vid, videos vids, photo pic foto, photos pics fotos, picture pic, pictures pics, your ur yr, you u ya
  before b4, tonight tonite, night nite, subscribers subs, message msg, messages msgs, instagram insta ig
  youtube yt, exclusive exclusiv, please pls plz, thanks thx, minutes min mins, minute min, seconds sec secs
  hours hrs, part pt, photography fotografie photographie, and n, two 2, to 2, for 4, one 1
`);

const alone = both(spellings);
const within = new Map([
  ...withinOnly.map(([word, ...others]): [string, string[]] => [word, others]),
  ...alone,
]);

function lines(text: string): [string, ...string[]][] {
  return text
    .trim()
    .split(/[,\n]/)
    .map((group) => {
      const [word = "", ...others] = group.trim().split(" ");
      return [word, ...others];
    });
}

/** From each way to write a word to all the others. */
function both(groups: readonly (readonly string[])[]): Map<string, string[]> {
  return new Map(
    groups.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)])),
  );
}

/** The same expression with one of its words in another spelling. */
export function otherSpellings(form: string): string[] {
  const words = form.split(" ");
  const forms = words.flatMap((word, index) => {
    const written = (words.length === 1 ? alone : within).get(word) ?? [];
    return written.map((one) => words.with(index, one).join(" "));
  });
  if (words.length > 2 && words.slice(1, -1).includes("and")) {
    forms.push(words.filter((word) => word !== "and").join(" "));
  }
  return forms;
}
