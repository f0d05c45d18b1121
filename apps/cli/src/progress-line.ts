/** On a terminal one line that changes; elsewhere a line for each change. Null ends it. */
export function progressLine(): (text: string | null) => void {
  const { stdout } = process;
  let shown = "";
  return (text) => {
    if (stdout.isTTY) stdout.write(text === null ? "\n" : `\r\u001B[2K${text}`);
    else if (text !== null && text !== shown) stdout.write(`${text}\n`);
    shown = text ?? shown;
  };
}
