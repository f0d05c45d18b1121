import type { Random } from "./random.ts";

const openings = [
  "Golden hour on the balcony",
  "Up before the sun for this one",
  "New set from the studio",
  "A slow Sunday with tea and a good book",
  "Back on the coast for a few days",
  "Trying out the lens you picked in the poll",
  "Rehearsal day, take eleven",
  "The light was doing all the work here",
  "Found this corner of the park by accident",
  "First snow of the season",
  "Fresh flowers and a clean desk",
  "Behind the scenes of Friday's shoot",
  "Cooking grandma's soup on stream tonight",
  "Road trip, day three",
  "A quiet morning stretch",
  "Night walk through the old town",
  "The roof terrace is open again",
  "This one nearly did not make the cut",
  "Blue hour, one handheld frame",
  "Practising the new choreography",
  "Postcard from the mountains",
  "Sorting through the archive",
  "My favourite of the whole series",
  "Rain on the window, records on the shelf",
] as const;

const closings = [
  "What do you see in it?",
  "More of these on Thursday.",
  "Tell me which one you would print.",
  "Thank you for being here, all of you.",
  "The long version is coming for subscribers.",
  "Shot on film, so I had to wait two weeks to see it.",
  "I read every comment, promise.",
  "Next one is your choice: sea or forest?",
  "It took longer than I would like to admit.",
  "Sound on.",
  "No filter, only good luck with the weather.",
  "Comment with a song that fits.",
  "Question time at eight tonight.",
  "There are outtakes. Many outtakes.",
  "Save it for a grey day.",
  "",
] as const;

/** Captions as people write them, with what trips up a reader of the page. */
const awkward = [
  'She said "one more", so we did one more. <3 & counting',
  "Line one\nLine two\n\n…and a last one after a gap",
  "Café, crème brûlée & a view 🌅🥐 (worth the 6 a.m. train)",
  "5 < 6 && 7 > 3: my maths homework, apparently",
  "👩‍🎨 studio day 🎨✨",
  "https://sandbox.localhost/ is not a real address, please stop typing it in :)",
] as const;

const tags = [
  "behindthescenes",
  "studio",
  "travel",
  "sunset",
  "morning",
  "film",
  "dance",
  "cooking",
  "fitness",
  "portrait",
  "nature",
  "city",
  "questions",
  "series",
] as const;

/** The caption of the post at `index`; every fortieth is an awkward one. */
export function createCaption(random: Random, index: number): string {
  if (index % 40 === 7) return awkward[Math.floor(index / 40) % awkward.length] ?? awkward[0];
  return `${random.pick(openings)}. ${random.pick(closings)}`.trim();
}

/** Up to four tags, without the number sign. */
export function createTags(random: Random): string[] {
  return random.sample(tags, random.integer(0, 4));
}
