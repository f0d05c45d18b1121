/** A name of a field or step as words: by the ones that are known, else "some_thing" is "Some thing". */
export function sayName(name: string, known: Readonly<Record<string, string>> = {}): string {
  if (Object.hasOwn(known, name)) return known[name] ?? name;
  const words = name
    .replace(/_id$/, "")
    .replaceAll(/[_-]+/g, " ")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
