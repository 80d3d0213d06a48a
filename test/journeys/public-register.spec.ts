import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Authorities, RegisterSettings } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import type { InterestDetails } from '../../src/register/index.js';
import { withheldInWords } from '../../src/wording/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { done, foundCouncil, type Council } from '../support/council.js';
import { addCouncillor, publish, tellAndEnter, withhold, type Councillor } from '../support/published.js';
import { mainText } from '../support/visitor.js';

let app: TestApp;
let wyre: Council;
let parish: Council;
let anna: Councillor;
let ben: Councillor;
let cara: Councillor;
let gone: Councillor;

const land = (address: string): InterestDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const job = (employer: string): InterestDetails => ({ category: 'employment', role: 'Director', employer });

beforeAll(async () => {
  app = await startApp({ at: '2017-06-01T10:00' });
  wyre = await foundCouncil(app);
  parish = await foundCouncil(app, 'parish', wyre.authorityId);
  await wyre.inUnit(async (uow) =>
    done(
      await app
        .get(Authorities)
        .adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
    ),
  );
  anna = await addCouncillor(app, wyre, 'Anna Hartle');
  ben = await addCouncillor(app, wyre, 'Ben Oakes');
  cara = await addCouncillor(app, wyre, 'Cara Lund');
  gone = await addCouncillor(app, wyre, 'Gwen Past');
  await addCouncillor(app, wyre, 'Silas Mute');
  await addCouncillor(app, parish, 'Pat Parish');
  await wyre.inUnit((uow) =>
    app.get(RegisterSettings).set(uow, { inspectionPlace: 'County Hall, Worcester Road' }),
  );
  await parish.inUnit((uow) =>
    app.get(RegisterSettings).recordParishPublication(uow, {
      ...{ url: 'https://parish.example/interests', seenOn: civilDate('2017-10-01') },
    }),
  );
  await publish(app, wyre, anna, [land('3 Mill Lane'), job('Fotherby <b>Ltd</b>')]);
  await publish(app, wyre, ben, []);
  await publish(app, wyre, cara, [land('Quarry Cottage'), job('Lund & Sons')]);
  await publish(app, wyre, gone, [land('9 Past Road')]);
  app.moveClockTo('2017-07-01T10:00');
  await withhold(app, wyre, cara, 'Quarry Cottage', '2018-06-30');
  await tellAndEnter(app, wyre, anna, {
    ...{ act: 'change', about: '3 Mill Lane', details: land('5 Mill Lane'), on: '2017-06-28' },
  });
  await wyre.inUnit((uow) => app.get(Members).leaveOffice(uow, gone.memberId, civilDate('2017-07-05')));
  app.moveClockTo('2017-10-16T09:00');
});
afterAll(() => app.close());

/** Somebody from outside: no cookies, no session. */
const open = (path: string): request.Test => request(app.url).get(path);
const read = async (path: string): Promise<string> => mainText(await open(path).expect(200));
const register = (): string => `/register/${wyre.slug}`;

const unescaped = (html: string): string =>
  html
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'");

