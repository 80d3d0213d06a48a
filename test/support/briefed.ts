import { civilDate } from '../../src/law/index.js';
import type { CorrectedAgenda, CorrectedItem } from '../../src/meetings/index.js';
import { Members, Seats } from '../../src/members/index.js';
import { Register, type InterestDetails, type Question } from '../../src/register/index.js';
import { agendaAbout, clerkOfNewCouncil, item, type Clerk } from './clerk.js';
import { addAccount, done, type Council } from './council.js';
import { notify } from './notify.js';
import type { Rooms } from './rooms.js';

/** A company that is on the register, and the item of an agenda that names it. */
export const COMPANY = 'Hartlebrook Family Support Ltd';
export const ABOUT_IT = `Family Support Contract: ${COMPANY}`;
export const EMPLOYMENT: InterestDetails = { category: 'employment', role: 'Director', employer: COMPANY };

/** The items of the meeting below: the second one names the company. */
export const ITEMS: readonly CorrectedItem[] = [
  item('1', 'Apologies and Welcome'),
  item('2', ABOUT_IT),
  item('3', 'Resurfacing of Weavers Row'),
];

/** Somebody with a seat on the clerk's panel, who took office on 8 May 2017. */
export interface SeatedMember {
  readonly memberId: string;
  readonly accountId: string;
}

/** A council with a panel, the clerk who saves its agendas, and members with seats on it. */
export interface Scene {
  readonly council: Council;
  readonly clerk: Clerk;
  seat(given?: { name?: string; email?: string }): Promise<SeatedMember>;
  /** Notifies these interests, for the member unless a question says otherwise. Gives the notification's id. */
  notify(member: SeatedMember, ...interests: InterestDetails[]): Promise<string>;
  enter(notificationId: string): Promise<void>;
  /** Notifies and enters. */
  register(member: SeatedMember, ...interests: InterestDetails[]): Promise<void>;
  /** Saves the agenda of a meeting on 24 October 2017, 10:00, with ITEMS but for what is given. Gives its id. */
  meeting(more?: Partial<CorrectedAgenda>): Promise<string>;
}

let people = 0;
let agendas = 0;

export async function sceneOfBriefings(rooms: Rooms): Promise<Scene> {
  const clerk = await clerkOfNewCouncil(rooms);
  const { council, panelId } = clerk;
  const scene: Scene = {
    council,
    clerk,
    seat: async ({ name = 'Ann Agar', email } = {}) => {
      const accountId = await addAccount(rooms, `briefed-${++people}@example.org`, name);
      const on = civilDate('2017-05-08');
      return council.inUnit(async (uow) => {
        const members = rooms.get(Members);
        const { id: memberId } = await members.add(uow, { name, accountId, ...(email && { email }) });
        const office = { memberId, standing: 'elected', votesOn: 'any', becameMemberOn: on } as const;
        done(await members.takeOffice(uow, office));
        const { id: seatId } = await rooms.get(Seats).add(uow, { bodyId: panelId, role: 'member' });
        done(await rooms.get(Seats).fill(uow, { seatId, memberId, fromOn: on }));
        return { memberId, accountId };
      });
    },
    notify: (member, ...interests) => {
      const answers: Partial<Record<Question, { answer: 'entries'; interests: InterestDetails[] }>> = {};
      for (const details of interests) {
        const question: Question = `${details.category}/self`;
        const before = answers[question]?.interests ?? [];
        answers[question] = { answer: 'entries', interests: [...before, details] };
      }
      return notify(rooms, council, { ...member, answers });
    },
    enter: async (id) => {
      done(await council.inUnit((uow) => rooms.get(Register).enter(uow, id)));
    },
    register: async (member, ...interests) => scene.enter(await scene.notify(member, ...interests)),
    meeting: async (more = {}) =>
      // Every saving has a text of its own: the same file twice is the same agenda.
      (await clerk.saved(agendaAbout(`Lane number ${++agendas}`), { items: ITEMS, ...more })).meetingId,
  };
  return scene;
}
