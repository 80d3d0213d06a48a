const BROWSERS: readonly (readonly [RegExp, string])[] = [
  // In this order: each of the later ones is named by the earlier ones too.
  [/\bEdgA?(iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * A browser in rough words: 'Firefox on Windows'. No version and no model: enough for somebody to tell their own
 * sessions apart, too little to know anybody by.
 */
export function browserInWords(userAgent: string | undefined): string {
  const found = (kinds: typeof BROWSERS): string | undefined =>
    kinds.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const [browser, system] = [found(BROWSERS), found(SYSTEMS)];
  if (browser === undefined && system === undefined) return 'A browser that we do not know';
  return system === undefined ? String(browser) : `${browser ?? 'A browser'} on ${system}`;
}