describe('the register of an authority', () => {
  it('lists the members of today, with what each has registered in short', async () => {
    const text = await read(register());
    expect(text).toContain('Anna Hartle 2 entries');
    expect(text).toContain('Ben Oakes Nothing to register');
    expect(text).toContain('Cara Lund 1 entry');
    expect(text).toContain('Silas Mute No details are shown');
    expect(text).not.toContain('Gwen Past');
  });

  it('opens no session and sets no cookie, and lets anybody keep it who asks each time', async () => {
    const { headers } = await open(register()).expect(200);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBe('public, no-cache');
    const { rows } = await app.owner.query<{ count: string }>('select count(*) from session');
    expect(rows[0]?.count).toBe('0');
  });

  it('is the same for whoever is signed in: nothing of them is read or shown', async () => {
    await app.addPerson('reader@example.org', { name: 'A Reader' });
    const reader = await app.signIn('reader@example.org');
    const page = await reader.open(register());
    expect(page.text).toBe((await open(register())).text);
    expect(page.text).not.toContain('A Reader');
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  it('lets the one inline script of the layout run by what it says', async () => {
    const page = await open(register()).expect(200);
    const script = /<script>([^<]*)<\/script>/.exec(page.text)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(script).not.toBe('');
    expect(page.headers['content-security-policy']).toContain(`'sha256-${hash}'`);
    expect(page.headers['content-security-policy']).not.toContain('nonce');
  });

  it('has the parish registers that its monitoring officer keeps, and where a copy can be inspected', async () => {
    const page = await open(register());
    expect(page.text).toContain(`href="/register/${parish.slug}"`);
    expect(mainText(page)).toContain('County Hall, Worcester Road');
  });

  it('names those who have not answered in time only where the authority chooses to, and never calls it a breach', async () => {
    expect(await read(register())).not.toContain('not yet answered');
    await wyre.inUnit((uow) => app.get(RegisterSettings).set(uow, { namesOverdue: true }));
    const text = await read(register());
    expect(text).toContain('Silas Mute has not yet answered');
    expect(text).not.toMatch(/breach|overdue/i);
    await wyre.inUnit((uow) => app.get(RegisterSettings).set(uow, { namesOverdue: false }));
    expect(await read(register())).not.toContain('not yet answered');
  });

  it('answers 304 to whoever has it already, and afresh once it has changed', async () => {
    const { headers } = await open(register());
    const etag = headers.etag ?? '';
    const again = await open(register()).set('If-None-Match', etag).expect(304);
    expect(again.text).toBe('');
    expect(again.headers.etag).toBe(etag);
    await addCouncillor(app, wyre, 'Nora New', '2017-10-01');
    const changed = await open(register()).set('If-None-Match', etag).expect(200);
    expect(mainText(changed)).toContain('Nora New');
    await request(app.url).head(register()).expect(200);
  });

  it.each([
    '/register/no-such-council',
    '/register/No',
    '/register/%00',
    '/register/x.csv',
    '/register/a/b/c',
  ])('%s is not found', async (path) => {
    await open(path).expect(404);
  });

  it('is not found in a form that we do not give', async () => {
    await open(`${register()}.xml`).expect(404);
    await open(`${register()}/print.csv`).expect(404);
  });
});

describe('a member’s page', () => {
  it('shows each heading with its entries, and never whose they are', async () => {
    const page = await open(`${register()}/${anna.memberId}`).expect(200);
    const text = mainText(page);
    expect(text).toContain('Owner: 5 Mill Lane Published 1 July 2017');
    expect(text).toContain('Director, Fotherby <b>Ltd</b>');
    expect(page.text).toContain('Fotherby &lt;b&gt;Ltd&lt;/b&gt;');
    expect(text).toContain('Securities Nothing to register, as at 1 June 2017.');
    expect(text).not.toContain('3 Mill Lane');
  });

  it('says that details are withheld, and under no heading that there is nothing', async () => {
    const text = await read(`${register()}/${cara.memberId}`);
    expect(text).toContain(withheldInWords('s32'));
    expect(text).toContain('Director, Lund & Sons');
    expect(text).not.toContain('Nothing to register');
    expect(text).not.toContain('Quarry');
  });

  it('of somebody who has left is not found, in any form and on any day', async () => {
    for (const rest of ['', '.json', '.csv', '.pdf', '/print', '?as-at=2017-06-15']) {
      await open(`${register()}/${gone.memberId}${rest}`).expect(404);
    }
    await open(`${register()}/${wyre.authorityId}`).expect(404);
    await open(`/register/${parish.slug}/${anna.memberId}`).expect(404);
  });

  it('of somebody who was no member on the day says so', async () => {
    const late = await addCouncillor(app, wyre, 'Lara Late', '2017-10-02');
    const text = await read(`${register()}/${late.memberId}?as-at=2017-10-01`);
    expect(text).toContain('This person is a member today, and was not on 1 October 2017.');
    await open(`${register()}/${late.memberId}.json?as-at=2017-10-01`).expect(200);
  });
});

describe('the register of a past day', () => {
  it('shows what was public then, and keeps to that day in its links', async () => {
    const page = await open(`${register()}/${anna.memberId}?as-at=2017-06-30`).expect(200);
    expect(mainText(page)).toContain('Owner: 3 Mill Lane');
    expect(mainText(page)).toContain('as it stood at the end of 30 June 2017');
    expect(page.text).toContain(`${anna.memberId}.csv?as-at=2017-06-30`);
    expect(await read(`${register()}/${anna.memberId}?as-at=2017-07-01`)).toContain('Owner: 5 Mill Lane');
  });

  it('agrees in every form', async () => {
    for (const [day, words] of [
      ['2017-06-30', '3 Mill Lane'],
      ['2017-07-01', '5 Mill Lane'],
    ]) {
      for (const path of [`${register()}/${anna.memberId}`, register()]) {
        for (const form of [`${path}.json`, `${path}.csv`, `${path}/print`]) {
          const { text } = await open(`${form}?as-at=${day ?? ''}`).expect(200);
          expect({ form, day, there: text.includes(`Owner: ${words ?? ''}`) }).toEqual({
            form,
            day,
            there: true,
          });
          expect(text).not.toContain('Quarry');
        }
      }
    }
  });

  it.each(['2017-10-17', '2017-02-30', 'yesterday', '%00', '2017-1-1'])(
    '%s is refused with a clear page',
    async (day) => {
      for (const path of [
        register(),
        `${register()}.csv`,
        `${register()}/print`,
        `${register()}/${anna.memberId}`,
      ]) {
        const page = await open(`${path}?as-at=${day}`).set('Accept', 'text/html').expect(400);
        expect(mainText(page)).toMatch(/is still to come|is not a real date/);
      }
    },
  );

  it('asked for twice at once is refused', async () => {
    await open(`${register()}?as-at=2017-06-01&as-at=2017-06-02`).expect(400);
  });
});

describe('files', () => {
  it.each([
    ['json', 'application/json; charset=utf-8'],
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['pdf', 'application/pdf'],
  ])('%s is given for an authority and for a member, with an ETag', async (ending, type) => {
    for (const path of [register(), `${register()}/${anna.memberId}`]) {
      const { headers } = await open(`${path}.${ending}`).expect(200);
      expect(headers['content-type']).toBe(type);
      await open(`${path}.${ending}`)
        .set('If-None-Match', headers.etag ?? '')
        .expect(304);
    }
  });

  it('JSON has one person for each member, and of a member that one', async () => {
    const persons = async (path: string): Promise<string[]> =>
      ((await open(path).expect(200)).body as { persons: { person_name: string }[] }).persons.map(
        ({ person_name }) => person_name,
      );
    expect(await persons(`${register()}.json`)).toContain('Ben Oakes');
    expect(await persons(`${register()}/${anna.memberId}.json`)).toEqual(['Anna Hartle']);
  });
});

describe('search', () => {
  it('finds members and entries in this register, and repeats the words safely', async () => {
    const text = await read(`${register()}/search?q=mill+lane`);
    expect(text).toContain('“mill lane” is in the register of 1 member.');
    expect(text).toContain('Anna Hartle Owner: 5 Mill Lane Land');
    const odd = await open(`${register()}/search?q=${encodeURIComponent('<script>"x"')}`).expect(200);
    expect(odd.text).not.toContain('<script>"x"');
    expect(await read(`${register()}/search?q=Quarry`)).toContain('Nothing in the register has the words');
    expect(await read(`${register()}/search`)).toContain('Write the name of');
    await open(`${register()}/search?q=%00&q=2`).expect(200);
    await open(`${register()}/search?q=%00a`).expect(200);
  });

  it('over all registers begins on the front page', async () => {
    const text = await read('/?q=mill');
    expect(text).toContain('Anna Hartle , Council');
    const front = await open('/').expect(200);
    expect(front.text).toContain(`href="${register()}"`);
    expect(front.text).toContain(`href="/register/${parish.slug}"`);
    expect(front.headers['set-cookie']).toBeUndefined();
  });
});

describe('what changed', () => {
  it('between two days is told in words', async () => {
    const text = await read(`${register()}/changes?from=2017-06-30&to=2017-07-31`);
    expect(text).toContain('After the end of 30 June 2017, until the end of 31 July 2017');
    expect(text).toContain('Anna Hartle : Land: “Owner: 3 Mill Lane” changed to “Owner: 5 Mill Lane”.');
    expect(text).not.toMatch(/Quarry|Past Road/);
    expect(await read(`${register()}/changes`)).toContain('Nothing changed.');
  });

  it.each([
    'from=2017-07-02&to=2017-07-01',
    'from=2017-10-17',
    'to=nonsense',
    'from=1900-01-01',
    'from=2016-06-30&to=2017-07-02',
  ])('%s is refused', async (query) => {
    await open(`${register()}/changes?${query}`).expect(400);
  });

  it('in 366 days is told', async () => {
    await open(`${register()}/changes?from=2016-07-01&to=2017-07-02`).expect(200);
  });

  it('is a feed too', async () => {
    app.moveClockTo('2017-07-20T09:00');
    const answer = await fetch(`${app.url}${register()}/changes.atom`);
    app.moveClockTo('2017-10-16T09:00');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await answer.text();
    expect(feed).toContain('“Owner: 3 Mill Lane” changed to “Owner: 5 Mill Lane”');
    expect(feed).not.toContain('Quarry');
  });
});

describe('the printed register', () => {
  it('has every member on one page, and larger letters where asked for', async () => {
    const page = await open(`${register()}/print`).expect(200);
    for (const name of ['Anna Hartle', 'Ben Oakes', 'Cara Lund']) expect(mainText(page)).toContain(name);
    expect(page.text).not.toContain('govuk-!-font-size-24');
    expect((await open(`${register()}/print?size=large`)).text).toContain('govuk-!-font-size-24');
    expect(await read(`${register()}/${anna.memberId}/print`)).not.toContain('Ben Oakes');
  });
});

describe('a parish’s register', () => {
  it('says who keeps it, gives HTML for the parish’s website, and shows that the website carries it', async () => {
    const page = await open(`/register/${parish.slug}`).expect(200);
    expect(page.text).toContain(`href="${register()}"`);
    expect(unescaped(page.text)).toContain(`/register/${parish.slug}/embed" title="Register of interests of`);
    expect(mainText(page)).toContain('carried it on 1 October 2017');
    expect((await open(register())).text).not.toContain('iframe');
  });

  it('may be framed by another website at one address alone, which has no header of ours', async () => {
    const embedded = await open(`/register/${parish.slug}/embed`).expect(200);
    expect(embedded.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(embedded.headers['x-frame-options']).toBeUndefined();
    expect(embedded.text).not.toMatch(/govuk-footer|probity-header|Sign in/);
    expect(embedded.text).toContain('Pat Parish');
    for (const path of ['', '/print', '/changes', '/search', `/${anna.memberId}`]) {
      const { headers } = await open(`${register()}${path}`);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-frame-options']).toBe('DENY');
    }
  });
});

describe('what becomes sensitive', () => {
  it('is gone from every page, file and feed at the next request', async () => {
    await publish(app, wyre, ben, [land('Marker Cottage')]);
    const paths = [
      ...['', '.json', '.csv', '/print', '/embed', '/changes', '/changes.atom', '/search?q=Marker'].map(
        (rest) => `${register()}${rest}`,
      ),
      ...['', '.json', '.csv', '/print'].map((rest) => `${register()}/${ben.memberId}${rest}`),
      '/?q=Marker',
    ];
    const told = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const path of paths) {
        const text = await (await fetch(`${app.url}${path}`)).text();
        if (text.includes('Marker Cottage')) found.push(path);
      }
      return found;
    };
    expect((await told()).length).toBe(paths.length - 1);
    await withhold(app, wyre, ben, 'Marker Cottage', '2018-06-30');
    expect(await told()).toEqual([]);
  });
});
