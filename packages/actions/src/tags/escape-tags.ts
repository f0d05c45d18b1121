/**
 * Foreign text in which nothing opens an action tag, neither alone nor with other such text before or
 * after it. The parser shows `\[ACTION:` as `[ACTION:`. Escaping twice changes nothing.
 */
export const escapeTags = (text: string): string => text.replace(opening, "\\[");

/** Of a tag, or at the end of the text perhaps of one, where no backslash stands before it. */
const opening = /(?<!\\)\[(?=ACTION:|(?:A(?:C(?:T(?:I(?:ON?)?)?)?)?)?$)/g;
