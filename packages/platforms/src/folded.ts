/**
 * A text as it is compared: the same for all the ways in which Unicode writes it, without what nobody
 * sees (soft hyphens, zero-width spaces, variants of an emoji), with straight quotes and plain hyphens.
 * Case stays.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/[\u2018\u2019\u201B\u02BC]/g, "'")
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-");
}
