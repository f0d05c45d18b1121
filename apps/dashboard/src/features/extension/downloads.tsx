"use client";

import { Download } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { extensionMessages } from "#messages/extension-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const browsers = ["chromium", "firefox"] as const;

export function Downloads() {
  const { extension: text } = useMessages(extensionMessages);
  return (
    <section aria-labelledby="install-extension" className="grid gap-3">
      <h3 id="install-extension" className="font-strong">
        {text.steps.install}
      </h3>
      <p className="max-w-prose text-ink-soft">{text.steps.installText}</p>
      <ul className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        {browsers.map((browser) => (
          <li key={browser} className="grid content-start gap-2">
            <ButtonLink variant="secondary" className="justify-self-start whitespace-normal">
              <a href={`/downloads/extension/${browser}`} download>
                <Download aria-hidden />
                {text.steps[browser]}
              </a>
            </ButtonLink>
            <p className="text-ink-soft">{text.steps[`${browser}How`]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
