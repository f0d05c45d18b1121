"use client";

import { ExternalLink } from "lucide-react";
import { useMemo } from "react";
import { cn } from "#components/ui/cn.ts";
import { type Block, type Inline, parseAnswer } from "./parse-answer.ts";

/** A model's words. What they link to is fetched by nobody until she follows it herself. */
export function AnswerText({ text }: { text: string }) {
  const blocks = useMemo(() => parseAnswer(text), [text]);
  return (
    <div data-sensitive className="grid max-w-prose grid-cols-1 gap-3 text-base wrap-anywhere">
      {blocks.map((block, place) => (
        <BlockView key={place} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === "code") {
    return (
      <pre className="rounded-control bg-sunken p-3 text-sm whitespace-pre-wrap">
        <code>{block.text}</code>
      </pre>
    );
  }
  if (block.kind === "list") {
    const List = block.isNumbered ? "ol" : "ul";
    return (
      <List className={cn("grid gap-1 pl-6", block.isNumbered ? "list-decimal" : "list-disc")}>
        {block.items.map((inlines, place) => (
          <li key={place}>
            <Inlines inlines={inlines} />
          </li>
        ))}
      </List>
    );
  }
  return (
    <p className={cn("whitespace-pre-line", block.kind === "heading" && "font-strong")}>
      <Inlines inlines={block.inlines} />
    </p>
  );
}

function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, place) => <InlineView key={place} inline={inline} />);
}

function InlineView({ inline }: { inline: Inline }) {
  if (inline.kind === "link") {
    return (
      <a
        href={inline.href}
        title={inline.href}
        target="_blank"
        rel="noreferrer nofollow"
        className="text-accent underline underline-offset-4"
      >
        {inline.text === "" ? inline.host : `${inline.text} (${inline.host})`}
        <ExternalLink aria-hidden className="ml-1 inline size-3.5" />
      </a>
    );
  }
  if (inline.kind === "strong") return <strong className="font-strong">{inline.text}</strong>;
  if (inline.kind === "code") {
    return <code className="rounded-control bg-sunken px-1 py-0.5 text-sm">{inline.text}</code>;
  }
  return inline.text;
}
