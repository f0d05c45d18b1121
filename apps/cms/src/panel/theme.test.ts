import { describe, expect, it } from "vitest";
import { darkTheme, lightTheme } from "./theme.ts";

const inverted = { light: "#ffffff", dark: "#0d1117" };

describe.each([
  ["light", lightTheme],
  ["dark", darkTheme],
] as const)("the %s theme", (name, theme) => {
  const grounds = [theme.background, theme.backgroundNormal, theme.backgroundSubdued];

  it.each([
    "foreground",
    "foregroundAccent",
    "foregroundSubdued",
    "primary",
    "success",
    "warning",
    "danger",
  ] as const)("has text of the colour %s that can be read on each ground", (color) => {
    for (const ground of grounds) expect(contrast(theme[color], ground)).toBeGreaterThan(4.5);
  });

  it("has buttons whose words can be read, and fields whose edge can be seen", () => {
    expect(contrast(theme.primary, inverted[name])).toBeGreaterThan(4.5);
    for (const ground of grounds) {
      expect(contrast(theme.form.field.input.borderColor, ground)).toBeGreaterThan(3);
    }
    const { background, button } = theme.navigation.modules;
    expect(contrast(button.foreground, background)).toBeGreaterThan(4.5);
    expect(contrast(button.foregroundActive, button.backgroundActive)).toBeGreaterThan(4.5);
  });
});

/** WCAG 2.2, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [brighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
