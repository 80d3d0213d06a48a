import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Disclosures, KnownInterests, type DeclaredInterest } from '../../src/disclosures/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings, Observations, type NewObservation } from '../../src/meetings/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { Sensitivities } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { sceneOfBriefings, type Scene, type SeatedMember } from '../support/briefed.js';
import { item } from '../support/clerk.js';
import { addPanel, done } from '../support/council.js';
import { agreeSensitive } from '../support/sensitive.js';
import { mainText } from '../support/visitor.js';

const HARTLEBROOK = { category: 'employment', role: 'Director', employer: 'Hartlebrook Paving Ltd' } as const;
const AT_IT = '2017-10-24T10:30';

let app: TestApp;
let scene: Scene;
let ann: SeatedMember;
let bob: SeatedMember;
let october: string;
let november: string;
let panelId: string;
let slug: string;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  scene = await sceneOfBriefings(app);
  slug = scene.council.slug;
  ann = await scene.seat({ name: 'Ann Agar' });
  bob = await scene.seat({ name: '=Bob Brown' });
  await scene.register(ann, HARTLEBROOK);
  const items = [
    item('1', 'Apologies'),
    item('5', 'Resurfacing, phase 2'),
    item('9', 'Sale of the depot', { restricted: true }),
  ];
  october = await scene.meeting({ items });
  panelId = await scene.council.inUnit((uow) => addPanel(uow, app, 'Planning Panel'));
  november = await scene.meeting({ items, bodyId: panelId, meetsOn: civilDate('2017-11-14') });
  app.moveClockTo(AT_IT);
});
afterAll(() => app.close());

const inUnit = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> => scene.council.inUnit(work);
const itemsOf = async (meetingId: string) => scene.clerk.items(meetingId);

async function declare(
  who: SeatedMember,
  nature: string,
  more: Partial<DeclaredInterest> & { number?: string } = {},
): Promise<string> {
  const { number = '5', ...said } = more;
  const meetingId = said.meetingId ?? october;
  const at = (await itemsOf(meetingId)).find((one) => one.number === number);
  return inUnit(
    async (uow) =>
      done(
        await app.get(Disclosures).declare(uow, {
          ...{ id: randomUUID(), memberId: who.memberId, meetingId, nature, intends: 'leaves' },
          item: { id: at?.id ?? '', title: at?.title ?? '' },
          interest: { kind: 'odi', heldBy: 'other' },
          ...said,
        }),
      ).id,
  );
}
const page = async (query = ''): Promise<string> =>
  mainText(await app.visitor().open(`/declarations/${slug}${query}`).expect(200));
const csv = async (query = ''): Promise<Record<string, string>[]> => {
  const { text } = await app.visitor().open(`/declarations/${slug}.csv${query}`).expect(200);
  return parse(text, { columns: true, bom: true });
};
/** As a clerk does, of what a clerk recorded. */
const takeBack = (who: SeatedMember, takesBack: string): Promise<unknown> =>
  inUnit(async (uow) =>
    done(
      await app.get(Disclosures).takeBack(uow, {
        ...{ id: randomUUID(), memberId: who.memberId, meetingId: october, takesBack, atMeeting: true },
      }),
    ),
  );

