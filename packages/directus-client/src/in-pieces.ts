/** So many moments or ids fit into the address of a request. */
const pieceSize = 100;

/** Asks for a long list of keys in pieces that fit into an address, one after the other. */
export async function inPieces<Key, Row>(
  keys: readonly Key[],
  read: (piece: readonly Key[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < keys.length; start += pieceSize) {
    rows.push(...(await read(keys.slice(start, start + pieceSize))));
  }
  return rows;
}
