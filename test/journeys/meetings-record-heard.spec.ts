import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { Disclosures } from '../../src/disclosures/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { agendaAbout, item as agendaItem } from '../support/clerk.js';
import { addRecorder, meetingDay, type MeetingDay } from '../support/meeting-day.js';
import { formOf, mainText, type Answers, type Visitor } from '../support/visitor.js';

let app: TestApp;
let day: MeetingDay;
let clerk: Visitor;
let path: string;
let item: string;

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
});
afterAll(() => app.close());

let made = 0;
beforeEach(async () => {
  app.moveClockTo('2017-10-16T09:00');
  day = await meetingDay(app);
  made += 1;
  await addRecorder(app, day.clerk, `heard-${made}@example.org`, 'Ria Clerk');
  clerk = await app.signIn(`heard-${made}@example.org`);
  item = day.items[2]?.id ?? '';
  path = `/meetings/${day.meetingId}/record?item=${item}`;
  app.moveClockTo('2017-10-24T10:00');
});

const interest = { interestKind: 'odi', heldBy: 'self', intends: 'takes-part' };
const open = (): Promise<Response> => Promise.resolve(clerk.open(path));
const text = async (): Promise<string> => mainText(await open());
async function declare(answers: Answers): Promise<Response> {
  const form = formOf(await open(), 'id="declare"');
  return clerk.send(form.action ?? '', { ...form.hidden, member: day.ann, ...interest, ...answers });
}

describe('a declaration that a clerk heard', () => {
  it('is kept under the title that the clerk saw, also where the item is withdrawn before it arrives', async () => {
    const form = formOf(await open(), 'id="declare"');
    const { title } = day.items[2] ?? { title: '' };
    expect(form.hidden.itemTitle).toBe(title);
    await day.clerk.saved(agendaAbout('revised'), { items: [agendaItem('1', 'Apologies and Welcome')] });
    const nature = 'Trustee of Tarrow Bridge Trust';
    const sent = await clerk.send(form.action ?? '', {
      ...form.hidden,
      ...interest,
      member: day.ann,
      nature,
    });
    expect(sent.status).toBe(303);
    const standing = await day.clerk.council.inUnit((uow) =>
      app.get(Disclosures).standing(uow, day.meetingId),
    );
    expect(standing).toMatchObject([{ agendaItemId: item, itemTitle: title }]);
    expect(await text()).toContain('Trustee of Tarrow Bridge Trust');
  });

  it('of somebody else’s interest as a disclosable pecuniary one is recorded, and the clerk is told to check', async () => {
    const dpi = { interestKind: 'dpi', heldBy: 'other', nature: 'Their son works there' };
    expect((await declare(dpi)).status).toBe(303);
    expect(await text()).toContain(
      'Ann Weir is recorded as declaring a disclosable pecuniary interest of a person or body close to them at item 3. It cannot be one',
    );
  });

  it('is taken back as recorded wrongly, also after the member has put it right', async () => {
    await declare({ interestKind: 'dpi', nature: 'Owns the shop' });
    const {
      clerk: { council },
      meetingId,
      ann: memberId,
    } = day;
    const standing = () => council.inUnit((uow) => app.get(Disclosures).standing(uow, meetingId));
    const [heard] = await standing();
    const said = { id: randomUUID(), memberId, meetingId, intends: 'leaves' } as const;
    const told = { interest: { kind: 'odi', heldBy: 'other' }, nature: 'My aunt owns it' } as const;
    const at = { item: { id: item, title: day.items[2]?.title ?? '' }, corrects: heard?.id ?? '' };
    await council.inUnit((uow) => app.get(Disclosures).declare(uow, { ...said, ...told, ...at }));
    const page = await open();
    expect(mainText(page)).toContain('The member has put this right since.');
    const { action, hidden } = formOf(page, `id="undo-${heard?.id ?? ''}"`);
    expect((await clerk.send(action ?? '', hidden)).status).toBe(303);
    expect(await text()).not.toMatch(/put this right|Owns the shop/);
    expect(await standing()).toMatchObject([{ id: said.id }]);
  });

  it('that the member recorded themselves has no button to take it back', async () => {
    const {
      clerk: { council },
      meetingId,
      ann: memberId,
    } = day;
    const said = { id: randomUUID(), memberId, meetingId, intends: 'leaves' } as const;
    const told = { interest: { kind: 'odi', heldBy: 'self' }, nature: 'Trustee of a trust' } as const;
    await council.inUnit((uow) =>
      app
        .get(Disclosures)
        .declare(uow, { ...said, ...told, item: { id: item, title: day.items[2]?.title ?? '' } }),
    );
    const page = await open();
    expect(mainText(page)).toContain('Trustee of a trust');
    expect(page.text).not.toContain('id="undo-');
  });
});
