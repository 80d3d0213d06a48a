import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';

let app: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  browser = await openBrowser(app.url);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe.each([1280, 320])('at %d pixels, the rulebook', (width) => {
  const look = async (page: Page, name: string): Promise<void> => {
    await screenshot(page, `${name}-${width}`);
    await checkAccessibility(page);
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
