"use client";

import { defaultLocale } from "#messages/locale.ts";
import { sharedMessages } from "#messages/shared-messages.ts";

/** Only when the root layout itself fails: no styles, no providers to rely on. */
export default function GlobalError() {
  const { errors, actions } = sharedMessages[defaultLocale];
  return (
    <html lang={defaultLocale}>
      <body>
        <main>
          <h1>{errors.title}</h1>
          <p>{errors.text}</p>
          <button type="button" onClick={() => window.location.reload()}>
            {actions.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
