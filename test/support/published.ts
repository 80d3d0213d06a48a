import { civilDate } from '../../src/law/index.js';
import { Members } from '../../src/members/index.js';
import type { Database } from '../../src/platform/database/index.js';
import {
  Notifications,
  Register,
  Sensitivities,
  type DraftAnswer,
  type InterestDetails,
  type Question,
} from '../../src/register/index.js';
import { addAccount, done, type Council } from './council.js';
import { notify } from './notify.js';
import type { Rooms } from './rooms.js';

type House = Rooms & { readonly database: Database };

/** A councillor whose register can be published. */
export interface Councillor {
  readonly memberId: string;
  readonly accountId: string;
}

/** A member in office since 8 May 2017 unless told, with an account of their own. */
export async function addCouncillor(
  rooms: House,
  council: Council,
  name: string,
  since = '2017-05-08',
): Promise<Councillor> {
  const accountId = await addAccount(
    rooms,
    `${council.slug}-${name.toLowerCase().replace(/\W/g, '.')}@example.org`,
    name,
  );
  return council.inUnit(async (uow) => {
    const { id: memberId } = await rooms.get(Members).add(uow, { name, accountId });
    const office = {
      memberId,
      standing: 'elected',
      votesOn: 'any',
      becameMemberOn: civilDate(since),
    } as const;
    done(await rooms.get(Members).takeOffice(uow, office));
    return { memberId, accountId };
  });
}

/** The councillor notifies what they hold, and nothing else; the officer enters it at once. */
export async function publish(
  rooms: House,
  council: Council,
  councillor: Councillor,
  held: readonly InterestDetails[],
): Promise<void> {
  const answers: Partial<Record<Question, DraftAnswer>> = {};
  for (const details of held) {
    const question: Question = `${details.category}/self`;
    const others = answers[question]?.interests ?? [];
    answers[question] = { answer: 'entries', interests: [...others, details] };
  }
  const notification = await notify(rooms, council, { ...councillor, answers });
  await council.inUnit(async (uow) => done(await rooms.get(Register).enter(uow, notification)));
}

/** One change, told by the councillor and entered by the officer at once. `words` find the entry that it is about. */
export async function tellAndEnter(
  rooms: House,
  council: Council,
  { memberId, accountId }: Councillor,
  change: { act: 'add' | 'change' | 'end' | 'correct'; details: InterestDetails; about?: string; on: string },
): Promise<void> {
  const acting = { authorityId: council.authorityId, actor: { kind: 'person', accountId } } as const;
  const { id } = await rooms.database.unitOfWork(acting, async (uow) => {
    const { act, details, about, on } = change;
    const entry = about === undefined ? undefined : await entryWith(rooms, council, memberId, about);
    return rooms.get(Notifications).receiveChange(uow, memberId, {
      ...{ act, heldBy: 'self', details, effectiveOn: civilDate(on) },
      ...(entry === undefined ? {} : { aboutEntryId: entry }),
      ...(act === 'add' || act === 'change' ? { awareOn: civilDate(on) } : {}),
    });
  });
  await council.inUnit(async (uow) => done(await rooms.get(Register).enter(uow, id)));
}

/** The id of the current entry in whose details these words are. */
export async function entryWith(
  rooms: House,
  council: Council,
  memberId: string,
  words: string,
): Promise<string> {
  const entries = await council.inUnit((uow) => rooms.get(Register).current(uow, memberId));
  const found = entries.find(({ details }) => JSON.stringify(details).includes(words));
  if (found === undefined) throw new Error(`No entry has the words ${words}.`);
  return found.entry.id;
}

/** The member asks that an entry be treated as sensitive; gives the request. */
export async function askToWithhold(
  rooms: House,
  council: Council,
  { memberId, accountId }: Councillor,
  words: string,
): Promise<string> {
  const entryId = await entryWith(rooms, council, memberId, words);
  const acting = { authorityId: council.authorityId, actor: { kind: 'person', accountId } } as const;
  return rooms.database.unitOfWork(acting, async (uow) => {
    const about = { entryId, reason: 'I have been threatened.' };
    return done(await rooms.get(Sensitivities).request(uow, memberId, about)).id;
  });
}

/** Both keys: the member asks and the officer agrees. */
export async function withhold(
  rooms: House,
  council: Council,
  councillor: Councillor,
  words: string,
  reviewOn = '2018-10-16',
): Promise<void> {
  const request = await askToWithhold(rooms, council, councillor, words);
  const agreed = {
    decision: 'agreed',
    reason: 'There is a police report.',
    reviewOn: civilDate(reviewOn),
  } as const;
  await council.inUnit(async (uow) => done(await rooms.get(Sensitivities).decide(uow, request, agreed)));
}
