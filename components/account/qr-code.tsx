import { encode } from "uqr";

/** Blank squares around a QR code, which readers need to find it (ISO/IEC 18004). */
const QUIET = 4;

/**
 * A QR code, drawn on the server: what it holds goes to no other host. Black on white whatever the page's colours,
 * since cameras expect it so. What it says has to stand beside it as text.
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className="app-qr"
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path fill="#000000" d={squares.join("")} />
    </svg>
  );
}
