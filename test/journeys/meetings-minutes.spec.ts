import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { Disclosures } from '../../src/disclosures/index.js';
import { Roles } from '../../src/identity/index.js';
import { Observations, type Seen } from '../../src/meetings/index.js';
import { Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { clerkOfNewCouncil } from '../support/clerk.js';
import { done } from '../support/council.js';
import { addRecorder, meetingDay, type MeetingDay } from '../support/meeting-day.js';
import { notify } from '../support/notify.js';
import { agreeSensitive } from '../support/sensitive.js';
import { mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;
let day: MeetingDay;
let clerk: Visitor;
let auditor: Visitor;
let dee: Visitor;
let path: string;

const saw = (time: string, ...seen: Seen[]): Promise<void> => {
  app.moveClockTo(`2017-10-24T${time}`);
  return day.clerk.council.inUnit(async (uow) => {
    const saidAt = new Date(`2017-10-24T${time}:00+01:00`);
    const observations = seen.map((one) => ({ id: randomUUID(), seen: one, saidAt }));
    const outcomes = await app.get(Observations).record(uow, { meetingId: day.meetingId, observations });
    expect(outcomes.every((one) => 'outcome' in one)).toBe(true);
  });
};

/** A whole meeting: Ann declares and leaves, Bob has a whip, Cai is replaced by Dee. */
beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  day = await meetingDay(app);
  await addRecorder(app, day.clerk, 'recorder@example.org', 'Ria Clerk');
  clerk = await app.signIn('recorder@example.org');
  const auditorId = await app.addPerson('auditor@example.org', { name: 'Avi Auditor' });
  await day.clerk.council.inUnit((uow) =>
    app.get(Roles).grant(uow, { accountId: auditorId, role: 'auditor', fromOn: '2017-01-01' }),
  );
  auditor = await app.signIn('auditor@example.org');
  dee = await app.signIn(`dee-${day.clerk.council.slug}@example.org`);
  path = `/meetings/${day.meetingId}/minutes`;
});
afterAll(() => app.close());

const signIn = (of: MeetingDay): Promise<Visitor> => app.signIn(`dee-${of.clerk.council.slug}@example.org`);
const minutes = async (): Promise<string> => (await clerk.open(`${path}.txt`).expect(200)).text;

describe('before anything was recorded', () => {
  it('the minutes claim nothing, and the clerk is told what is missing', async () => {
    const text = await minutes();
    expect(text).toContain('ATTENDANCE NOT RECORDED\n\n- Ann Weir\n- Bob Lock\n- Cai Ford');
    expect(text).toContain('MINUTES\n\nNothing has been recorded of this meeting yet.\n');
    expect(text).not.toMatch(/PRESENT|apologies|began|held|declarations were/);
    expect(mainText(await clerk.open(path))).toContain('Nobody recorded when the meeting began.');
  });
});

describe('where a member is replaced and nobody recorded whether they sent apologies', () => {
  it('the minutes do not say that there were none', async () => {
    const other = await meetingDay(app);
    app.moveClockTo('2017-10-24T10:00');
    const attends = [other.ann, other.bob, other.dee].map((memberId) => ({
      ...{ kind: 'attendance', memberId, as: 'present' },
    })) satisfies Seen[];
    const seen: Seen[] = [{ kind: 'substitution', memberId: other.dee, forMemberId: other.cai }, ...attends];
    const read = async (): Promise<string> =>
      (await (await signIn(other)).open(`/meetings/${other.meetingId}/minutes.txt`)).text;
    const record = (...all: Seen[]): Promise<unknown> =>
      other.clerk.council.inUnit((uow) =>
        app.get(Observations).record(uow, {
          meetingId: other.meetingId,
          observations: all.map((one) => ({
            id: randomUUID(),
            seen: one,
            saidAt: new Date('2017-10-24T09:00:00Z'),
          })),
        }),
      );
    await record(...seen);
    expect(await read()).toContain('Dee Mill attended in place of Cai Ford');
    expect(await read()).toContain('The beginning of this meeting has not been recorded yet.');
    expect(await read()).not.toMatch(/apologies for absence/i);
    await record({ kind: 'attendance', memberId: other.cai, as: 'absent' });
    expect(await read()).toContain('There were no apologies for absence.');
  });
});

