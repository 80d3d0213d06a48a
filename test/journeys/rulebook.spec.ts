import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALL_RULES } from '../../src/law/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;
let anybody: Visitor;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  anybody = app.visitor();
});
afterAll(() => app.close());

const pathsIn = (html: string): readonly string[] =>
  [...html.matchAll(/href="(\/rulebook\/[^"]+)"/g)].map(([, path = '']) => path);

describe('the rulebook', () => {
  it('is found from every page, by anybody, without a session', async () => {
    const front = await anybody.open('/').expect(200);
    expect(front.text).toContain('href="/rulebook"');
    const { headers } = await anybody.open('/rulebook').expect(200);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('leads to every rule there is, and each opens', async () => {
    const { text } = await anybody.open('/rulebook');
    const paths = pathsIn(text);
    const ids = new Set(ALL_RULES.map(({ id }) => `/rulebook/${id}`));
    expect([...ids].filter((path) => !paths.includes(path))).toEqual([]);
    for (const path of ids) {
      const page = await anybody.open(path);
      expect({ path, status: page.status }).toEqual({ path, status: 200 });
    }
  });

  it('shows a rule at the address that is its id, however the brackets are written', async () => {
    for (const path of ['s31(4)', 's31%284%29']) {
      const page = await anybody.open(`/rulebook/england/localism-act-2011/${path}`).expect(200);
      expect(page.text).toContain('href="https://www.legislation.gov.uk/ukpga/2011/20/section/31"');
      const read = mainText(page);
      expect(read).toContain('May the member take part in the discussion and the vote?');
      expect(read).toContain('From 1 July 2012');
      expect(read).toContain('can be a criminal offence');
      expect(read).toContain('Not registered: disclose, and notify by the 28th day');
    }
  });

  it('sets the versions of a rule side by side', async () => {
    const page = await anybody.open('/rulebook/england/localism-act-2011/s34(3)').expect(200);
    expect(mainText(page)).toContain('From 1 July 2012 to 11 March 2015 From 12 March 2015');
  });

  it.each([
    '/rulebook/england',
    '/rulebook/england/localism-act-2011/s31(99)',
    '/rulebook/England/localism-act-2011/s31(4)',
    '/rulebook/england/localism-act-2011/s31(4)/more',
    '/rulebook/..%2Fmy',
    '/rulebook/__proto__',
  ])('%s is no rule', async (path) => {
    await anybody.open(path).expect(404);
  });

  it('shows one nation alone where it is asked for', async () => {
    const { text } = await anybody.open('/rulebook?nation=england').expect(200);
    expect(pathsIn(text).filter((path) => !/^\/rulebook\/(england\/|compare$)/.test(path))).toEqual([]);
    const all = await anybody.open('/rulebook');
    expect((await anybody.open('/rulebook?nation=nowhere')).text.length).toBe(all.text.length);
    await anybody.open('/rulebook?nation=england&nation=wales').expect(200);
  });
});

describe('two codes side by side', () => {
  it('begins with two lists to choose from', async () => {
    const page = await anybody.open('/rulebook/compare').expect(200);
    expect(page.text).toMatch(/<select[^>]*name="left"[\s\S]*<select[^>]*name="right"/);
    expect(mainText(page)).not.toContain('The same meetings under both');
  });

  it('shows what each asks of the member in the same meetings', async () => {
    const page = await anybody.open('/rulebook/compare?left=worcestershire-2012&right=lga-model-2020');
    expect(page.status).toBe(200);
    const read = mainText(page);
    expect(read).toContain('The same meetings under both');
    expect(read).toContain('Worcestershire County Council code of conduct 2012');
    expect(read).toContain('Leave the room while it is considered.');
    expect(read).toContain('Speak only if the public may, and leave before the debate.');
    expect(page.text).toContain('href="/rulebook/england/codes/lga-model-2020/app-b-4"');
  });

  it.each([
    'left=worcestershire-2012&right=worcestershire-2012',
    'left=worcestershire-2012&right=no-such-code',
    'left=&right=',
  ])('%s asks for two codes that there are', async (query) => {
    const page = await anybody.open(`/rulebook/compare?${query}`).expect(400);
    expect(mainText(page)).toContain('Choose two different codes of this list');
  });

  it('takes a choice made twice for none', async () => {
    const query = 'left=worcestershire-2012&left=statute-faithful&right=statute-faithful';
    await anybody.open(`/rulebook/compare?${query}`).expect(200);
  });
});
