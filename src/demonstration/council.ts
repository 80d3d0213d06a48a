import type { INestApplicationContext } from '@nestjs/common';
import { Authorities, Bodies, RegisterSettings, Rulebooks } from '../authorities/index.js';
import { Accounts, Roles } from '../identity/index.js';
import { addDays, civilDate, daysBetween, type CivilDate } from '../law/index.js';
import { AgendaImports, matchBody, Meetings, proposedFacts } from '../meetings/index.js';
import { Members, Seats } from '../members/index.js';
import { Database, type Actor, type UnitOfWork } from '../platform/database/index.js';
import {
  asked,
  Drafts,
  NamedOfficers,
  Notifications,
  Register,
  Sensitivities,
  type Draft,
  type Question,
} from '../register/index.js';
import { ReminderPractices } from '../reminders/index.js';
import { councilAgenda, PANEL, panelAgenda, workingDayFrom } from './agendas.js';
import { created } from './created.js';
import type { DemonstrationClock } from './demonstration-clock.js';
import { pastMeetingDays, tellOfPastMeeting } from './past-meeting.js';
import {
  ADMINISTRATOR,
  emailOf,
  MEMBERS,
  OFFICERS,
  PASSWORD,
  type DemonstrationMember,
  type Told,
} from './people.js';

const SYSTEM: Actor = { kind: 'system', name: 'demonstration' };
export const SLUG = 'wyrefordshire';

/** Tells the story of the demonstration council through the same services that people use. */
export class DemonstrationCouncil {
  readonly #database: Database;

  constructor(
    private readonly rooms: INestApplicationContext,
    private readonly clock: DemonstrationClock,
  ) {
    this.#database = rooms.get(Database);
  }

