import {
  DispensationDecisions,
  DispensationRequests,
  Dispensations,
  type Asked,
  type NewDecision,
  type OpenedDispensation,
} from '../../src/dispensations/index.js';
import { Roles, type Role } from '../../src/identity/index.js';
import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import type { UnitOfWork } from '../../src/platform/database/index.js';
import { clerkOfNewCouncil, type Clerk } from './clerk.js';
import { addAccount, done, type Council } from './council.js';
import type { Rooms } from './rooms.js';

export const TODAY = civilDate('2017-10-16');
export const MATTER = 'Rebuilding of Thornfield Weir';
export const REASON = 'Six of eight would be barred, says Quillfeather.';

export interface Asker {
  readonly memberId: string;
  readonly accountId: string;
}
export type Granted = Extract<NewDecision, { outcome: 'granted' }>;

/** What is asked for from 16 October to the end of 2017, but for what is given. */
export const asked = (more: Partial<Asked> = {}): Asked => ({
  ...{ kind: 'restriction', matter: MATTER, reason: REASON, relieves: ['discussion', 'vote'], ground: 'a' },
  ...{ from: TODAY, to: civilDate('2017-12-31') },
  ...more,
});

/** What an officer grants of it on 16 October: speaking alone. */
export const grant = (more: Partial<Granted> = {}): Granted => ({
  ...{ outcome: 'granted', decidedBy: 'officer', decidedOn: TODAY, reason: 'It would be inquorate.' },
  ...{ ground: 'a', relieves: ['discussion'], from: TODAY, to: civilDate('2017-12-31'), cases: MATTER },
  ...more,
});

/** The points of the law that stand against what was refused. */
export const pointsOf = (answer: object): string[] =>
  'reasons' in answer ? (answer.reasons as { point: string }[]).map(({ point }) => point) : [];

/** A council with a member who asks and an officer who decides. */
export interface DispensationScene {
  readonly clerk: Clerk;
  readonly council: Council;
  readonly member: Asker;
  /** The account of the monitoring officer. */
  readonly officer: string;
  addMember(name: string, of?: Council): Promise<Asker>;
  withRole(role: Exclude<Role, 'member'>, of?: Council): Promise<string>;
  as<T>(accountId: string, work: (uow: UnitOfWork) => Promise<T>, of?: Council): Promise<T>;
  ask(more?: Partial<Asked>): ReturnType<DispensationRequests['ask']>;
  /** Asks what is not refused. Gives the request's id. */
  askedId(more?: Partial<Asked>): Promise<string>;
  decide(id: string, decision?: NewDecision, by?: string): ReturnType<DispensationDecisions['decide']>;
  opened(id: string): Promise<OpenedDispensation>;
}

let people = 0;

export async function sceneOfDispensations(rooms: Rooms): Promise<DispensationScene> {
  const clerk = await clerkOfNewCouncil(rooms);
  const { council } = clerk;
  const addMember: DispensationScene['addMember'] = async (name, of = council) => {
    const accountId = await addAccount(rooms, `asks-${++people}@example.org`, name);
    const memberId = await of.inUnit(async (uow) => {
      const { id } = await rooms.get(Members).add(uow, { name, accountId });
      const became = {
        standing: 'elected',
        votesOn: 'any',
        becameMemberOn: civilDate('2017-05-08'),
      } as const;
      done(await rooms.get(Members).takeOffice(uow, { memberId: id, ...became }));
      return id;
    });
    return { memberId, accountId };
  };
  const withRole: DispensationScene['withRole'] = async (role, of = council) => {
    const accountId = await addAccount(rooms, `decides-${++people}@example.org`);
    await of.inUnit((uow) => rooms.get(Roles).grant(uow, { accountId, role, fromOn: '2017-01-01' }));
    return accountId;
  };
  const member = await addMember('Ann Agar');
  const officer = await withRole('monitoring-officer');
  const scene: DispensationScene = {
    ...{ clerk, council, member, officer, addMember, withRole },
    as: (accountId, work, of = council) =>
      rooms.database.unitOfWork({ authorityId: of.authorityId, actor: { kind: 'person', accountId } }, work),
    ask: (more = {}) =>
      scene.as(member.accountId, (uow) =>
        rooms.get(DispensationRequests).ask(uow, member.memberId, asked(more)),
      ),
    askedId: async (more = {}) => done(await scene.ask(more)).id,
    decide: (id, decision = grant(), by = officer) =>
      scene.as(by, (uow) => rooms.get(DispensationDecisions).decide(uow, id, decision)),
    opened: async (id) => {
      const one = await scene.as(officer, (uow) => rooms.get(Dispensations).find(uow, id));
      if (one === undefined) throw new Error('It is not there.');
      return one;
    },
  };
  return scene;
}
