/** A name of a field or step as words: "scheduled_posts" is "Scheduled posts". */
export function sayName(name: string): string {
  const words = name
    .replace(/_id$/, "")
    .replaceAll(/[_-]+/g, " ")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
