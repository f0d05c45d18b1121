"use client";

import type { Fan, FanOrder, Profile } from "@genie/directus-client";
import { NotebookPen } from "lucide-react";
import type { ReactNode } from "react";
import { Moment } from "#components/ui/moment.tsx";
import { useAccountName } from "#features/platforms/use-account-name.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FanCard } from "./fan-card.tsx";
import { FanNames } from "./fan-names.tsx";
import { FanStatus } from "./fan-status.tsx";
import { sayAmount } from "./fan-words.ts";
import { ScoreBar } from "./score-bar.tsx";

type FanListProps = { fans: readonly Fan[]; profiles: readonly Profile[]; sort: FanOrder };

/** The fans as a table, and on a phone as cards. */
export function FanList({ fans, profiles, sort }: FanListProps) {
  const { fans: text } = useMessages(fansMessages);
  return (
    <>
      <FanTable fans={fans} profiles={profiles} sort={sort} />
      <ul aria-label={text.listLabel} className="grid grid-cols-1 gap-2 md:hidden">
        {fans.map((fan) => (
          <li key={fan.id}>
            <FanCard fan={fan} profiles={profiles} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FanTable({ fans, profiles, sort }: FanListProps) {
  const { fans: text } = useMessages(fansMessages);
  const accountName = useAccountName();
  const hasAccounts = profiles.length > 1;
  return (
    <div className="hidden overflow-x-auto rounded-card border border-line bg-card md:block">
      <table className="w-full text-left">
        <caption className="sr-only">{text.listLabel}</caption>
        <thead className="bg-sunken">
          <tr>
            <Heading sortedBy={sort === "name" && "ascending"}>{text.columns.fan}</Heading>
            {hasAccounts && <Heading>{text.columns.account}</Heading>}
            <Heading>{text.columns.status}</Heading>
            <Heading sortedBy={sort === "score" && "descending"}>{text.columns.score}</Heading>
            <Heading sortedBy={sort === "spent" && "descending"} isNumber>
              {text.columns.spent}
            </Heading>
            <Heading sortedBy={sort === "recent" && "descending"}>{text.columns.seen}</Heading>
            <Heading>{text.columns.notes}</Heading>
          </tr>
        </thead>
        <tbody>
          {fans.map((fan) => (
            <tr key={fan.id} className="relative border-t border-line hover:bg-sunken">
              <th scope="row" className="max-w-64 px-4 py-3 font-normal">
                <AddressLink
                  to={{ fan: fan.id }}
                  className="block rounded-control after:absolute after:inset-0"
                >
                  <FanNames fan={fan} />
                </AddressLink>
              </th>
              {hasAccounts && (
                <td className="max-w-48 truncate px-4 py-3 text-ink-soft">
                  <span data-sensitive>{accountName(fan.account)}</span>
                </td>
              )}
              <td className="px-4 py-3">
                <FanStatus fan={fan} />
              </td>
              <td className="px-4 py-3">
                <ScoreBar score={fan.score} />
              </td>
              <td className="px-4 py-3 text-right whitespace-nowrap tabular-nums">
                {fan.totalSpent === null ? (
                  <span className="text-ink-soft">{text.notShown}</span>
                ) : (
                  <span data-sensitive>{sayAmount(fan.totalSpent, fan, profiles)}</span>
                )}
              </td>
              <td className="px-4 py-3 whitespace-nowrap text-ink-soft">
                <Moment at={fan.lastInteraction} none={text.notShown} />
              </td>
              <td className="px-4 py-3 text-ink-soft">
                {fan.notes !== "" && (
                  <>
                    <NotebookPen aria-hidden className="size-4" />
                    <span className="sr-only">{text.hasNotes}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadingProps = {
  sortedBy?: "ascending" | "descending" | false;
  isNumber?: boolean;
  children: ReactNode;
};

function Heading({ sortedBy = false, isNumber = false, children }: HeadingProps) {
  return (
    <th
      scope="col"
      aria-sort={sortedBy === false ? undefined : sortedBy}
      className={isNumber ? "px-4 py-2 text-right font-strong" : "px-4 py-2 font-strong"}
    >
      {children}
    </th>
  );
}
