/** Where a sealed value lives. It opens only in the same place, for the same owner. */
export type SealContext = { collection: string; field: string; rowId: string; ownerId: string };

const label = Buffer.from("genie-helper/v1\0", "utf8");
const purpose = "stored-secret";

/**
 * Label, header, then each part of the context with its length in front, so that no two contexts
 * give the same bytes. Undefined when a part is not well-formed Unicode: its UTF-8 would be ambiguous.
 */
export function associatedData(header: Uint8Array, context: SealContext): Buffer | undefined {
  const { collection, field, rowId, ownerId } = context;
  const parts = [collection, field, rowId, ownerId, purpose];
  if (!parts.every((part) => part.isWellFormed())) {
    return undefined;
  }
  return Buffer.concat([label, header, ...parts.flatMap(withLength)]);
}

function withLength(part: string): [length: Buffer, bytes: Buffer] {
  const bytes = Buffer.from(part, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return [length, bytes];
}
