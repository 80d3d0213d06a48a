import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Authorities, RegisterSettings } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import type { InterestDetails } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addCouncillor, publish, tellAndEnter, withhold, type Councillor } from '../support/published.js';

let app: TestApp;
let browser: TestBrowser;
let wyre: Council;
let parish: Council;
let anna: Councillor;
let cara: Councillor;

const land = (address: string): InterestDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const job = (employer: string): InterestDetails => ({ category: 'employment', role: 'Director', employer });

beforeAll(async () => {
  app = await startApp({ at: '2017-06-01T10:00' });
  browser = await openBrowser(app.url);
  wyre = await foundCouncil(app);
  parish = await foundCouncil(app, 'parish', wyre.authorityId);
  await wyre.inUnit(async (uow) => {
    done(
      await app
        .get(Authorities)
        .adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
    );
    await app.get(RegisterSettings).set(uow, {
      ...{
        namesOverdue: true,
        inspectionPlace: 'County Hall, Worcester Road, on working days from 9am to 5pm',
      },
    });
  });
  anna = await addCouncillor(app, wyre, 'Anna Hartle');
  cara = await addCouncillor(app, wyre, 'Cara Lund');
  await addCouncillor(app, wyre, 'Silas Mute');
  const pat = await addCouncillor(app, parish, 'Pat Parish');
  await publish(app, parish, pat, [land('1 Church Row')]);
  await publish(app, wyre, anna, [land('3 Mill Lane'), job('Hartlebrook Family Support Ltd')]);
  await publish(app, wyre, cara, [land('Quarry Cottage'), job('Lund & Sons')]);
  await parish.inUnit((uow) =>
    app.get(RegisterSettings).recordParishPublication(uow, {
      ...{ url: 'https://parish.example/councillors/interests', seenOn: civilDate('2017-06-01') },
    }),
  );
  app.moveClockTo('2017-07-01T10:00');
  await withhold(app, wyre, cara, 'Quarry Cottage', '2018-06-30');
  await tellAndEnter(app, wyre, anna, {
    ...{ act: 'change', about: '3 Mill Lane', details: land('5 Mill Lane'), on: '2017-06-28' },
  });
  app.moveClockTo('2017-07-10T09:00');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe.each([1280, 320])('at %d pixels', (width) => {
  it.each([
    ['front', (): string => '/'],
    ['front-search', (): string => '/?q=mill'],
    ['authority', (): string => `/register/${wyre.slug}`],
    ['authority-past', (): string => `/register/${wyre.slug}?as-at=2017-06-15`],
    ['parish', (): string => `/register/${parish.slug}`],
    ['member', (): string => `/register/${wyre.slug}/${anna.memberId}`],
    ['member-withheld', (): string => `/register/${wyre.slug}/${cara.memberId}`],
    ['member-past', (): string => `/register/${wyre.slug}/${anna.memberId}?as-at=2017-06-15`],
    ['search', (): string => `/register/${wyre.slug}/search?q=hartle`],
    ['changes', (): string => `/register/${wyre.slug}/changes`],
    ['print', (): string => `/register/${wyre.slug}/print`],
    ['print-large', (): string => `/register/${wyre.slug}/print?size=large`],
    ['embed', (): string => `/register/${parish.slug}/embed`],
    ['bad-date', (): string => `/register/${wyre.slug}?as-at=2099-01-01`],
  ] as const)('the page “%s” can be read by everybody', async (name, path) => {
    const page = await browser.newPage({ width });
    await page.goto(path());
    await screenshot(page, `public-${name}-${width}`);
    // The same page twice: axe looks at it once, as it is on a phone.
    if (width === 320) await checkAccessibility(page);
    expect(await fitsItsWidth(page)).toBe(true);
  });

  it('a reader finds a company, opens the member and goes back to an earlier day, without JavaScript', async () => {
    const page = await browser.newPage({ width, javaScript: false });
    await page.goto('/');
    await page.getByRole('link', { name: 'Council', exact: false }).nth(1).click();
    await page.getByLabel('Search this register').fill('hartlebrook');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'Anna Hartle' }).click();
    expect(await page.getByText('Owner: 5 Mill Lane').count()).toBe(1);
    await page.getByLabel('Show the register at the end of an earlier day').fill('2017-06-30');
    await page.getByRole('button', { name: 'Show that day' }).click();
    await page.waitForURL('**as-at=2017-06-30');
    expect(await page.getByText('Owner: 3 Mill Lane').count()).toBe(1);
    await page.getByRole('link', { name: 'See it as it is today' }).click();
    expect(await page.getByText('Owner: 5 Mill Lane').count()).toBe(1);
  });
});