describe('of a whole meeting', () => {
  beforeAll(async () => {
    const [, , item] = day.items;
    const itemId = item?.id ?? '';
    const declared = {
      meetingId: day.meetingId,
      atMeeting: true,
      item: { id: itemId, title: item?.title ?? '' },
    };
    await saw(
      '10:00',
      { kind: 'opened' },
      { kind: 'attendance', memberId: day.ann, as: 'present' },
      { kind: 'attendance', memberId: day.bob, as: 'remote' },
      { kind: 'attendance', memberId: day.cai, as: 'apologies' },
      { kind: 'substitution', memberId: day.dee, forMemberId: day.cai },
      { kind: 'attendance', memberId: day.dee, as: 'present' },
    );
    await saw('10:10', { kind: 'item-begun', itemId });
    await day.clerk.council.inUnit(async (uow) => {
      const disclosures = app.get(Disclosures);
      const said = (memberId: string) => ({ ...declared, id: randomUUID(), memberId });
      done(
        await disclosures.declare(uow, {
          ...said(day.ann),
          interest: { kind: 'dpi', heldBy: 'partner' },
          nature: 'Director of Hartlebrook Paving Ltd',
          intends: 'leaves',
        }),
      );
      done(
        await disclosures.declareWhip(uow, { ...said(day.bob), group: 'Mill Group', nature: 'to vote for' }),
      );
      done(await disclosures.declareArrears(uow, said(day.dee)));
    });
    await saw('10:12', { kind: 'left', memberId: day.ann, itemId });
    const result = {
      named: [
        { memberId: day.bob, vote: 'for' },
        { memberId: day.dee, vote: 'against' },
      ],
    } as const;
    await saw('10:20', { kind: 'vote', itemId, question: 'motion', outcome: 'carried', result });
    await saw('10:25', { kind: 'returned', memberId: day.ann, itemId });
    await saw('10:40', { kind: 'closed' });
  });

  it('are ready to use', async () => {
    expect(await minutes()).toBe(`HIGHWAYS PANEL: MINUTES

Minutes of the meeting held on Tuesday 24 October 2017 at 10am, Town Hall, Ashford Magna.

PRESENT

- Ann Weir (Chairman)
- Dee Mill (Substitute)

ATTENDED REMOTELY

- Bob Lock

SUBSTITUTES

- Dee Mill attended in place of Cai Ford

APOLOGIES

Apologies for absence were received from Cai Ford.

DECLARATIONS OF INTEREST

- 3. Resurfacing of Mill Lane: Ann Weir declared a disclosable pecuniary interest of their partner: Director of Hartlebrook Paving Ltd.

PARTY WHIPS

- 3. Resurfacing of Mill Lane: Bob Lock declared a party whip (Mill Group): to vote for.

COUNCIL TAX

- 3. Resurfacing of Mill Lane: Dee Mill declared that section 106 of the Local Government Finance Act 1992 applied to them.

BUSINESS

The meeting began at 10am.

1. Apologies and Welcome

2. Declarations of Interest

3. Resurfacing of Mill Lane

Ann Weir, having declared an interest, left the room at 10:12am and returned at 10:25am.

A vote was taken on the motion and recorded by name:

- For (1): Bob Lock
- Against (1): Dee Mill
- Abstained (0): none

The motion was carried.

The meeting ended at 10:40am.
`);
  });

  it('are a page with the same text to copy, and with what does not fit for whoever can put it right', async () => {
    const page = await clerk.open(path).expect(200);
    expect(page.text).toContain('<h2 class="govuk-heading-m">Party whips</h2>');
    expect(page.text).toContain(`HIGHWAYS PANEL: MINUTES`);
    expect(mainText(page)).toContain(
      'Dee Mill declared that section 106 of the Local Government Finance Act 1992 applies to them, and is recorded as voting on the motion at item 3.',
    );
    const read = mainText(await auditor.open(path).expect(200));
    expect(read).toContain('Ann Weir, having declared an interest, left the room');
    expect(read).not.toContain('is recorded as voting');
  });

  it('are a Word document with headings, real lists and the language', async () => {
    const response = await clerk
      .open(`${path}.docx`)
      .buffer(true)
      .parse((answer, whole) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          whole(null, Buffer.concat(chunks));
        });
      });
    expect(response.headers['content-disposition']).toBe('attachment; filename=minutes-2017-10-24.docx');
    const buffer = response.body as Buffer;
    const { value: html } = await mammoth.convertToHtml({ buffer });
    expect(html).toContain('<h1>Party whips</h1>');
    expect(html).toContain('<h2>3. Resurfacing of Mill Lane</h2>');
    expect(html).toContain('<ul><li>Ann Weir (Chairman)</li><li>Dee Mill (Substitute)</li></ul>');
    const { value: words } = await mammoth.extractRawText({ buffer });
    const said = (await minutes()).replace(/^- /gm, '').toLowerCase().split('\n').filter(Boolean);
    expect(words.toLowerCase().split('\n').filter(Boolean)).toEqual(said);
    const styles = strFromU8(unzipSync(new Uint8Array(buffer))['word/styles.xml'] ?? new Uint8Array());
    expect(styles).toContain('w:val="en-GB"');
  });

  it('say no longer what an interest is that became sensitive after it was declared', async () => {
    const { council } = day.clerk;
    const { dee: memberId, deeAccountId: accountId, meetingId } = day;
    app.moveClockTo('2017-10-24T10:45');
    const land = { category: 'land', address: '14 Weir Bank, Tarrow', natureOfInterest: 'Tenant' } as const;
    const answers = { 'land/self': { answer: 'entries', interests: [land] } } as const;
    const notification = await notify(app, council, { memberId, accountId, answers });
    const entryId = await council.inUnit(async (uow) => {
      done(await app.get(Register).enter(uow, notification));
      const [entry] = await app.get(Register).current(uow, memberId);
      const [, item] = day.items;
      const said = { id: randomUUID(), memberId, meetingId, atMeeting: true, intends: 'leaves' } as const;
      const of = {
        item: { id: item?.id ?? '', title: item?.title ?? '' },
        interest: { known: entry?.entry.id ?? '' },
      };
      done(
        await app.get(Disclosures).declare(uow, { ...said, ...of, nature: 'Tenant of a house in Weir Bank' }),
      );
      return entry?.entry.id ?? '';
    });
    expect(await minutes()).toContain(
      'Dee Mill declared a disclosable pecuniary interest: Tenant of a house in Weir Bank.',
    );
    await agreeSensitive(app, council, { memberId, accountId, entryId });
    const told =
      'Dee Mill declared the existence of a disclosable pecuniary interest. Its nature is not disclosed.';
    expect(await minutes()).toContain(told);
    for (const address of [path, `/meetings/${meetingId}/record`]) {
      const { text } = await clerk.open(address).expect(200);
      expect(text).toContain(told);
      expect(text).not.toContain('Weir Bank');
    }
  });
});

describe('who reads them', () => {
  it('whoever reads meetings; another council’s clerk finds nothing, and a visitor signs in first', async () => {
    await dee.open(path).expect(200);
    await app.visitor().open(path).expect(303);
    const other = await clerkOfNewCouncil(app);
    await addRecorder(app, other, 'elsewhere@example.org', 'Eli Clerk');
    const elsewhere = await app.signIn('elsewhere@example.org');
    for (const address of [path, `${path}.txt`, `${path}.docx`]) await elsewhere.open(address).expect(404);
  });
});
