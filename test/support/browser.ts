import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';

/** A browser for one test file. Open it in beforeAll, close it in afterAll. */
export interface TestBrowser {
  /** A page in a context of its own: no cookies of another page. 1280 pixels wide, with JavaScript, unless told. */
  newPage(options?: { javaScript?: boolean; width?: number }): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts Chromium: the one at CHROMIUM_PATH, or the one inside the npm package @sparticuz/chromium.
 * @param baseUrl what a page's `goto('/my')` is relative to
 * @param at where the site of that name is to be found in truth: 'http://127.0.0.1:41234'
 */
export async function openBrowser(baseUrl?: string, at?: string): Promise<TestBrowser> {
  const isAt =
    baseUrl === undefined || at === undefined
      ? []
      : [`--host-resolver-rules=MAP ${new URL(baseUrl).hostname}:80 ${new URL(at).host}`];
  const browser = await launch(isAt);
  return {
    newPage: async ({ javaScript = true, width = 1280 } = {}) => {
      const context = await browser.newContext({
        ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
        javaScriptEnabled: javaScript,
        viewport: { width, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      });
      // Two browsers and two databases may share two cores with it.
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      if (!javaScript) withoutJavaScript.add(page);
      return page;
    },
    close: () => browser.close(),
  };
}

async function launch(more: readonly string[]): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  const folder = given === undefined ? unpackedChromium() : '';
  // --no-sandbox because tests run as root in containers; the package's own list would switch web security off.
  return chromium.launch({
    executablePath: given ?? join(folder, 'chromium'),
    args: ['--no-sandbox', ...more],
    env: {
      ...process.env,
      ...(given === undefined
        ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') }
        : {}),
    },
  });
}

/**
 * The folder of the browser inside the npm package @sparticuz/chromium, unpacked at first use: one folder a user
 * and version. The package unpacks into TMPDIR, which Jest hides from it, hence the process of its own; and a
 * rename at the end, so that two test files that begin together never find half a browser.
 */
function unpackedChromium(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = readFileSync(join(dirname(entry), '../../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(tmpdir(), `probity-chromium-${version}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const unpacking = mkdtempSync(`${folder}-`);
  execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    {
      cwd: dirname(entry),
      env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
      stdio: 'inherit',
    },
  );
  writeFileSync(join(unpacking, 'fonts/fonts.conf'), fontSettings(join(folder, 'fonts')));
  try {
    renameSync(unpacking, folder);
  } catch {
    // Somebody else was quicker.
    rmSync(unpacking, { recursive: true });
  }
  return folder;
}

/** The package's own settings name /tmp/fonts, where nothing is; and a Chromium without any font falls over. */
const fontSettings = (fonts: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${fonts}/cache</cachedir>
  <alias binding="same"><family>Arial</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** axe waits for ever on a page that may not run scripts. */
const withoutJavaScript = new WeakSet<Page>();

/** Fails with a list that says what is wrong, where, and how to mend it, when axe finds anything on the page. */
export async function checkAccessibility(page: Page): Promise<void> {
  if (withoutJavaScript.has(page)) throw new Error('axe needs a page with JavaScript');
  // Our pages hold no frames of others, so that one page is enough; and what is in order need not be listed.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  if (violations.length === 0) return;
  const findings = violations.map(({ id, impact, help, helpUrl, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(' ')}\n      ${node.html}`);
    return [`- ${id} (${impact ?? 'no impact given'}): ${help}`, `  ${helpUrl}`, ...places].join('\n');
  });
  throw new Error(`axe found ${violations.length} on ${page.url()}:\n${findings.join('\n')}`);
}

/** True when the page is no wider than the screen: nobody has to scroll sideways to read it. */
export async function fitsItsWidth(page: Page): Promise<boolean> {
  // After a click the next page may be on its way: while it comes, the document has nothing in it to measure.
  // Asked from here, again and again, because our content policy forbids a page to evaluate a waiting script.
  const script = `document.readyState === 'complete'
    ? document.documentElement.scrollWidth <= document.documentElement.clientWidth
    : undefined`;
  for (;;) {
    await page.waitForLoadState();
    const fits = await page.evaluate<boolean | undefined>(script);
    if (fits !== undefined) return fits;
  }
}

/** Keeps a picture of the whole page as NAME.png in the folder PROBITY_SCREENSHOTS, when that is set. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.PROBITY_SCREENSHOTS;
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
