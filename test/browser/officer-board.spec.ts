import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Roles } from '../../src/identity/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { EMPLOYMENT, sceneOfBriefings, type Scene } from '../support/briefed.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { foundCouncil } from '../support/council.js';

// Eight pages in two browsers, while others share the cores.
jest.setTimeout(180_000);

let app: TestApp;
let browser: TestBrowser;
let scene: Scene;
let silentId: string;
const OFFICER = 'officer@example.org';

/** Three members who took office on 8 May 2017: one told in time, one told late, one has said nothing. */
beforeAll(async () => {
  app = await startApp({ at: '2017-05-08T09:00' });
  browser = await openBrowser(app.url);
  scene = await sceneOfBriefings(app);
  ({ memberId: silentId } = await scene.seat({ name: 'Silent' }));
  const [early, late] = [await scene.seat({ name: 'Early' }), await scene.seat({ name: 'Late' })];
  app.moveClockTo('2017-05-20T09:00');
  await scene.register(early, EMPLOYMENT);
  app.moveClockTo('2017-06-20T09:00');
  await scene.register(late, EMPLOYMENT);
  await foundCouncil(app, 'parish', scene.council.authorityId);
  const accountId = await app.addPerson(OFFICER, { name: 'An Officer' });
  const granted = { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' } as const;
  await scene.council.inUnit((uow) => app.get(Roles).grant(uow, granted));
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signedIn(options: Parameters<TestBrowser['newPage']>[0]): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(OFFICER);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/officer');
  return page;
}

const paths = (): [name: string, path: string][] => [
  ['board', '/officer?name=e'],
  ['trends', '/officer/trends'],
  ['reasons', `/officer/members/${silentId}/duties`],
  ['parishes', '/officer/parishes'],
];

describe('the compliance board', () => {
  it('passes axe and fits a wide screen, with the tables of its charts open', async () => {
    const page = await signedIn({ width: 1280 });
    for (const [name, path] of paths()) {
      await page.goto(path);
      for (const summary of await page.locator('details[data-chart] > summary').all()) await summary.click();
      await checkAccessibility(page);
      await screenshot(page, `officer-${name}`);
    }
    await page.context().close();
  });

  it('fits a phone of 320 pixels without JavaScript, and is filtered and read there', async () => {
    const page = await signedIn({ width: 320, javaScript: false });
    for (const [name, path] of paths()) {
      await page.goto(path);
      expect([name, await fitsItsWidth(page)]).toEqual([name, true]);
      await screenshot(page, `officer-${name}-320`);
    }
    await page.goto('/officer');
    await page.getByText('Show some of them').click();
    await page.getByLabel('State').selectOption({ label: 'No answer received' });
    await page.getByRole('button', { name: 'Show these' }).click();
    expect(page.url()).toContain('state=overdue');
    await page.getByRole('link', { name: 'Notify interests on taking office' }).click();
    expect(await page.locator('main').innerText()).toContain('Localism Act 2011 s.30(1)');
    await page.context().close();
  });

  it('draws charts that a screen reader is given in words, and that need no colour', async () => {
    const page = await signedIn({ width: 360 });
    await page.goto('/officer/trends');
    const chart = page.getByRole('img', { name: 'How duties were answered, by the month of their last day' });
    expect(await chart.count()).toBe(1);
    // Three kinds of part in three ways: dark, striped and white, whatever their hue.
    const fills = new Set<string | null>();
    for (const part of await chart.locator('.probity-chart__part').all())
      fills.add(await part.getAttribute('fill'));
    expect([...fills]).toEqual(['#17495a', 'url(#months-striped)', '#ffffff']);
    await page.context().close();
  });
});