describe('what members declared, for anybody', () => {
  it('says so where there is nothing, and that nothing here is not "no interest"', async () => {
    const words = await page();
    expect(words).toContain('No declaration was found.');
    expect(words).toContain('nobody can be taken to have no interest because nothing stands here');
  });

  it('shows who declared what at which item, and what was seen of it', async () => {
    await declare(bob, 'My sister lays the asphalt');
    const at = (await itemsOf(october)).find(({ number }) => number === '5')?.id ?? '';
    const moved = (kind: 'left' | 'returned', time: string): NewObservation => ({
      ...{ id: randomUUID(), saidAt: new Date(`2017-10-24T${time}Z`) },
      seen: { kind, memberId: bob.memberId, itemId: at },
    });
    const observations = [moved('left', '09:20:00'), moved('returned', '09:28:00')];
    await inUnit((uow) => app.get(Observations).record(uow, { meetingId: october, observations }));
    expect(await page()).toMatch(
      /Tuesday 24 October 2017: Highways Panel =Bob Brown , item 5, Resurfacing, phase 2 Other disclosable interest: My sister lays the asphalt Said they would leave the room\. Left the room at 10:20am\. Came back at 10:28am\./,
    );
  });

  it('not what was only announced, is corrected or taken back, nil, or that council tax is owed', async () => {
    app.moveClockTo('2017-10-23T10:00');
    await declare(ann, 'Announced beforehand');
    app.moveClockTo(AT_IT);
    const wrong = await declare(ann, 'Wrong words of an uncle');
    await declare(ann, 'Right words of an uncle', { corrects: wrong });
    await takeBack(ann, await declare(ann, 'Taken back at once', { atMeeting: true }));
    const at = (await itemsOf(october)).find(({ number }) => number === '1');
    await inUnit(async (uow) => {
      const said = { id: randomUUID(), memberId: bob.memberId, meetingId: october };
      const about = { id: at?.id ?? '', title: at?.title ?? '' };
      done(await app.get(Disclosures).declareArrears(uow, { ...said, item: about }));
    });
    const words = await page();
    expect(words).toContain('Right words of an uncle');
    expect(words).not.toMatch(/Announced|Wrong words|Taken back at once|ouncil tax|Apologies/);
  });

  it('of an item that is not open to the public neither number, title nor what was said', async () => {
    await declare(ann, 'My aunt rents it', { number: '9' });
    const at = (await itemsOf(october)).find(({ number }) => number === '9');
    await inUnit(async (uow) => {
      const said = { id: randomUUID(), memberId: ann.memberId, meetingId: october };
      const about = { id: at?.id ?? '', title: at?.title ?? '' };
      const whip = { group: 'Mill Group', nature: 'To sell it to Tarrow Homes' };
      done(await app.get(Disclosures).declareWhip(uow, { ...said, item: about, ...whip }));
    });
    const { text } = await app.visitor().open(`/declarations/${slug}`);
    expect(text).not.toMatch(/depot|My aunt|Tarrow Homes|item 9/);
    expect(mainText({ text })).toContain(
      'Ann Agar , an item that is not open to the public Other disclosable interest: The details are not shown',
    );
    expect(mainText({ text })).toContain('Party whip of the Mill Group: The details are not shown');
    const rows = await csv();
    const hidden = rows.filter(({ item_title: title }) => title === 'An item that is not open to the public');
    expect(hidden.map(({ item: number, nature, withheld }) => [number, nature, withheld])).toEqual([
      ['', 'The details are not shown', 'yes'],
      ['', 'Mill Group: The details are not shown', 'yes'],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/depot|My aunt|Tarrow Homes/);
  });

  it('by member, body and days, kept in the address', async () => {
    app.moveClockTo('2017-11-14T10:30');
    await declare(ann, 'My cousin applies', { meetingId: november });
    app.moveClockTo('2017-11-15T10:00');
    expect(await page()).toMatch(/14 November 2017.*24 October 2017/);
    expect(await page(`?member=${bob.memberId}`)).not.toContain('My cousin');
    expect(await page(`?body=${panelId}`)).not.toContain('24 October');
    expect(await page('?from=2017-11-14&to=2017-11-14')).toContain('1 declaration.');
    expect(await page('?from=2017-10-25&to=2017-11-13')).toContain('No declaration was found.');
    expect(await page('?member=&body=&from=&to=')).toContain('My cousin applies');
    const { text } = await app.visitor().open(`/declarations/${slug}?body=${panelId}&from=2017-11-14`);
    expect(text).toMatch(new RegExp(`value="${panelId}" selected`));
    expect(text).toContain('value="2017-11-14"');
    expect(text).toContain(`/declarations/${slug}.csv?body=${panelId}&amp;from=2017-11-14`);
    expect(await csv(`?member=${bob.memberId}`)).toHaveLength(1);
  });

  it.each(['?member=bob', '?body=1', '?from=14%2F11%2F2017', '?to=2017-02-29', '?page=0', '?page=x'])(
    '%s is refused with a sentence',
    async (query) => {
      const refused = await app.visitor().open(`/declarations/${slug}${query}`).expect(400);
      expect(mainText(refused)).toContain('in this address');
    },
  );

  it('as CSV with the columns, times on the clock in London, and no formula', async () => {
    const [row] = await csv(`?member=${bob.memberId}`);
    expect(row).toMatchObject({
      ...{ committee: 'Highways Panel', member_name: "'=Bob Brown", item: '5' },
      ...{ item_title: 'Resurfacing, phase 2', verbal_declaration: 'yes' },
      ...{ verbal_declaration_date: '2017-10-24', receive_date: '2017-10-24T10:30', kind: 'interest' },
      ...{ interest_type: 'other disclosable interest', nature: 'My sister lays the asphalt' },
      ...{ withheld: 'no', action: 'Said they would leave the room', authority: slug },
    });
  });

  it('is found from the register and the front page; where there is no council it is not found', async () => {
    expect((await app.visitor().open(`/register/${slug}`)).text).toContain(`href="/declarations/${slug}"`);
    expect((await app.visitor().open('/')).text).toContain('href="/declarations"');
    expect((await app.visitor().open('/declarations').expect(200)).text).toContain(`/declarations/${slug}`);
    await app.visitor().open('/declarations/no-such-council').expect(404);
    await app.visitor().open(`/declarations/${slug}.xml`).expect(404);
  });

  it('may be kept by anybody, who asks each time whether it still stands', async () => {
    const got = await app.visitor().open(`/declarations/${slug}`).expect(200);
    expect(got.headers['cache-control']).toBe('public, no-cache');
    expect(got.headers['set-cookie']).toBeUndefined();
    const again = app.visitor().open(`/declarations/${slug}`);
    await again.set('If-None-Match', got.headers.etag ?? '').expect(304);
    await declare(bob, 'One more reason', { meetingId: november });
    expect(await page()).toContain('One more reason');
  });
});

describe('what is kept back', () => {
  const telling = async (): Promise<string> =>
    (await app.visitor().open(`/declarations/${slug}`)).text +
    (await app.visitor().open(`/declarations/${slug}.csv`)).text;

  it('the nature of an interest that waits to be entered', async () => {
    app.moveClockTo('2017-11-14T10:50');
    await scene.notify(bob, { category: 'land', address: '7 Kestrel Close', natureOfInterest: 'Owner' });
    const [known] = await inUnit((uow) => app.get(KnownInterests).of(uow, bob.memberId));
    await declare(bob, 'I own 7 Kestrel Close', {
      meetingId: november,
      interest: { known: known?.id ?? '' },
    });
    expect(await telling()).not.toContain('Kestrel');
    expect(await page()).toContain('Disclosable pecuniary interest: The details are not shown');
  });

  it('of one that is claimed and then agreed to be sensitive, also under other words, from that moment on', async () => {
    const [known] = await inUnit((uow) => app.get(KnownInterests).of(uow, ann.memberId));
    const entryId = known?.id ?? '';
    await declare(ann, 'I am a director of Hartlebrook Paving Ltd', {
      ...{ meetingId: november, interest: { known: entryId } },
    });
    await declare(ann, 'Hartlebrook pays my brother too', { meetingId: november });
    expect((await telling()).match(/Hartlebrook/g)).toHaveLength(4);
    const about = { entryId, reason: 'Threats were made.' };
    await inUnit(async (uow) => {
      const { id } = done(await app.get(Sensitivities).request(uow, ann.memberId, about));
      done(await app.get(Sensitivities).withdraw(uow, ann.memberId, id));
    });
    expect((await telling()).match(/Hartlebrook/g)).toHaveLength(4);
    const asked = await inUnit(async (uow) =>
      done(await app.get(Sensitivities).request(uow, ann.memberId, about)),
    );
    expect(await telling()).not.toContain('Hartlebrook');
    expect(await page(`?member=${ann.memberId}`)).not.toContain('withheld');
    await inUnit(async (uow) => done(await app.get(Sensitivities).withdraw(uow, ann.memberId, asked.id)));
    await agreeSensitive(app, scene.council, { ...ann, entryId, reviewOn: civilDate('2018-10-16') });
    expect(await telling()).not.toContain('Hartlebrook');
    expect(await page(`?member=${ann.memberId}`)).toContain(
      'Disclosable pecuniary interest: Details withheld (Localism Act 2011 s.32)',
    );
    const row = (await csv(`?member=${ann.memberId}`)).find(({ withheld }) => withheld === 'yes');
    expect(row?.nature).toMatch(/withheld|not shown/);
  });

  it('of a member who has left too: what they declared stays on the record', async () => {
    await inUnit(async (uow) => {
      done(await app.get(Members).leaveOffice(uow, bob.memberId, civilDate('2017-11-14')));
    });
    expect(await page(`?member=${bob.memberId}`)).toContain('My sister lays the asphalt');
  });
});

describe('what was said to a meeting and is called something else later', () => {
  let december: string;
  const late = (who = ann) => page(`?member=${who.memberId}&from=2017-12-05&to=2017-12-05`);

  it('is corrected without a word until the end of the next day, and beside what was said from then on', async () => {
    app.moveClockTo('2017-11-20T09:00');
    const items = [item('4', 'Bus shelters'), item('6', 'Bus lanes')];
    december = await scene.meeting({ items, bodyId: panelId, meetsOn: civilDate('2017-12-05') });
    const at = { meetingId: december, number: '4' };
    app.moveClockTo('2017-12-05T10:30');
    const first = await declare(ann, 'A slip of the tongue', at);
    app.moveClockTo('2017-12-06T23:59');
    const second = await declare(ann, 'My uncle builds them', { ...at, corrects: first });
    expect(await late()).not.toMatch(/slip|Corrected/);
    app.moveClockTo('2017-12-07T00:00');
    const nri = { kind: 'nri', heldBy: 'other' } as const;
    await declare(ann, 'My uncle once built them', { ...at, interest: nri, corrects: second });
    expect(await late()).toContain(
      'Non-registerable interest: My uncle once built them Corrected on 7 December 2017. Said before: other disclosable interest: My uncle builds them.',
    );
    expect(await late()).not.toContain('slip');
    expect((await csv(`?member=${ann.memberId}&from=2017-12-05&to=2017-12-05`))[0]).toMatchObject({
      ...{ nature: 'My uncle once built them', corrected_on: '2017-12-07' },
      said_at_meeting: 'other disclosable interest: My uncle builds them',
    });
  });

  it('keeps back what is kept back of the earlier words too', async () => {
    const at = { meetingId: december, number: '6', atMeeting: true } as const;
    const first = await declare(ann, 'Hartlebrook lays them', at);
    await declare(ann, 'My uncle drives there', { meetingId: december, number: '6', corrects: first });
    expect(await late()).toContain('Said before: other disclosable interest: The details are not shown.');
    expect(await late()).not.toContain('Hartlebrook');
  });
});

describe('what a clerk heard only the existence of', () => {
  it('is told in the same words of who has a sensitive entry and of who has none', async () => {
    const cai = await scene.seat({ name: 'Cai Crane' });
    const items = [item('4', 'Allotments')];
    const meetingId = await scene.meeting({ items, bodyId: panelId, meetsOn: civilDate('2017-12-12') });
    app.moveClockTo('2017-12-12T10:30');
    const [known] = (await inUnit((uow) => app.get(KnownInterests).of(uow, ann.memberId))).filter(
      ({ sensitive }) => sensitive === 'agreed',
    );
    const at = { meetingId, number: '4', atMeeting: true } as const;
    await declare(ann, '', { ...at, interest: { known: known?.id ?? '' } });
    await declare(cai, '', { ...at, interest: { kind: 'dpi', heldBy: 'self', existenceOnly: true } });
    const rows = await csv('?from=2017-12-12&to=2017-12-12');
    expect(rows.map(({ member_name: name, nature, withheld }) => [name, nature, withheld])).toEqual([
      ['Ann Agar', 'The details are not shown', 'yes'],
      ['Cai Crane', 'The details are not shown', 'yes'],
    ]);
    expect(await page('?from=2017-12-12&to=2017-12-12')).not.toContain('s.32');
  });
});

describe('a meeting that is cancelled', () => {
  it('has no declarations, unless it was recorded that it began', async () => {
    const day = '?from=2017-12-19&to=2017-12-20';
    const items = [item('4', 'Verges')];
    const meet = (meetsOn: string) => scene.meeting({ items, bodyId: panelId, meetsOn: civilDate(meetsOn) });
    const [off, begun] = [await meet('2017-12-19'), await meet('2017-12-20')];
    app.moveClockTo('2017-12-20T10:30');
    await declare(ann, 'My niece mows them', { meetingId: off, number: '4' });
    await declare(ann, 'My nephew mows them', { meetingId: begun, number: '4' });
    expect(await page(day)).toContain('2 declarations.');
    const opened = {
      id: randomUUID(),
      saidAt: new Date('2017-12-20T10:00:00Z'),
      seen: { kind: 'opened' },
    } as const;
    await inUnit(async (uow) => {
      await app.get(Observations).record(uow, { meetingId: begun, observations: [opened] });
      for (const id of [off, begun]) await app.get(Meetings).cancel(uow, id);
    });
    expect(await page(day)).toMatch(/1 declaration\..*My nephew/);
    expect(await csv(day)).toHaveLength(1);
  });
});

describe('many declarations', () => {
  it('fifty on a page', async () => {
    app.moveClockTo('2017-11-14T10:40');
    for (let count = 0; count < 51; count += 1)
      await declare(ann, `Reason number ${count}`, { meetingId: november });
    const first = await app.visitor().open(`/declarations/${slug}?body=${panelId}`).expect(200);
    expect(mainText(first)).toContain('61 declarations, of which these are 1 to 50.');
    expect(first.text).toContain(`href="/declarations/${slug}?body=${panelId}&amp;page=2"`);
    expect(await page(`?body=${panelId}&page=2`)).toContain('61 declarations, of which these are 51 to 61.');
    expect(await csv(`?body=${panelId}`)).toHaveLength(61);
  });
});
