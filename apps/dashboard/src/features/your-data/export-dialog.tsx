"use client";

import { exportPath, startExport } from "@genie/directus-client";
import { Dialog } from "#components/ui/dialog.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { PasswordStep } from "#features/settings/password-step.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { yourDataMessages } from "#messages/your-data-messages.ts";

type ExportDialogProps = { onClose: () => void; onStarted: () => void };

/** Her password, then the browser downloads the file by itself. */
export function ExportDialog({ onClose, onStarted }: ExportDialogProps) {
  const { actions } = useMessages();
  const { security } = useMessages(settingsMessages);
  const { yourData } = useMessages(yourDataMessages);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      closeLabel={actions.close}
      title={yourData.export.dialogTitle}
      description={yourData.export.dialogText}
    >
      <PasswordStep
        onSubmit={async (password) => {
          const started = await startExport(browserDirectus(), password);
          if (started === "wrong_password") return security.wrongPassword;
          download(`/api/directus${exportPath(started.ticket)}`);
          onStarted();
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}

/** Has the browser save what is there, and stay on the page. */
function download(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}
