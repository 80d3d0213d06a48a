import { Roles } from '../../src/identity/index.js';
import { Authorities } from '../../src/authorities/index.js';
import { civilDate } from '../../src/law/index.js';
import type { AgendaItem } from '../../src/meetings/index.js';
import { Members, Seats } from '../../src/members/index.js';
import type { TestApp } from './app.js';
import { agendaAbout, clerkOfNewCouncil, type Clerk } from './clerk.js';
import { addPanel, seatMember } from './council.js';

/** A panel on the day of its meeting, with a clerk who records it. */
export interface MeetingDay {
  readonly clerk: Clerk;
  readonly meetingId: string;
  readonly items: readonly AgendaItem[];
  /** With a seat: Ann, who is in the chair, Bob and Cai. */
  readonly ann: string;
  readonly bob: string;
  readonly cai: string;
  /** With an account and no seat on the panel. */
  readonly dee: string;
  readonly deeAccountId: string;
}

/** Somebody who can sign in and records meetings. */
export async function addRecorder(
  app: TestApp,
  { council }: Clerk,
  email: string,
  name: string,
): Promise<string> {
  const accountId = await app.addPerson(email, { name });
  await council.inUnit((uow) =>
    app.get(Roles).grant(uow, { accountId, role: 'democratic-services', fromOn: '2017-01-01' }),
  );
  return accountId;
}

/** The meeting is at 10:00 on 24 October 2017; the clock stands where the test put it. */
export async function meetingDay(app: TestApp): Promise<MeetingDay> {
  const clerk = await clerkOfNewCouncil(app);
  await clerk.council.inUnit((uow) =>
    app.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: civilDate('2012-07-01') }),
  );
  const { meetingId } = await clerk.saved(agendaAbout('Mill Lane'));
  const [ann, bob, cai, dee, deeAccountId] = await clerk.council.inUnit(async (uow) => {
    const elsewhere = await addPanel(uow, app, 'Parks Panel');
    const at = (bodyId: string) => ({ bodyId, on: '2017-05-08' });
    const chair = await seatMember(uow, app, { ...at(clerk.panelId), name: 'Ann Weir', role: 'chairman' });
    const second = await seatMember(uow, app, { ...at(clerk.panelId), name: 'Bob Lock', role: 'member' });
    const third = await seatMember(uow, app, { ...at(clerk.panelId), name: 'Cai Ford', role: 'member' });
    const accountId = await app.addPerson(`dee-${clerk.council.slug}@example.org`, { name: 'Dee Mill' });
    const { id: dee } = await app.get(Members).add(uow, { name: 'Dee Mill', accountId });
    const becameMemberOn = civilDate('2017-05-08');
    await app
      .get(Members)
      .takeOffice(uow, { memberId: dee, standing: 'elected', votesOn: 'any', becameMemberOn });
    const { id: seatId } = await app.get(Seats).add(uow, { bodyId: elsewhere, role: 'member' });
    await app.get(Seats).fill(uow, { seatId, memberId: dee, fromOn: becameMemberOn });
    return [chair.memberId, second.memberId, third.memberId, dee, accountId] as const;
  });
  return { clerk, meetingId, items: await clerk.items(meetingId), ann, bob, cai, dee, deeAccountId };
}
