"use client";

import type { ActionStep } from "@genie/schema";
import { Fragment } from "react";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type ResultItem, type ResultPart, resultParts } from "./result-parts.ts";
import { sayName } from "./say-name.ts";
import type { Thing } from "./thing-href.ts";

type ResultViewProps = {
  result: unknown;
  /** What led to it; leave it out for what went in. */
  steps?: readonly Partial<ActionStep>[];
};

/** What an action answered, readable, with a link to each thing that it made or found. */
export function ResultView({ result, steps = [] }: ResultViewProps) {
  const { runs: text } = useMessages(runsMessages);
  // What was deleted can't be shown any more.
  const last = steps.findLast(({ status }) => status === "done");
  if (last?.step === "delete-item") return <p>{text.deleted}</p>;
  const parts = resultParts(result);
  if (parts.length === 0) return <p className="text-ink-soft">{text.nothingCame}</p>;
  return <Parts parts={parts} />;
}

function Parts({ parts }: { parts: readonly ResultPart[] }) {
  const facts = parts.filter((part) => part.kind === "fact");
  return (
    <div className="grid grid-cols-1 gap-3">
      {parts.map((part, place) => (
        <Fragment key={place}>
          {part.kind === "fact" ? (
            part === facts[0] && <Facts facts={facts} />
          ) : (
            <Part part={part} />
          )}
        </Fragment>
      ))}
    </div>
  );
}

function Part({ part }: { part: Exclude<ResultPart, { kind: "fact" }> }) {
  const { runs: text } = useMessages(runsMessages);
  if (part.kind === "thing") return <ThingLink thing={part.thing} />;
  if (part.kind === "text") {
    return (
      <div>
        {part.name !== null && <Name>{part.name}</Name>}
        <p data-sensitive className="max-w-prose whitespace-pre-line wrap-anywhere">
          {part.text}
        </p>
      </div>
    );
  }
  if (part.kind === "group") {
    const facts = part.parts.filter((one) => one.kind === "fact");
    if (facts.length === part.parts.length) return <Line name={part.name} facts={facts} />;
    return (
      <section className="grid grid-cols-1 gap-1 border-l-2 border-line pl-3">
        <Name>{part.name}</Name>
        <Parts parts={part.parts} />
      </section>
    );
  }
  return (
    <div>
      {part.name !== null && <Name>{part.name}</Name>}
      {part.items.length === 0 && <p className="text-ink-soft">{text.none}</p>}
      <ul className="grid grid-cols-1 gap-1 empty:hidden">
        {part.items.map((item, place) => (
          <li key={place} data-sensitive className="min-w-0 wrap-anywhere">
            <Item item={item} />
          </li>
        ))}
      </ul>
      {part.left > 0 && <p className="text-ink-soft">{text.more(part.left)}</p>}
    </div>
  );
}

function Item({ item: { text: words, thing } }: { item: ResultItem }) {
  const { runs: text } = useMessages(runsMessages);
  if (thing === null) return words;
  return (
    <IntentLink
      href={thing.href}
      className="inline-block py-0.5 text-accent underline underline-offset-4 pointer-coarse:py-2.5"
    >
      <span className="line-clamp-2">{words || text.open[thing.kind]}</span>
    </IntentLink>
  );
}

function ThingLink({ thing }: { thing: Thing }) {
  const { runs: text } = useMessages(runsMessages);
  return (
    <IntentLink
      href={thing.href}
      className="inline-flex min-h-6 items-center justify-self-start font-strong text-accent underline underline-offset-4 pointer-coarse:py-2.5"
    >
      {text.open[thing.kind]}
    </IntentLink>
  );
}

type Fact = Extract<ResultPart, { kind: "fact" }>;

function Facts({ facts }: { facts: readonly Fact[] }) {
  const { runs: text } = useMessages(runsMessages);
  const say = useSayValue();
  return (
    <dl className="grid grid-cols-1 gap-1">
      {facts.map(({ name, value }) => (
        <div key={name} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-soft">{sayName(name, text.names)}</dt>
          <dd data-sensitive className="min-w-0 wrap-anywhere">
            {say(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What consists of a few facts alone. */
function Line({ name, facts }: { name: string; facts: readonly Fact[] }) {
  const { runs: text } = useMessages(runsMessages);
  const say = useSayValue();
  return (
    <p className="wrap-anywhere">
      <span className="text-ink-soft">{sayName(name, text.names)}</span>{" "}
      <span data-sensitive>
        {facts.map((fact) => `${sayName(fact.name, text.names)} ${say(fact.value)}`).join(" · ")}
      </span>
    </p>
  );
}

function useSayValue(): (value: Fact["value"]) => string {
  const { runs: text } = useMessages(runsMessages);
  return (value) => (typeof value === "boolean" ? (value ? text.yes : text.no) : String(value));
}

function Name({ children }: { children: string }) {
  const { runs: text } = useMessages(runsMessages);
  return <p className="text-ink-soft">{sayName(children, text.names)}</p>;
}