it('runs the scripts of the layout, and frames nothing but the embedded page', async () => {
  const page = await browser.newPage();
  await page.goto(`/register/${wyre.slug}`);
  expect(await page.evaluate<string>('document.body.className')).toContain('js-enabled');
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  await page.goto(`/register/${parish.slug}/embed`);
  expect(refused).toEqual([]);
});

it('the feed of changes is well-formed Atom', async () => {
  // Our own pages let no script parse a text.
  const page = await browser.newPage();
  const feed: string = await (await fetch(`${app.url}/register/${wyre.slug}/changes.atom`)).text();
  const read = await page.evaluate<{ error: boolean; root: string; ids: number; entries: number }>(
    `(() => {
      const document_ = new DOMParser().parseFromString(${JSON.stringify(feed)}, 'application/xml');
      const ids = [...document_.querySelectorAll('entry > id')].map((id) => id.textContent);
      return {
        error: document_.querySelector('parsererror') !== null,
        root: document_.documentElement.namespaceURI + ' ' + document_.documentElement.localName,
        ids: new Set(ids).size,
        entries: document_.querySelectorAll('entry > updated').length,
      };
    })()`,
  );
  expect(read.error).toBe(false);
  expect(read.root).toBe('http://www.w3.org/2005/Atom feed');
  expect(read.entries).toBeGreaterThan(3);
  expect(read.ids).toBe(read.entries);
});

describe.each([1280, 320])('at %d pixels, the rulebook', (width) => {
  // As above, axe looks at it once.
  const look = async (page: Page, name: string): Promise<void> => {
    await screenshot(page, `${name}-${width}`);
    if (width === 320) await checkAccessibility(page);
    expect(await fitsItsWidth(page)).toBe(true);
  };

  it('lists its rules and opens one', async () => {
    const page = await browser.newPage({ width });
    await page.goto('/');
    await page.getByRole('link', { name: 'Rulebook' }).click();
    await page.waitForURL('**/rulebook');
    await look(page, 'rulebook');
    await page
      .getByRole('link', { name: 'May the member take part in the discussion and the vote?' })
      .click();
    await page.waitForURL('**/rulebook/england/localism-act-2011/s31(4)');
    await look(page, 'rulebook-s31-4');
  });

  it('shows tables of one column and of many, a code, and versions side by side', async () => {
    const page = await browser.newPage({ width });
    for (const id of [
      'localism-act-2011/s30(1)',
      'localism-act-2011/s34(3)',
      'dpi-regulations-2012/securities',
      'codes/worcestershire-2012',
    ]) {
      await page.goto(`/rulebook/england/${id}`);
      await look(page, `rulebook-${id.replace(/\W+/g, '-')}`);
    }
  });

  it('keeps its tables tables for whoever listens to them', async () => {
    const page = await browser.newPage({ width });
    await page.goto('/rulebook/england/localism-act-2011/s31(2)');
    const table = page.getByRole('table', { name: 'A disclosable pecuniary interest in an item' });
    expect(await table.getByRole('columnheader').count()).toBe(6);
    expect(await table.getByRole('rowheader').count()).toBeGreaterThan(5);
  });

  it('compares two codes, without JavaScript too', async () => {
    const page = await browser.newPage({ width });
    await page.goto('/rulebook/compare');
    await page.getByLabel('First code').selectOption('worcestershire-2012');
    await page.getByLabel('Second code').selectOption('worcestershire-2012');
    await page.getByRole('button', { name: 'Compare' }).click();
    await look(page, 'rulebook-compare-refused');
    await page.getByLabel('Second code').selectOption('lga-model-2020');
    await page.getByRole('button', { name: 'Compare' }).click();
    await look(page, 'rulebook-compare');

    const plain = await browser.newPage({ width, javaScript: false });
    await plain.goto('/rulebook/compare');
    await plain.getByRole('button', { name: 'Compare' }).click();
    expect(await plain.getByRole('heading', { name: 'The same meetings under both' }).count()).toBe(1);
  });
});
