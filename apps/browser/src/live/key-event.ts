import type { LiveInput } from "@genie/browser-client";

type Key = Extract<LiveInput, { type: "key" }>;

const ctrl = 2;
const meta = 4;

/**
 * A key as Chromium's `Input.dispatchKeyEvent` takes it. The command key of a Mac does what Ctrl does
 * where Chromium runs on another system.
 */
export function keyEvent({ kind, key, code, text, modifiers }: Key, platform: NodeJS.Platform) {
  const isShortcut = (modifiers & (ctrl | meta)) !== 0;
  const asCtrl = platform !== "darwin" && (modifiers & meta) !== 0;
  const typed = key === "Enter" ? "\r" : isShortcut ? "" : text;
  const type = kind === "up" ? "keyUp" : typed === "" ? "rawKeyDown" : "keyDown";
  return {
    type,
    key,
    code,
    modifiers: asCtrl ? (modifiers & ~meta) | ctrl : modifiers,
    windowsVirtualKeyCode: virtualKeyCode(key, code),
    location: locationOf(code),
    isKeypad: code.startsWith("Numpad"),
    ...(type === "keyDown" && { text: typed, unmodifiedText: typed }),
  } as const;
}

/** What Windows calls a key; pages and Chromium's own editing still go by it. 0 when it has no such name. */
export function virtualKeyCode(key: string, code: string): number {
  const [, functionKey] = /^F(\d{1,2})$/.exec(key) ?? [];
  if (functionKey !== undefined) return 111 + Number(functionKey);
  if (Object.hasOwn(named, key)) return named[key] ?? 0;
  const [, digit] = /^Numpad(\d)$/.exec(code) ?? [];
  if (digit !== undefined) return 96 + Number(digit);
  if (Object.hasOwn(placed, code)) return placed[code] ?? 0;
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase().charCodeAt(0);
  const [, onKey] = /^(?:Key|Digit)(.)$/.exec(code) ?? [];
  return onKey?.charCodeAt(0) ?? 0;
}

function locationOf(code: string): 0 | 1 | 2 {
  if (/^(Shift|Control|Alt|Meta)Left$/.test(code)) return 1;
  return /^(Shift|Control|Alt|Meta)Right$/.test(code) ? 2 : 0;
}

const named: Record<string, number> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Shift: 16,
  Control: 17,
  Alt: 18,
  Pause: 19,
  CapsLock: 20,
  Escape: 27,
  " ": 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Insert: 45,
  Delete: 46,
  Meta: 91,
  ContextMenu: 93,
  NumLock: 144,
  ScrollLock: 145,
};

/** Keys of signs, by where they are on a keyboard of the USA. */
const placed: Record<string, number> = {
  NumpadMultiply: 106,
  NumpadAdd: 107,
  NumpadSubtract: 109,
  NumpadDecimal: 110,
  NumpadDivide: 111,
  Semicolon: 186,
  Equal: 187,
  Comma: 188,
  Minus: 189,
  Period: 190,
  Slash: 191,
  Backquote: 192,
  BracketLeft: 219,
  Backslash: 220,
  BracketRight: 221,
  Quote: 222,
};
