export type Inline =
  | { kind: "code" | "strong" | "text"; text: string }
  | { kind: "link"; text: string; host: string; href: string };

export type Block =
  | { kind: "paragraph" | "heading"; inlines: Inline[] }
  | { kind: "list"; isNumbered: boolean; items: Inline[][] }
  | { kind: "code"; text: string };

/** Far beyond what models write. What comes after is shown as it is. */
const longest = 50_000;

const heading = /^#{1,6}\s+(.+)$/;
const item = /^\s*(?:[-*•]|(\d{1,4})[.)])\s+(.+)$/;
const fence = /^\s*```/;

/**
 * What a model wrote, with the little of Markdown that models use. There is no HTML and no picture: a
 * picture is a link like any other, and a link says where it leads.
 */
export function parseAnswer(text: string): Block[] {
  if (text.length <= longest) return parseBlocks(text);
  const rest: Block = {
    kind: "paragraph",
    inlines: [{ kind: "text", text: text.slice(longest) }],
  };
  return [...parseBlocks(text.slice(0, longest)), rest];
}

function parseBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let code: string[] | undefined;
  let words: string[] = [];
  const endParagraph = () => {
    if (words.length > 0)
      blocks.push({ kind: "paragraph", inlines: parseInline(words.join("\n")) });
    words = [];
  };
  for (const line of text.split("\n")) {
    if (fence.test(line)) {
      endParagraph();
      if (code !== undefined) blocks.push({ kind: "code", text: code.join("\n") });
      code = code === undefined ? [] : undefined;
      continue;
    }
    if (code !== undefined) {
      code.push(line);
      continue;
    }
    const [, title] = heading.exec(line) ?? [];
    const [, number, entry] = item.exec(line) ?? [];
    if (title !== undefined) {
      endParagraph();
      blocks.push({ kind: "heading", inlines: parseInline(title) });
    } else if (entry !== undefined) {
      endParagraph();
      addItem(blocks, parseInline(entry), number !== undefined);
    } else if (line.trim() === "") endParagraph();
    else words.push(line);
  }
  endParagraph();
  // While it is being written, the end of a block of code is not there yet.
  if (code !== undefined) blocks.push({ kind: "code", text: code.join("\n") });
  return blocks;
}

function addItem(blocks: Block[], inlines: Inline[], isNumbered: boolean): void {
  const last = blocks.at(-1);
  if (last?.kind === "list" && last.isNumbered === isNumbered) last.items.push(inlines);
  else blocks.push({ kind: "list", isNumbered, items: [inlines] });
}

// What is between two marks has a longest length: the end is looked for from each beginning anew.
const marks =
  /`([^`\n]{1,2000})`|\*\*([^*\n]{1,2000})\*\*|!?\[([^[\]\n]{0,500})\]\((https?:\/\/[^\s)]{1,2048})\)|(https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?])/g;

function parseInline(text: string): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, code, strong, label, labelled, bare] = match;
    const inline: Inline | null =
      code !== undefined
        ? { kind: "code", text: code }
        : strong !== undefined
          ? { kind: "strong", text: strong }
          : linkTo(labelled ?? bare ?? "", label ?? "");
    if (inline === null) continue;
    if (match.index > from) inlines.push({ kind: "text", text: text.slice(from, match.index) });
    inlines.push(inline);
    from = match.index + whole.length;
  }
  if (from < text.length) inlines.push({ kind: "text", text: text.slice(from) });
  return inlines;
}

function linkTo(address: string, label: string): Inline | null {
  if (!URL.canParse(address)) return null;
  const { host, href } = new URL(address);
  const text = label.trim();
  return { kind: "link", text: text === address ? "" : text, host, href };
}
