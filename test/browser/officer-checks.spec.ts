import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Authorities } from '../../src/authorities/index.js';
import { Roles } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { PASSWORD, startApp, type TestApp } from '../support/app.js';
import { EMPLOYMENT, sceneOfBriefings } from '../support/briefed.js';
import {
  checkAccessibility,
  fitsItsWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../support/browser.js';
import { done } from '../support/council.js';

const AT = '/officer/checks';

let app: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  browser = await openBrowser(app.url);
  const scene = await sceneOfBriefings(app);
  const accountId = await app.addPerson('officer@example.org', { name: 'Mo Officer' });
  await scene.council.inUnit(async (uow) => {
    await app.get(Roles).grant(uow, { accountId, role: 'monitoring-officer', fromOn: '2017-01-01' });
    const code = { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') };
    done(await app.get(Authorities).adoptCode(uow, code));
  });
  for (const name of ['Ann Agar', `Bartholomew ${'Featherstonehaugh'.repeat(2)}-Cholmondeley`])
    await scene.register(await scene.seat({ name }), EMPLOYMENT);
  await scene.meeting({ issuedOn: civilDate('2017-10-20') });
  app.moveClockTo('2017-10-25T09:00');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

it.each([1280, 360])('can be read and answered at %d pixels', async (width) => {
  const page = await browser.newPage({ width });
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('officer@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const look = async (name: string): Promise<void> => {
    await screenshot(page, `officer-checks-${name}-${width}`);
    // The same page twice: axe looks at it once, as it is on a phone.
    if (width === 360) await checkAccessibility(page);
    expect(await fitsItsWidth(page)).toBe(true);
  };
  await page.goto(AT);
  await look('all');
  await page.getByRole('link', { name: 'A registered interest matched' }).click();
  await look('one');
  await page.getByRole('link', { name: /Ann Agar/ }).click();
  await look('question');
  await page.getByRole('button', { name: 'Close the question' }).click();
  await look('no-reason');
  await page.goto(`${AT}/companies`);
  await look('companies');
});
