import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Roles } from '../../src/identity/index.js';
import { RelevanceAnswers } from '../../src/disclosures/index.js';
import { civilDate } from '../../src/law/index.js';
import { Seats, type SeatRole } from '../../src/members/index.js';
import { Register } from '../../src/register/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { ABOUT_IT, EMPLOYMENT, ITEMS } from '../support/briefed.js';
import { agendaAbout, clerkOfNewCouncil, type Clerk } from '../support/clerk.js';
import { foundCouncil } from '../support/council.js';
import { addMember, type SignedMember } from '../support/members.js';
import { notify } from '../support/notify.js';
import { mainText, type Visitor } from '../support/visitor.js';

let app: TestApp;
let clerk: Clerk;
let meetingId: string;
let director: SignedMember;
const people = new Map<string, Visitor>();

async function seated(email: string, role: SeatRole): Promise<SignedMember> {
  const member = await addMember(app, clerk.council, email, { on: '2017-05-08' });
  await clerk.council.inUnit(async (uow) => {
    const { id: seatId } = await app.get(Seats).add(uow, { bodyId: clerk.panelId, role });
    await app.get(Seats).fill(uow, { seatId, memberId: member.memberId, fromOn: civilDate('2017-05-08') });
  });
  people.set(email, await app.signIn(email));
  return member;
}

async function withRole(email: string, role: 'democratic-services' | 'monitoring-officer'): Promise<void> {
  const accountId = await app.addPerson(email);
  await clerk.council.inUnit((uow) => app.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
  people.set(email, await app.signIn(email));
}

const as = (email: string): Visitor => {
  const visitor = people.get(email);
  if (visitor === undefined) throw new Error(`${email} has not signed in.`);
  return visitor;
};

beforeAll(async () => {
  app = await startApp({ at: '2017-10-16T09:00' });
  clerk = await clerkOfNewCouncil(app);
  ({ meetingId } = await clerk.saved(agendaAbout('another lane'), { items: ITEMS }));
  await seated('chair@example.org', 'chairman');
  director = await seated('director@example.org', 'member');
  const third = await seated('third@example.org', 'member');
  const answers = { 'employment/self': { answer: 'entries', interests: [EMPLOYMENT] } } as const;
  for (const member of [director, third]) {
    const notification = await notify(app, clerk.council, { ...member, answers });
    await clerk.council.inUnit((uow) => app.get(Register).enter(uow, notification));
  }
  await withRole('clerk@example.org', 'democratic-services');
  await withRole('officer@example.org', 'monitoring-officer');
});
afterAll(() => app.close());

describe('the chair’s sheet', () => {
  it.each(['chair@example.org', 'clerk@example.org', 'officer@example.org'])('is for %s', async (email) => {
    const page = mainText(await as(email).open(`/meetings/${meetingId}/chair`).expect(200));
    expect(page).toContain('3 members with a vote are expected, of 3 seats. The quorum is 2.');
    expect(page).toContain(`2. ${ABOUT_IT} May fall below the quorum`);
    expect(page).toContain('Of the 3 expected, between 1 and 3 can vote');
    expect(page).toContain(
      'If it is about their interest: stays, may not speak or vote Words of the agenda match an interest. The member has not said yet.',
    );
    expect(page).toContain('ground (a) of the Localism Act 2011 s.33(2)');
    expect(page).toMatch(/1\. Apologies and Welcome Can be decided .* Nobody is known to be touched by it/);
  });
  it('names no interest', async () => {
    const page = mainText(await as('chair@example.org').open(`/meetings/${meetingId}/chair`).expect(200));
    expect(page).not.toContain('Director:');
    expect(page).not.toContain('employment');
  });
  it('is not there for a member who does not chair, or for another council', async () => {
    await as('third@example.org').open(`/meetings/${meetingId}/chair`).expect(404);
    const other = await foundCouncil(app, 'district');
    await addMember(app, other, 'foreign@example.org', { on: '2017-05-08' });
    await (await app.signIn('foreign@example.org')).open(`/meetings/${meetingId}/chair`).expect(404);
    await as('clerk@example.org').open('/meetings/11111111-1111-4111-8111-111111111111/chair').expect(404);
  });
  it('leaves a record that it was opened', async () => {
    expect(await clerk.audited('chair-sheet.opened')).toBeGreaterThanOrEqual(4);
  });
});

describe('what a member says is not relevant', () => {
  it('is for the officer to read on the meeting’s page, with the reason, and for nobody else', async () => {
    const items = await clerk.items(meetingId);
    const about = items.find(({ title }) => title === ABOUT_IT);
    await clerk.council.inUnit(async (uow) => {
      const [own] = await app.get(Register).current(uow, director.memberId);
      await app.get(RelevanceAnswers).record(uow, {
        ...{ memberId: director.memberId, agendaItemId: about?.id ?? '', itemTitle: ABOUT_IT },
        ...{
          interestId: own?.entry.id ?? '',
          answer: 'not-about-it',
          because: 'Another company of that name.',
        },
      });
    });
    const said = '“Another company of that name.”';
    const officers = mainText(await as('officer@example.org').open(`/meetings/${meetingId}`).expect(200));
    expect(officers).toContain(said);
    expect(officers).toContain('Director');
    for (const email of ['clerk@example.org', 'chair@example.org']) {
      expect(mainText(await as(email).open(`/meetings/${meetingId}`).expect(200))).not.toContain(said);
    }
  });
});
