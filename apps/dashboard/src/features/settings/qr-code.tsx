import QRCode from "qrcode";

const quietZone = 4;

/** Dark on white in both themes: many apps read nothing else. Drawn here, sent nowhere. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const size = modules.size + 2 * quietZone;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-44 rounded-control border border-line"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={darkModules(modules)} fill="#000" />
    </svg>
  );
}

function darkModules({ size, data }: { size: number; data: ArrayLike<number> }): string {
  let path = "";
  for (let index = 0; index < size * size; index += 1) {
    if (data[index]) {
      const x = (index % size) + quietZone;
      const y = Math.floor(index / size) + quietZone;
      path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return path;
}
