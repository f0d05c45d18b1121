export type ToolName = "chromium" | "ffmpeg" | "nginx" | "redis";

export type Tool = {
  name: ToolName;
  title: string;
  /** The setting that names the program, before any search. */
  variable: "CHROMIUM_PATH" | "FFMPEG_PATH" | "NGINX_PATH" | "REDIS_SERVER_PATH";
  /** Names on the PATH, or whole paths, in the order of preference. */
  programs: readonly string[];
  versionFlag: string;
  aptPackage: string;
  /** What Homebrew is told; null where another way is better on macOS. */
  brew: readonly string[] | null;
  onMac: string;
  /** What does not work without it. */
  features: string;
};

export const tools: Record<ToolName, Tool> = {
  chromium: {
    name: "chromium",
    title: "Chromium",
    variable: "CHROMIUM_PATH",
    programs: [
      "chromium",
      "chromium-browser",
      "google-chrome-stable",
      "google-chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    versionFlag: "--version",
    aptPackage: "chromium",
    brew: null,
    onMac: "brew install --cask google-chrome",
    features: "Reading and posting on platforms without an API",
  },
  ffmpeg: {
    name: "ffmpeg",
    title: "ffmpeg",
    variable: "FFMPEG_PATH",
    programs: ["ffmpeg"],
    versionFlag: "-version",
    aptPackage: "ffmpeg",
    brew: ["install", "ffmpeg"],
    onMac: "brew install ffmpeg",
    features: "Watermarks, teasers and thumbnails of videos",
  },
  nginx: {
    name: "nginx",
    title: "nginx",
    variable: "NGINX_PATH",
    // Not on everybody's PATH.
    programs: ["nginx", "/usr/sbin/nginx"],
    versionFlag: "-v",
    aptPackage: "nginx-light",
    brew: ["install", "nginx"],
    onMac: "brew install nginx",
    features: "Tests of the deployment",
  },
  redis: {
    name: "redis",
    title: "Redis",
    variable: "REDIS_SERVER_PATH",
    programs: ["redis-server"],
    versionFlag: "--version",
    // The package redis-server would start a service of its own.
    aptPackage: "redis-tools",
    brew: ["install", "redis"],
    onMac: "brew install redis",
    features: "Tests of the queues on Redis",
  },
};

/** What is off without the tool, and how to turn it on. */
export function missingSentence({ title, variable, features, aptPackage, onMac }: Tool): string {
  const command = process.platform === "darwin" ? onMac : `apt-get install ${aptPackage}`;
  return `${features} are off: ${title} is not installed. Install it (\`${command}\`) or set ${variable}, and start again.`;
}
