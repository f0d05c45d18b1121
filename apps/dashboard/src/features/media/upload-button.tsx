"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

// What the gate takes; it looks at the bytes and has the last word.
const accepted =
  "image/jpeg,image/png,image/webp,image/gif,image/avif,video/mp4,video/quicktime,video/webm";

type UploadButtonProps = {
  variant?: "primary" | "secondary";
  onFiles: (files: File[]) => void;
};

export function UploadButton({ variant = "primary", onFiles }: UploadButtonProps) {
  const { library } = useMessages(libraryMessages);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} onClick={() => input.current?.click()}>
        <Upload aria-hidden />
        {library.upload}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={accepted}
        aria-label={library.upload}
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </>
  );
}
