"use client";

import { Download, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { saveText } from "#features/http/save-text.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CopyButton } from "./copy-button.tsx";

type ShownCodesProps = { codes: readonly string[]; onDone: () => void };

/** The codes, this once, with the ways to keep them. On paper there is nothing but them. */
export function ShownCodes({ codes, onDone }: ShownCodesProps) {
  const { productName } = useMessages();
  const { recoveryCodes: text } = useMessages(settingsMessages);
  const [hasFailed, setFailed] = useState(false);
  const file = [text.fileHead(productName), "", ...codes, ""].join("\n");
  return (
    <div data-print className="grid grid-cols-1 gap-4">
      <p className="hidden print:block">{text.fileHead(productName)}</p>
      <ol
        aria-label={text.listLabel}
        className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-control bg-sunken p-4 min-[22rem]:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>
            <code className="font-sans tabular-nums select-all">{code}</code>
          </li>
        ))}
      </ol>
      {hasFailed && <Notice>{text.copyFailed}</Notice>}
      <div className="flex flex-wrap justify-between gap-2 print:hidden">
        <div className="flex flex-wrap gap-2">
          <CopyButton text={codes.join("\n")} onResult={(copied) => setFailed(!copied)} />
          <Button
            variant="secondary"
            onClick={() => saveText(`${text.fileName}.txt`, file, "text/plain")}
          >
            <Download aria-hidden />
            {text.download}
          </Button>
          <Button variant="secondary" onClick={() => window.print()}>
            <Printer aria-hidden />
            {text.print}
          </Button>
        </div>
        <Button className="ms-auto" onClick={onDone}>
          {text.done}
        </Button>
      </div>
    </div>
  );
}
