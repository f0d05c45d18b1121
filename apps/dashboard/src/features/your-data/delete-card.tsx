"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { yourDataMessages } from "#messages/your-data-messages.ts";
import { DeleteDialog } from "./delete-dialog.tsx";

/** The way out. */
export function DeleteCard({ email }: { email: string }) {
  const { yourData } = useMessages(yourDataMessages);
  const [open, setOpen] = useState(false);
  return (
    <Card className="grid grid-cols-1 gap-4">
      <div className="grid gap-2">
        <CardTitle>{yourData.deletion.title}</CardTitle>
        <p className="max-w-prose text-ink-soft">{yourData.deletion.intro}</p>
        <p className="max-w-prose text-ink-soft">{yourData.deletion.first}</p>
      </div>
      <Button variant="danger" className="justify-self-start" onClick={() => setOpen(true)}>
        {yourData.deletion.start}
      </Button>
      {open && <DeleteDialog email={email} onClose={() => setOpen(false)} />}
    </Card>
  );
}
