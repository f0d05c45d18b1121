import type { Random } from "../content/random.ts";

/** Colours of a scene from the top of the sky to the ground in front, and of its sun. */
type Palette = readonly [sky: string, horizon: string, far: string, near: string, sun: string];

const palettes: readonly [Palette, ...Palette[]] = [
  ["#2b2d5b", "#f4a78b", "#7a4a6f", "#2c1f3d", "#ffe3c2"],
  ["#8ec5e8", "#fdf1dc", "#6f9aa8", "#27474e", "#fffaf0"],
  ["#f7c873", "#fbe9d0", "#d98e6a", "#8a4b46", "#fff5d7"],
  ["#1d3557", "#a8c8d8", "#457b8d", "#16273d", "#f1faee"],
  ["#f2b5c4", "#fde8e4", "#b47aa0", "#5b3a63", "#fff1f1"],
  ["#0f2f3a", "#6fb39b", "#2f6f68", "#0b2326", "#d9f2d0"],
  ["#c9d6ea", "#f7f3ee", "#9aa9c4", "#4a5673", "#ffffff"],
  ["#3b1f4a", "#e0748a", "#8a3d6a", "#251232", "#ffd3a8"],
];
const formats = [
  [1600, 1067],
  [1200, 1500],
  [1200, 1200],
  [1600, 900],
  [1080, 1620],
] as const;
const scenes = [hills, sea, orbs, ribbons, peaks] as const;

/** An abstract landscape as SVG; each index has a scene, colours and a format of its own. */
export function createScene(index: number, random: Random): string {
  const [width, height] = formats[(index + Math.floor(index / 5)) % formats.length] ?? formats[0];
  const palette = palettes[(index * 3 + Math.floor(index / 8)) % palettes.length] ?? palettes[0];
  const scene = scenes[index % scenes.length] ?? hills;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette[0]}"/><stop offset="0.75" stop-color="${palette[1]}"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="${palette[4]}" stop-opacity="0.9"/><stop offset="1" stop-color="${palette[4]}" stop-opacity="0"/></radialGradient></defs>
<rect width="${width}" height="${height}" fill="url(#sky)"/>${scene(width, height, palette, random)}</svg>`;
}

function hills(width: number, height: number, palette: Palette, random: Random): string {
  return sun(width, height, palette, random) + layers(width, height, palette, random, 5, 0.07, 90);
}

function peaks(width: number, height: number, palette: Palette, random: Random): string {
  return sun(width, height, palette, random) + layers(width, height, palette, random, 4, 0.2, 7);
}

function sea(width: number, height: number, palette: Palette, random: Random): string {
  const line = Math.round(height * 0.58);
  const waves = Array.from({ length: 46 }, (_, row) => {
    const y = line + (row / 46) ** 1.6 * (height - line);
    const length = width * (0.05 + random.fraction() * 0.3);
    const x = random.fraction() * (width + length) - length;
    return `<rect x="${x.toFixed()}" y="${y.toFixed()}" width="${length.toFixed()}" height="${(1 + row / 9).toFixed(1)}" rx="3" fill="${palette[4]}" opacity="${(0.08 + random.fraction() * 0.3).toFixed(2)}"/>`;
  });
  return `${sun(width, height, palette, random)}<rect y="${line}" width="${width}" height="${height - line}" fill="${palette[2]}"/>${waves.join("")}`;
}

function orbs(width: number, height: number, palette: Palette, random: Random): string {
  return Array.from({ length: 16 }, (_, place) => {
    const radius = Math.min(width, height) * (0.05 + random.fraction() * 0.28);
    const fill = place % 3 === 0 ? "url(#glow)" : palette[2 + (place % 3)];
    return `<circle cx="${random.integer(0, width)}" cy="${random.integer(0, height)}" r="${radius.toFixed()}" fill="${fill}" opacity="${(0.12 + random.fraction() * 0.4).toFixed(2)}"/>`;
  }).join("");
}

function ribbons(width: number, height: number, palette: Palette, random: Random): string {
  return Array.from({ length: 9 }, (_, place) => {
    const y = height * (0.1 + place * 0.1);
    const swing = height * (0.08 + random.fraction() * 0.18);
    const path = `M0 ${y.toFixed()} C ${(width / 3).toFixed()} ${(y - swing).toFixed()} ${(width / 1.5).toFixed()} ${(y + swing).toFixed()} ${width} ${y.toFixed()}`;
    return `<path d="${path}" fill="none" stroke="${palette[1 + (place % 4)]}" stroke-width="${random.integer(14, 90)}" opacity="${(0.25 + random.fraction() * 0.4).toFixed(2)}"/>`;
  }).join("");
}

function sun(width: number, height: number, palette: Palette, random: Random): string {
  const x = width * (0.2 + random.fraction() * 0.6);
  const y = height * (0.2 + random.fraction() * 0.28);
  const radius = Math.min(width, height) * (0.06 + random.fraction() * 0.05);
  return `<circle cx="${x.toFixed()}" cy="${y.toFixed()}" r="${(radius * 4.5).toFixed()}" fill="url(#glow)"/><circle cx="${x.toFixed()}" cy="${y.toFixed()}" r="${radius.toFixed()}" fill="${palette[4]}"/>`;
}

/** Ridges one before the other, darker the nearer they are; few points make them sharp. */
function layers(
  width: number,
  height: number,
  palette: Palette,
  random: Random,
  count: number,
  roughness: number,
  points: number,
): string {
  return Array.from({ length: count }, (_, layer) => {
    const base = height * (0.52 + (layer * 0.42) / count);
    const [phase, stretch] = [random.fraction() * 9, 1.5 + random.fraction() * 2.5];
    const ridge = Array.from({ length: points + 1 }, (_, point) => {
      const along = point / points;
      const wave = Math.sin(along * stretch * 3 + phase) + 0.5 * Math.sin(along * 11 + phase * 2);
      const jitter = points < 20 ? random.fraction() - 0.5 : 0;
      return `L${(along * width).toFixed()} ${(base - (wave + jitter) * height * roughness).toFixed()}`;
    });
    const fill = layer < count / 2 ? palette[2] : palette[3];
    const opacity = 0.35 + (0.65 * (layer + 1)) / count;
    return `<path d="M0 ${height} ${ridge.join("")} L${width} ${height}Z" fill="${fill}" opacity="${opacity.toFixed(2)}"/>`;
  }).join("");
}
