import { createRandom } from "../content/random.ts";

/** A word as a picture, with letters out of line. */
export function captchaPicture(word: string): string {
  const random = createRandom(word);
  const letters = word.split("").map((letter, place) => {
    const x = 34 + (place * 236) / Math.max(1, word.length - 1);
    const y = random.integer(54, 74);
    const turn = random.integer(-24, 24);
    return `<text x="${x.toFixed()}" y="${y}" transform="rotate(${turn} ${x.toFixed()} ${y})">${letter}</text>`;
  });
  const lines = Array.from({ length: 6 }, () => {
    const [from, to] = [random.integer(0, 100), random.integer(0, 100)];
    return `<path d="M0 ${from} Q150 ${random.integer(0, 100)} 300 ${to}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100"><rect width="300" height="100" fill="#f3ece6"/><g fill="none" stroke="#b98fa6" stroke-width="1.5">${lines.join("")}</g><g fill="#4a2a4d" font-family="Georgia, serif" font-size="40" text-anchor="middle">${letters.join("")}</g></svg>`;
}