  async found(): Promise<void> {
    this.clock.daysAgo(400);
    const authorityId = created(
      await this.rooms
        .get(Authorities)
        .create(
          { slug: SLUG, name: 'Wyrefordshire County Council', kind: 'county', executiveArrangements: true },
          SYSTEM,
        ),
    );
    const accounts = new Map<string, string>();
    for (const person of [...OFFICERS, ...MEMBERS])
      accounts.set(person.login, await this.#account(person, false));
    const act = <T>(actor: Actor, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
      this.#database.unitOfWork({ authorityId, actor }, work);
    const as = (login: string): Actor => ({ kind: 'person', accountId: accounts.get(login) ?? '' });

    const bodies = await act(SYSTEM, (uow) => this.#constitution(uow, accounts));
    const ordered = [...MEMBERS].sort((a, b) => b.tookOfficeDaysAgo - a.tookOfficeDaysAgo);
    const seats = await act(SYSTEM, (uow) => this.#seats(uow, bodies));
    const memberIds = new Map<string, string>();
    for (const member of ordered) {
      const id = await act(SYSTEM, (uow) => this.#takeOffice(uow, member, accounts, seats));
      memberIds.set(member.login, id);
    }
    for (const { login, told } of byDay(ordered)) {
      await this.#notify(act, as(login), as('deputy'), memberIds.get(login) ?? '', told);
    }
    const memberId = (login: string): string => memberIds.get(login) ?? '';
    const past = await act(as('clerk'), (uow) => this.#pastMeeting(uow));
    await tellOfPastMeeting(this.rooms, this.clock, past, { act, as, memberId });
    await act(as('clerk'), (uow) => this.#meetings(uow));
    // The last step: that the administrator is there says that the story was told to its end.
    await this.#account(ADMINISTRATOR, true);
  }

  async #account(person: { name: string; login: string }, isAdministrator: boolean): Promise<string> {
    const account = { name: person.name, email: emailOf(person.login), password: PASSWORD, isAdministrator };
    return created(await this.rooms.get(Accounts).create(account, SYSTEM));
  }

  /** The code in force, the standing orders, the bodies and the officers' roles. */
  async #constitution(
    uow: UnitOfWork,
    accounts: ReadonlyMap<string, string>,
  ): Promise<{ panel: string; council: string }> {
    const since = civilDate('2012-07-01');
    created(await this.rooms.get(Authorities).adoptCode(uow, { code: 'worcestershire-2012', fromOn: since }));
    for (const { login, role } of OFFICERS) {
      await this.rooms.get(Roles).grant(uow, { accountId: accounts.get(login) ?? '', role, fromOn: since });
    }
    // The deputy enters what is told and decides on what is sensitive.
    created(await this.rooms.get(NamedOfficers).name(uow, accounts.get('deputy') ?? ''));
    // The code leaves the figure for gifts to the council.
    const figure = { pence: 2500, registers: 'at-least', fromOn: since } as const;
    created(await this.rooms.get(RegisterSettings).setGiftThreshold(uow, figure));
    // Whoever tries Probity out in the evening wants to see in the outbox what it sends: nothing waits for the morning, or
    // for the digest of a day that has had its messages. The time of the digest then decides nothing.
    const atAnyHour = { quietFrom: '00:00', quietTo: '00:00', atOnceADay: 20 };
    await this.rooms.get(ReminderPractices).set(uow, atAnyHour);
    const bodies = this.rooms.get(Bodies);
    const council = created(
      await bodies.add(uow, {
        name: 'County Council',
        kind: 'council',
        quorum: { kind: 'fraction', oneIn: 4, atLeast: 3 },
      }),
    );
    const panel = created(
      await bodies.add(uow, {
        name: PANEL,
        kind: 'overview-and-scrutiny',
        quorum: { kind: 'fraction', oneIn: 4, atLeast: 3 },
      }),
    );
    return { panel, council };
  }

  /** The panel's seats in printed order; the last one stays empty. */
  async #seats(uow: UnitOfWork, bodies: { panel: string; council: string }): Promise<Map<string, string[]>> {
    const seats = this.rooms.get(Seats);
    const byLogin = new Map<string, string[]>();
    for (const { login, seat, note, standing } of MEMBERS) {
      const onPanel = await seats.add(uow, {
        bodyId: bodies.panel,
        role: seat,
        ...(note === undefined ? {} : { note }),
      });
      const held = [onPanel.id];
      if (standing === 'elected')
        held.push((await seats.add(uow, { bodyId: bodies.council, role: 'member' })).id);
      byLogin.set(login, held);
    }
    await seats.add(uow, {
      bodyId: bodies.panel,
      role: 'parent-governor-representative',
      note: 'Parent Governor',
    });
    return byLogin;
  }

  async #takeOffice(
    uow: UnitOfWork,
    person: DemonstrationMember,
    accounts: ReadonlyMap<string, string>,
    seats: ReadonlyMap<string, readonly string[]>,
  ): Promise<string> {
    const becameMemberOn = this.clock.daysAgo(person.tookOfficeDaysAgo);
    const members = this.rooms.get(Members);
    const { id: memberId } = await members.add(uow, {
      name: person.name,
      email: emailOf(person.login),
      accountId: accounts.get(person.login) ?? '',
    });
    const { standing, votesOn } = person;
    const polling = standing === 'elected' ? { pollingDay: addDays(becameMemberOn, -4) } : {};
    created(await members.takeOffice(uow, { memberId, standing, votesOn, becameMemberOn, ...polling }));
    if (person.group !== undefined) {
      await members.joinGroup(uow, { memberId, groupName: person.group, fromOn: becameMemberOn });
    }
    for (const seatId of seats.get(person.login) ?? []) {
      created(await this.rooms.get(Seats).fill(uow, { seatId, memberId, fromOn: becameMemberOn }));
    }
    return memberId;
  }

  async #notify(
    act: <T>(actor: Actor, work: (uow: UnitOfWork) => Promise<T>) => Promise<T>,
    member: Actor,
    officer: Actor,
    memberId: string,
    told: Told,
  ): Promise<void> {
    const day = this.clock.daysAgo(told.daysAgo, '19:40');
    const notificationId = await act(member, (uow) => this.#send(uow, memberId, told, day));
    if (told.enteredDaysAgo === undefined) return;
    const enteredOn = this.clock.daysAgo(told.enteredDaysAgo, '11:05');
    const sensitive = await act(officer, async (uow) => {
      const register = this.rooms.get(Register);
      const entered = await register.enter(uow, notificationId);
      if ('refused' in entered) throw new Error(`The demonstration could not enter: ${entered.refused}`);
      const withheld = told.sensitive === undefined ? undefined : told.own[told.sensitive];
      const entry = (await register.current(uow, memberId)).find(
        ({ details }) => details.category === withheld?.category,
      );
      if (entry !== undefined && withheld !== undefined) {
        return entry.entry.id;
      }
      return undefined;
    });
    if (sensitive !== undefined) await this.#agree(act, { member, officer }, memberId, sensitive, enteredOn);
  }

  /** Both keys: the member asks, the monitoring officer agrees. */
  async #agree(
    act: <T>(actor: Actor, work: (uow: UnitOfWork) => Promise<T>) => Promise<T>,
    { member, officer }: { member: Actor; officer: Actor },
    memberId: string,
    entryId: string,
    enteredOn: CivilDate,
  ): Promise<void> {
    const sensitivities = this.rooms.get(Sensitivities);
    const asked = { entryId, reason: 'Somebody has come to the house and made threats.' };
    const id = await act(member, async (uow) => created(await sensitivities.request(uow, memberId, asked)));
    const reviewOn = addDays(enteredOn, 365);
    const agreed = { decision: 'agreed', reason: 'The police have a report of it.', reviewOn } as const;
    await act(officer, async (uow) => created(await sensitivities.decide(uow, id, agreed)));
  }

  async #send(uow: UnitOfWork, memberId: string, told: Told, day: CivilDate): Promise<string> {
    const rulebook = await this.rooms.get(Rulebooks).on(uow, day);
    if (rulebook.kind === 'not-encoded') throw new Error('The demonstration is set on a day without law.');
    const required = rulebook.requiredCategories();
    const hasPartner = told.partners !== undefined;
    const answers: Partial<Record<Question, Draft['answers'][Question]>> = {};
    for (const { category, heldBy } of asked({ hasPartner }, required)) {
      const all = heldBy === 'self' ? told.own : (told.partners ?? []);
      const interests = all.filter((details) => details.category === category);
      answers[`${category}/${heldBy}`] = { answer: interests.length > 0 ? 'entries' : 'nothing', interests };
    }
    const saved = await this.rooms
      .get(Drafts)
      .save(uow, { memberId, channel: 'web' }, { hasPartner, answers } as Draft, 0);
    if ('refused' in saved) throw new Error('The demonstration could not save a draft.');
    return created(await this.rooms.get(Notifications).receive(uow, memberId, required, saved.version));
  }

  /** The agenda of the panel's last meeting, as it was issued then. */
  async #pastMeeting(uow: UnitOfWork): Promise<string> {
    const { meetsOn, issuedOn } = pastMeetingDays(this.clock.storyToday);
    this.clock.daysAgo(daysBetween(issuedOn, this.clock.storyToday), '16:10');
    return this.#agenda(uow, panelAgenda(meetsOn, issuedOn));
  }

