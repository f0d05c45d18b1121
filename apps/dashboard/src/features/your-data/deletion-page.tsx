"use client";

import { createDirectusClient, readDeletion } from "@genie/directus-client";
import { deletionReport, type DeletionStatus } from "@genie/schema";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { saveText } from "#features/http/save-text.ts";
import { useMessages } from "#messages/use-messages.ts";
import { yourDataMessages } from "#messages/your-data-messages.ts";
import { ticketIn } from "./deletion-href.ts";

const askAgainMs = 1_000;

/** How far a deletion is, and its report; for who is signed in no more. */
export function DeletionPage() {
  const hydrated = useHydrated();
  return hydrated ? <Deletion ticket={ticketIn(window.location.hash)} /> : null;
}

function Deletion({ ticket }: { ticket: string | null }) {
  const { yourData } = useMessages(yourDataMessages);
  const words = yourData.deletion;
  // Her session is over; the cookie that is left of it would only be refused.
  const [stranger] = useState(() =>
    createDirectusClient({ url: `${window.location.origin}/api/directus`, credentials: "omit" }),
  );
  const { data, isError } = useQuery({
    queryKey: ["deletion", ticket],
    queryFn: () => readDeletion(stranger, ticket ?? ""),
    enabled: ticket !== null,
    refetchInterval: ({ state }) => (state.data?.status === "completed" ? false : askAgainMs),
  });
  if (ticket === null) return <Told title={words.unknownTitle} text={words.unknownText} />;
  if (data?.status === "completed") {
    return (
      <Told title={words.goneTitle} text={words.goneText}>
        <Report status={data} />
      </Told>
    );
  }
  return (
    <Told title={words.runningTitle} text={words.runningText}>
      {isError && <Notice>{words.readFailed}</Notice>}
    </Told>
  );
}

function Told({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const { yourData } = useMessages(yourDataMessages);
  return (
    <section aria-live="polite" className="grid gap-4">
      <h1 className="text-xl font-strong">{title}</h1>
      <p className="text-ink-soft">{text}</p>
      {children}
      <Link href="/login" className="justify-self-start text-accent underline">
        {yourData.deletion.toStart}
      </Link>
    </section>
  );
}

function Report({ status }: { status: DeletionStatus }) {
  const { yourData } = useMessages(yourDataMessages);
  const save = () =>
    saveText("genie-helper-deletion.txt", deletionReport(status), "text/plain;charset=utf-8");
  return (
    <Button className="justify-self-start" onClick={save}>
      <Download aria-hidden />
      {yourData.deletion.report}
    </Button>
  );
}
