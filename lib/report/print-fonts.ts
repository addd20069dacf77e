import { join } from "node:path";
import { openSync, type Font } from "fontkit";

// Arimo has the widths of Arial, which the drawings are laid out for, and may be embedded (SIL Open Font Licence).
const folder = join(process.cwd(), "node_modules", "@expo-google-fonts", "arimo");

/** The fonts that documents and drawings carry, as files. */
export const printFonts = {
  name: "Arimo",
  regular: join(folder, "400Regular", "Arimo_400Regular.ttf"),
  bold: join(folder, "700Bold", "Arimo_700Bold.ttf"),
} as const;

const read = new Map<string, Font>();

/** A font with its tables: read once, since that takes longer than writing a document with it. */
export function readFont(file: string): Font {
  const known = read.get(file);
  if (known) return known;
  const opened = openSync(file);
  if (!("layout" in opened)) throw new Error(`${file} holds more than one font.`);
  read.set(file, opened);
  return opened;
}
