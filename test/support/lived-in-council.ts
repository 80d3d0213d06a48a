import fs from 'node:fs';
import { RegisterImports } from '../../src/exchange/index.js';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Meetings } from '../../src/meetings/index.js';
import { Members, Seats } from '../../src/members/index.js';
import { Advice, CaseFiles, Escalating } from '../../src/oversight/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import {
  Attachments,
  Drafts,
  NamedOfficers,
  Notifications,
  Queries,
  Register,
  Sensitivities,
  type InterestDetails,
} from '../../src/register/index.js';
import { Gathering, Planner, Rounds, Sending } from '../../src/reminders/index.js';
import type { TestApp } from './app.js';
import { sceneOfBriefings, type Scene } from './briefed.js';
import { agendaAbout, item } from './clerk.js';
import { done, type Council } from './council.js';
import { notify } from './notify.js';
import { tellOfMeetings } from './told-of-meetings.js';

/** A council in which something of every kind has happened, so that every address has something behind it. */
export interface LivedIn {
  readonly council: Council;
  readonly memberId: string;
  /** Whose emails sign in, by what they are here. */
  readonly emails: ReadonlyMap<Role, string>;
}

/** Every role that is held: a member’s follows from an office, and a named officer’s from being named. */
const HELD = [
  ...(['monitoring-officer', 'deputy-monitoring-officer', 'democratic-services'] as const),
  ...(['parish-clerk', 'auditor'] as const),
];

/** Somebody new for every role but a member’s. The emails, by role. */
export async function peopleWith(app: TestApp, council: Council, mark: string): Promise<Map<Role, string>> {
  const emails = new Map<Role, string>();
  const accounts = new Map<Role, string>();
  for (const role of [...HELD, 'named-officer'] as const) {
    const email = `${role}@${council.slug}.example`;
    const accountId = await app.addPerson(email, { name: `${mark} ${role}` });
    const held = role === 'named-officer' ? 'deputy-monitoring-officer' : role;
    await council.inUnit((uow) =>
      app.get(Roles).grant(uow, { accountId, role: held, fromOn: civilDate('2017-01-01') }),
    );
    emails.set(role, email);
    accounts.set(role, accountId);
  }
  await as(
    app,
    council,
    accounts.get('monitoring-officer') ?? '',
  )(async (uow) => {
    done(await app.get(NamedOfficers).name(uow, accounts.get('named-officer') ?? ''));
  });
  return emails;
}

/** Somebody who took office on 8 May 2017 and has a seat on a body. */
export async function councillorOf(
  app: TestApp,
  council: Council,
  { name, email, bodyId }: { name: string; email: string; bodyId?: string },
): Promise<{ memberId: string; accountId: string }> {
  const accountId = await app.addPerson(email, { name });
  const on = civilDate('2017-05-08');
  const memberId = await council.inUnit(async (uow) => {
    const { id } = await app.get(Members).add(uow, { name, accountId, email });
    const office = { memberId: id, standing: 'elected', votesOn: 'any', becameMemberOn: on } as const;
    done(await app.get(Members).takeOffice(uow, office));
    if (bodyId !== undefined) {
      const { id: seatId } = await app.get(Seats).add(uow, { bodyId, role: 'chairman' });
      done(await app.get(Seats).fill(uow, { seatId, memberId: id, fromOn: on }));
    }
    return id;
  });
  return { memberId, accountId };
}

const A_REGISTER = fs.readFileSync(new URL('../fixtures/registers/moderngov-okonjo.html', import.meta.url));

/**
 * Founds it. The application’s clock must stand on 20 May 2017; it ends on 20 October 2017.
 * @param mark a word that stands in every name and text of this council, and in no other’s
 */
export async function livedInCouncil(app: TestApp, mark: string): Promise<LivedIn> {
  const scene = await sceneOfBriefings(app);
  const { council, clerk } = scene;
  const emails = await peopleWith(app, council, mark);
  const email = `member@${council.slug}.example`;
  const member = await councillorOf(app, council, { name: `Ann ${mark}`, email, bodyId: clerk.panelId });
  emails.set('member', email);
  const officer = await accountOf(app, emails.get('monitoring-officer'));
  const asMember = as(app, council, member.accountId);
  const asOfficer = as(app, council, officer);
  await register(app, { council, member, asMember, asOfficer, mark });
  await meet(app, {
    scene,
    member,
    asMember,
    asOfficer,
    officer,
    mark,
    clerk: emails.get('democratic-services'),
  });
  await remind(app, council);
  return { council, memberId: member.memberId, emails };
}

type As = <T>(work: (uow: UnitOfWork) => Promise<T>) => Promise<T>;

const as =
  (app: TestApp, { authorityId }: Council, accountId: string): As =>
  (work) =>
    app.database.unitOfWork({ authorityId, actor: { kind: 'person', accountId } }, work);

async function accountOf(app: TestApp, email: string | undefined): Promise<string> {
  const { rows } = await app.owner.query<{ id: string }>('select id from account where email = $1', [email]);
  return rows[0]?.id ?? '';
}

interface Telling {
  readonly member: { memberId: string; accountId: string };
  readonly asMember: As;
  readonly asOfficer: As;
  readonly mark: string;
}

