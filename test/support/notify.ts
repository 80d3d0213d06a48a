import { civilDate } from '../../src/law/index.js';
import { Rulebooks } from '../../src/authorities/index.js';
import type { Database } from '../../src/platform/database/index.js';
import {
  asked,
  Drafts,
  Notifications,
  type Draft,
  type DraftAnswer,
  type Question,
} from '../../src/register/index.js';
import { done, type Council } from './council.js';
import type { Rooms } from './rooms.js';

/** The days and answers of a notification that a test gives; every question not named is answered "nothing". */
export interface GivenNotification {
  readonly memberId: string;
  /** Whose account sends it: the member's own. */
  readonly accountId: string;
  readonly hasPartner?: boolean;
  readonly answers?: Readonly<Partial<Record<Question, DraftAnswer>>>;
}

/** Notifies as the web does, at the moment at which the clock stands. Gives the notification's id. */
export async function notify(
  rooms: Rooms & { readonly database: Database },
  council: Council,
  given: GivenNotification,
): Promise<string> {
  const acting = {
    authorityId: council.authorityId,
    actor: { kind: 'person', accountId: given.accountId },
  } as const;
  return rooms.database.unitOfWork(acting, async (uow) => {
    const rulebook = await rooms.get(Rulebooks).on(uow, civilDate('2017-10-16'));
    if (rulebook.kind === 'not-encoded') throw new Error('No law on that day.');
    const required = rulebook.requiredCategories();
    const hasPartner = given.hasPartner ?? false;
    const nothing = asked({ hasPartner }, required).map(({ category, heldBy }) => [
      `${category}/${heldBy}`,
      { answer: 'nothing', interests: [] },
    ]);
    const answers = { ...Object.fromEntries(nothing), ...given.answers } as Draft['answers'];
    const { memberId } = given;
    const owner = { memberId, channel: 'web' } as const;
    const { version: seen } = await rooms.get(Drafts).find(uow, owner);
    const { version } = done(await rooms.get(Drafts).save(uow, owner, { hasPartner, answers }, seen));
    return done(await rooms.get(Notifications).receive(uow, memberId, required, version)).id;
  });
}