  /** One meeting soon, one later; their agendas are read as a clerk's upload would be. */
  async #meetings(uow: UnitOfWork): Promise<void> {
    const issuedOn = this.clock.daysAgo(3, '16:10');
    const { storyToday } = this.clock;
    await this.#agenda(uow, panelAgenda(workingDayFrom(addDays(storyToday, 5)), issuedOn));
    await this.#agenda(uow, councilAgenda(workingDayFrom(addDays(storyToday, 20)), issuedOn));
  }

  async #agenda(uow: UnitOfWork, text: string): Promise<string> {
    const imports = this.rooms.get(AgendaImports);
    const importId = created(
      await imports.receive(uow, { fileName: 'agenda.txt', bytes: new TextEncoder().encode(text) }),
    );
    const reading = (await imports.find(uow, importId))?.reading;
    const bodies = await this.rooms.get(Bodies).list(uow);
    const bodyId = matchBody(reading?.body ?? null, bodies);
    if (reading?.date == null || reading.time === null || bodyId === undefined) {
      throw new Error('The demonstration’s agenda could not be read.');
    }
    const kind = bodies.find(({ id }) => id === bodyId)?.kind;
    const saved = await this.rooms.get(Meetings).saveFromImport(uow, importId, {
      bodyId,
      meetsOn: civilDate(reading.date),
      startsAt: reading.time,
      venue: reading.venue ?? '',
      ...(reading.issuedOn === undefined ? {} : { issuedOn: civilDate(reading.issuedOn) }),
      ...(reading.participationBy === undefined ? {} : { participationBy: reading.participationBy }),
      items: reading.items.map((item) => ({
        number: item.number,
        title: item.title,
        text: item.text ?? '',
        restricted: item.restricted ?? false,
        facts: proposedFacts(item.facts, kind),
      })),
    });
    if ('refused' in saved) throw new Error(`The demonstration could not save a meeting: ${saved.refused}`);
    return saved.meetingId;
  }
}

function byDay(members: readonly DemonstrationMember[]): { login: string; told: Told }[] {
  return members
    .flatMap(({ login, told }) => (told === undefined ? [] : [{ login, told }]))
    .sort((a, b) => b.told.daysAgo - a.told.daysAgo);
}