/** Interests that are entered, one that is asked about and waits, a draft, a scan, and a register from elsewhere. */
async function register(app: TestApp, told: Telling & { council: Council }): Promise<void> {
  const { council, member, asMember, asOfficer, mark } = told;
  const job: InterestDetails = { category: 'employment', role: 'Director', employer: `${mark} Ltd` };
  const land: InterestDetails = { category: 'land', address: `1 ${mark} Lane`, natureOfInterest: 'Owner' };
  const answers = {
    'employment/self': { answer: 'entries' as const, interests: [job] },
    'land/self': { answer: 'entries' as const, interests: [land] },
  };
  const first = await notify(app, council, { ...member, answers });
  await asOfficer(async (uow) => {
    done(await app.get(Queries).ask(uow, { notificationId: first, question: `Which ${mark}?` }));
    done(await app.get(Attachments).attach(uow, first, Buffer.from(`%PDF-1.7 ${mark}`)));
    done(await app.get(Register).enter(uow, first));
  });
  const more = { act: 'add', heldBy: 'self', details: { ...land, address: `2 ${mark} Lane` } } as const;
  const { id } = await asMember((uow) => app.get(Notifications).receiveChange(uow, member.memberId, more));
  await asOfficer(async (uow) =>
    done(await app.get(Queries).ask(uow, { notificationId: id, question: `Where is ${mark}?` })),
  );
  const kept = { ...land, address: `3 ${mark} Hill` };
  const waits = await asMember((uow) =>
    app.get(Notifications).receiveChange(uow, member.memberId, { ...more, details: kept }),
  );
  await asMember(async (uow) => {
    const opened = await app.get(Notifications).open(uow, waits.id);
    const asked = { interestId: opened?.interests[0]?.id ?? '', reason: `They came to ${mark}.` };
    done(await app.get(Sensitivities).request(uow, member.memberId, asked));
    const draft = { hasPartner: false, answers };
    done(await app.get(Drafts).save(uow, { memberId: member.memberId, channel: 'web' }, draft, 0));
  });
  await asOfficer(async (uow) => done(await app.get(RegisterImports).receive(uow, A_REGISTER)));
}

/** A meeting to come and one that was, with what is told, asked, alleged and written about them. */
async function meet(
  app: TestApp,
  told: Telling & { scene: Scene; officer: string; clerk: string | undefined },
): Promise<void> {
  const { scene, member, asMember, asOfficer, officer, mark } = told;
  const { memberId } = member;
  const items = [item('1', 'Apologies'), item('2', `A contract with ${mark} Ltd`)];
  const coming = await scene.meeting({ items });
  await scene.clerk.received(agendaAbout(mark));
  const earlier = await scene.meeting({ meetsOn: civilDate('2017-05-19'), items });
  await tellOfMeetings(app, {
    as: (account, work) => as(app, scene.council, account)(work),
    ...{ member, clerk: await accountOf(app, told.clerk), officer, meetingId: earlier },
  });
  const itemOf = (meetingId: string): Promise<string> =>
    asMember(async (uow) => (await app.get(Meetings).items(uow, meetingId))[1]?.id ?? '');
  const question = {
    meetingId: coming,
    itemId: await itemOf(coming),
    question: `${mark}?`,
    saysSensitive: false,
  };
  const { id } = await asMember(async (uow) => done(await app.get(Advice).ask(uow, memberId, question)));
  const agendaItemId = await itemOf(earlier);
  await asOfficer(async (uow) => {
    done(await app.get(Advice).answer(uow, id, { text: `${mark} it is.`, lawSays: [mark] }, 0));
    const asked = { memberId, meetingId: earlier, agendaItemId, offenceOn: undefined };
    const evidence = { evidenceKnownOn: null, certifiedOn: null };
    const opened = done(
      await app.get(CaseFiles).open(uow, { ...asked, alleged: `About ${mark}.`, evidence }),
    );
    done(await app.get(CaseFiles).note(uow, opened.id, `Asked at ${mark}.`));
  });
  await write(app, { council: scene.council, asOfficer, bodyId: scene.clerk.panelId, mark });
}

/** A letter to a councillor who has not answered. */
async function write(
  app: TestApp,
  { council, asOfficer, bodyId, mark }: { council: Council; asOfficer: As; bodyId: string; mark: string },
): Promise<void> {
  const bob = await councillorOf(app, council, {
    ...{ name: `Bob ${mark}`, email: `bob@${council.slug}.example`, bodyId },
  });
  const postedOn = civilDate('2017-05-20');
  await asOfficer(async (uow) => {
    const [term] = await app.get(Members).terms(uow, bob.memberId);
    const on = { memberId: bob.memberId, subject: term?.id ?? '', seen: 0 };
    const words = { subject: 'Your notification', text: `Please answer, ${mark}.` };
    done(await app.get(Escalating).letter(uow, on, words, { by: 'post', postedOn }));
  });
}

/** The round hands jobs to the queue; a worker would do what is done here. */
async function remind(app: TestApp, council: Council): Promise<void> {
  app.moveClockTo('2017-10-20T09:00');
  await council.inUnit((uow) => app.get(Planner).plan(uow));
  await app.get(Rounds).run();
  const { messageIds } = await app.get(Gathering).gather(council.authorityId);
  for (const id of messageIds) await app.get(Sending).send(council.authorityId, id);
}
