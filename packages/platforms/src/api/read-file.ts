import type { OutgoingFile } from "../adapter.ts";

/** All bytes of a file that is to go out. */
export async function readFile({ bytes }: Pick<OutgoingFile, "bytes">): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes()) parts.push(part);
  return Buffer.concat(parts);
}

/** The file as the field `file` of a form. */
export async function fileForm(file: OutgoingFile): Promise<FormData> {
  const form = new FormData();
  const bytes = new Uint8Array(await readFile(file));
  form.set("file", new File([bytes], file.name, { type: file.mime }));
  return form;
}
