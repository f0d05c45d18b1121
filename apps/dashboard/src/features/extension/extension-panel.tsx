"use client";

import { createPairingCode, type PairingCode, type Viewer } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { extensionMessages } from "#messages/extension-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { Downloads } from "./downloads.tsx";
import { PairedBrowsers } from "./paired-browsers.tsx";
import { ShownCode } from "./shown-code.tsx";
import { pairedBrowsersKey, usePairedBrowsers } from "./use-paired-browsers.ts";

/** Installs the extension, pairs a browser, and lists those that are paired. */
export function ExtensionPanel({ viewer, origin }: { viewer: Viewer; origin: string }) {
  const { extension: text } = useMessages(extensionMessages);
  const sentence = useSentence();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<{ pairing: PairingCode; before: string[] } | null>(null);
  const { list, added } = usePairedBrowsers(viewer, made?.before ?? null);
  const make = useMutation({
    mutationFn: () => createPairingCode(browserDirectus()),
    onSuccess: (pairing) => setMade({ pairing, before: (list.data ?? []).map(({ id }) => id) }),
  });
  const pairing = made !== null && added === undefined ? made.pairing : null;
  const name = added?.name;

  useEffect(() => {
    if (name !== undefined) toast(text.paired(name));
  }, [name, text, toast]);

  return (
    <>
      <Card className="grid grid-cols-1 gap-6">
        <div className="grid gap-1">
          <CardTitle>{text.title}</CardTitle>
          <p className="max-w-prose text-ink-soft">{text.intro}</p>
        </div>
        <Downloads />
        <section aria-labelledby="pair-browser" className="grid gap-3">
          <h3 id="pair-browser" className="font-strong">
            {text.steps.pair}
          </h3>
          <p className="max-w-prose text-ink-soft">{text.steps.pairText}</p>
          {make.isError && <Notice>{sentence(make.error)}</Notice>}
          {pairing !== null && <ShownCode key={pairing.code} pairing={pairing} origin={origin} />}
          <Button
            variant={pairing === null ? "primary" : "secondary"}
            className="justify-self-start"
            busy={make.isPending}
            onClick={() => make.mutate()}
          >
            {pairing === null ? text.makeCode : text.anotherCode}
          </Button>
        </section>
      </Card>
      <PairedBrowsers
        list={list}
        onRevoked={() => void queryClient.invalidateQueries({ queryKey: pairedBrowsersKey })}
      />
    </>
  );
}
