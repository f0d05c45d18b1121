"use client";

import { defaultLocale, messagesFor } from "#messages/messages.ts";

/** Only when the root layout itself fails: no styles, no providers to rely on. */
export default function GlobalError() {
  const { errors, actions } = messagesFor(defaultLocale);
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
