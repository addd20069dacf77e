/** Programs by what they call themselves; the first that fits counts, since most name others as well. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\b(OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const DEVICES: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

/**
 * A browser in words its owner knows it by, "Firefox on Windows", from its `User-Agent`; null where that says nothing
 * known. No text of the header itself is kept.
 */
export function browserInWords(userAgent: string | null): string | null {
  const text = (userAgent ?? "").slice(0, 1000);
  const nameIn = (known: readonly [RegExp, string][]) => known.find(([sign]) => sign.test(text))?.[1];
  const [browser, device] = [nameIn(BROWSERS), nameIn(DEVICES)];
  if (browser && device) return `${browser} on ${device}`;
  return browser ?? device ?? null;
}
