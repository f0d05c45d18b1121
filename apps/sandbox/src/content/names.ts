import type { Random } from "./random.ts";

const firstNames = [
  "Ada",
  "Amir",
  "Bruno",
  "Chiara",
  "Dana",
  "Elias",
  "Farah",
  "Gwen",
  "Hugo",
  "Ines",
  "Jonas",
  "Kai",
  "Lena",
  "Mateo",
  "Noor",
  "Otis",
  "Priya",
  "Quinn",
  "Rosa",
  "Sami",
  "Tessa",
  "Umar",
  "Vera",
  "Wes",
  "Yuki",
  "Zoe",
] as const;
const lastInitials = [
  "A",
  "B",
  "C",
  "D",
  "F",
  "G",
  "H",
  "K",
  "L",
  "M",
  "N",
  "P",
  "R",
  "S",
] as const;

/** A fan's shown name and the username that goes with it. */
export function createFanName(random: Random): { name: string; username: string } {
  const first = random.pick(firstNames);
  const initial = random.pick(lastInitials);
  const username = `${first}${initial}${random.integer(10, 9999)}`.toLowerCase();
  return { name: `${first} ${initial}.`, username };
}
