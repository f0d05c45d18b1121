/** Words for the same thing, as people and sites use them. The order of the lists means nothing. */
const concepts: readonly (readonly string[])[] = [
  ["sign in", "signs in", "log in", "enter", "login"],
  ["sign out", "log out", "leave"],
  ["username", "user name", "account name", "handle"],
  ["password", "passphrase", "secret word"],
  ["one-time code", "security code", "six digits"],
  ["own profile", "profile", "my page", "own page"],
  ["caption", "text", "message", "words of the post"],
  ["photos and videos", "pictures and clips", "media files", "pictures and videos"],
  ["visibility", "audience", "who can see it"],
  ["publish", "publishes the post", "share now", "send it out", "post it"],
  ["number of posts", "posts", "publications", "entries"],
  ["number of followers", "followers", "admirers", "followed by"],
  ["number of accounts that it follows", "following", "follows", "accounts followed"],
  ["number of likes", "likes", "hearts", "favourites"],
  ["number of comments", "comments", "replies", "responses"],
  ["number of views", "views", "impressions", "times seen"],
  ["money earned", "earnings", "income", "revenue"],
  ["tags", "topics", "keywords"],
  ["next page", "older ones", "further back"],
];

/** What a text is about: numbers of concepts whose words it says, longest words first. */
export function conceptsOf(text: string): number[] {
  let left = ` ${plain(text)} `;
  const found: number[] = [];
  const phrases = concepts
    .flatMap((words, concept) => words.map((word) => ({ word, concept })))
    .toSorted((one, other) => other.word.length - one.word.length);
  for (const { word, concept } of phrases) {
    if (!left.includes(` ${word} `)) continue;
    left = left.replaceAll(` ${word} `, "  ");
    if (!found.includes(concept)) found.push(concept);
  }
  return found;
}

/** The concept that a text is the name of, and of nothing else; null for any other text. */
export function labelOf(text: string): number | null {
  const words = plain(text);
  const concept = concepts.findIndex((names) => names.includes(words));
  return concept === -1 ? null : concept;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}-]+/gu, " ")
    .trim();
}
