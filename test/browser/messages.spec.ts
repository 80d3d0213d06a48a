import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/law/index.js';
import { Sealer } from '../../src/platform/sealing/index.js';
import { Message, openWords, TurnOff, WISH_KINDS } from '../../src/reminders/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { EMPLOYMENT, ITEMS, sceneOfBriefings, type Scene } from '../support/briefed.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { item } from '../support/clerk.js';
import { changeAsOwner } from '../support/change-as-owner.js';
import { addMember } from '../support/members.js';
import { reminded } from '../support/reminded.js';

/** As awkward as people's words get. */
const NAME = `Ann O'Hara & <script>document.title = "taken"</script> Agar`;
const TITLE = `"Lease" of <b>Unit 4</b> & yard to Hartlebrook Family Support Ltd ${'Llanfair'.repeat(15)}`;

let app: TestApp;
let browser: TestBrowser;
/** By what each tells: its HTML and its text. */
const messages = new Map<string, { subject: string; html: string; text: string }>();

beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser(app.url);
  app.moveClockTo('2017-05-08T09:00');
  await tell('a duty', (scene) => scene.seat({ name: NAME, email: 'duty@example.org' }));
  await tell('a briefing', async (scene) => {
    const member = await scene.seat({ name: NAME, email: 'briefing@example.org' });
    await scene.register(member, EMPLOYMENT);
    await scene.meeting({ meetsOn: civilDate('2017-05-24'), items: [...ITEMS, item('4', TITLE)] });
  });
  await tell('three things', async (scene) => {
    await scene.seat({ name: NAME, email: 'three@example.org' });
    for (const day of ['2017-05-24', '2017-06-21']) await scene.meeting({ meetsOn: civilDate(day) });
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Lets a council of its own write the one message that is due. */
async function tell(name: string, set: (scene: Scene) => Promise<unknown>): Promise<void> {
  const scene = await sceneOfBriefings(app);
  const { council } = scene;
  await set(scene);
  const long = `Borough of ${'Very '.repeat(12)}Long Name & Sons Council`;
  await changeAsOwner(
    app,
    council,
    `update authority set name = '${long}' where id = '${council.authorityId}'`,
  );
  expect(await reminded(app, council).tell()).toBe(1);
  const [message] = await council.inUnit((uow) =>
    uow.manager.findBy(Message, { authorityId: council.authorityId }),
  );
  if (message === undefined) throw new Error('Nothing was written.');
  const { html = '', text } = openWords(app.get(Sealer), message);
  messages.set(name, { subject: message.subject, html, text });
}

const HEADINGS = {
  'a duty': ['H1'],
  'a briefing': ['H1'],
  'three things': ['H1', 'H2', 'H2', 'H2'],
} as const;

describe.each([1280, 360])('at %d pixels', (width) => {
  it.each(Object.keys(HEADINGS) as (keyof typeof HEADINGS)[])('a message of %s can be read', async (name) => {
    const page = await browser.newPage({ width });
    const { html, text, subject } = messages.get(name) ?? { html: '', text: '', subject: '' };
    await page.setContent(html);
    await screenshot(page, `message-${name.replace(/ /g, '-')}-${width}`);
    // The same message twice: axe looks at it once, as it is on a phone.
    if (width === 360) await checkAccessibility(page);
    expect(await fitsItsWidth(page)).toBe(true);
    const seen = await page.evaluate<{ headings: string[]; words: string; title: string; broken: number }>(`({
      headings: [...document.querySelectorAll('h1, h2, h3')].map((heading) => heading.tagName),
      words: document.body.innerText,
      title: document.title,
      broken: document.querySelectorAll('main b, script').length,
    })`);
    expect(seen.headings).toEqual(HEADINGS[name]);
    expect(seen.broken).toBe(0);
    expect(seen.title).not.toBe('');
    expect(seen.words).toContain(`Dear ${NAME}`);
    if (name === 'a briefing') expect(seen.words).toContain(TITLE);
    if (name === 'three things') expect(seen.words).toMatch(/Register your[^]*24 May[^]*21 June/);
    expect([...subject].length).toBeLessThanOrEqual(120);
    // A word of the text that is not in the page was lost on the way; an address too long to read is behind its words.
    const said = text.split(/\s+/).filter((word) => !word.includes('/reminders/off/'));
    const lost = said.map((word) => word.replace(/[:.]$/, '')).filter((word) => !seen.words.includes(word));
    expect(lost.filter((word) => !/^\d$/.test(word))).toEqual([]);
    const links = await page.getByRole('link').all();
    expect(links.length).toBeGreaterThan(name === 'a duty' ? 1 : 2);
    for (const link of links) expect(await link.isVisible()).toBe(true);
    await page.context().close();
  });
});

it('the pages that a message leads to can be read on a phone', async () => {
  const page = await browser.newPage({ width: 360 });
  const look = async (path: string, heading: string): Promise<void> => {
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await screenshot(page, `message-leads-to-${path}`);
    await checkAccessibility(page);
    expect(await fitsItsWidth(page)).toBe(true);
  };
  const { council } = await sceneOfBriefings(app);
  const { memberId, email } = await addMember(app, council, 'reader@example.org', { on: '2017-05-08' });
  await page.goto(new URL(app.get(TurnOff).address(council.authorityId, memberId, WISH_KINDS)).pathname);
  await look('off', 'Turn off these reminders?');
  await page.getByRole('button', { name: 'Turn them off' }).click();
  await look('is-off', 'These reminders are turned off');
  await page.getByRole('link', { name: 'My reminders' }).click();
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('The morning of a meeting').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your choice is saved.').waitFor();
  await look('my-reminders', 'My reminders');
  expect(await page.getByLabel('The morning of a meeting').isChecked()).toBe(true);
  expect(await page.getByLabel('The evening before a meeting').isChecked()).toBe(false);
});
