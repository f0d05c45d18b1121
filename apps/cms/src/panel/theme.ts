/**
 * The dashboard's palette in the panel. As hexadecimal, because Directus' charts and colour fields read
 * no other form; `globals.css` of the dashboard has the same as oklch.
 */
const light = {
  page: "#fbf9f6",
  card: "#fffefd",
  sunken: "#f2f0ec",
  line: "#e2dfda",
  edge: "#cbc6bf",
  control: "#89827a",
  ink: "#241e1a",
  inkSoft: "#5e5650",
  inkFaint: "#726b64",
  accent: "#7c44c3",
  good: "#156f41",
  warn: "#865901",
  danger: "#b72725",
  rail: "#241e1a",
  railInk: "#b3ada7",
};

const dark: typeof light = {
  page: "#13100d",
  card: "#1c1916",
  sunken: "#28231f",
  line: "#37322d",
  edge: "#4a443e",
  control: "#7d766f",
  ink: "#efece8",
  inkSoft: "#c6c0ba",
  inkFaint: "#9d968f",
  accent: "#c3a5f9",
  good: "#7ad59c",
  warn: "#eec469",
  danger: "#fb9890",
  rail: "#0d0b09",
  railInk: "#9d968f",
};

export const lightTheme = rules(light);
export const darkTheme = rules(dark);

/** Behind the logo. */
export const projectColor = light.accent;

/** What differs from Directus' own theme; the rest follows from these by its rules. */
function rules(colors: typeof light) {
  const toggle = { background: colors.sunken };
  return {
    borderRadius: "8px",
    borderWidth: "1px",
    foreground: colors.inkSoft,
    foregroundAccent: colors.ink,
    foregroundSubdued: colors.inkFaint,
    background: colors.card,
    backgroundNormal: colors.sunken,
    backgroundAccent: colors.line,
    backgroundSubdued: colors.page,
    borderColor: colors.line,
    borderColorAccent: colors.edge,
    borderColorSubdued: colors.line,
    primary: colors.accent,
    secondary: colors.accent,
    success: colors.good,
    warning: colors.warn,
    danger: colors.danger,
    navigation: {
      background: colors.page,
      backgroundAccent: colors.sunken,
      project: { background: colors.sunken },
      modules: {
        background: colors.rail,
        button: {
          foreground: colors.railInk,
          foregroundHover: "#ffffff",
          foregroundActive: colors.ink,
          backgroundActive: colors.page,
        },
      },
      list: {
        backgroundHover: colors.sunken,
        backgroundActive: colors.line,
        divider: { borderColor: colors.line },
      },
    },
    sidebar: { background: colors.page, section: { toggle } },
    form: {
      field: { input: { borderColor: colors.control, borderColorHover: colors.inkSoft } },
    },
  };
}
