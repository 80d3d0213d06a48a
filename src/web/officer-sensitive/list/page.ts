import { civilDate, type CivilDate } from '../../../law/index.js';
import type { RegisterEntry, SensitivityRequest } from '../../../register/index.js';
import { dateInWords } from '../../../wording/index.js';
import { instantInWords } from '../../page/index.js';

/** What the list is made of. */
export interface KnownOfSensitive {
  readonly requests: readonly SensitivityRequest[];
  /** The current entries of the register. */
  readonly entries: readonly Pick<RegisterEntry, 'id' | 'memberId' | 'sensitive' | 'sensitiveReviewOn'>[];
  readonly names: ReadonlyMap<string, string>;
}

interface WaitingRow {
  readonly name: string;
  readonly href: string;
  readonly asked: string;
  readonly why: string;
}

interface AgreedRow {
  readonly name: string;
  readonly href: string | undefined;
  readonly review: string;
  /** 'Overdue' when the day has come; undefined before. */
  readonly state: string | undefined;
}

export interface ListView {
  readonly title: string;
  readonly backHref: string;
  readonly waiting: readonly WaitingRow[];
  readonly agreed: readonly AgreedRow[];
}

/** The longest waiting first; of the agreed ones, those that should have been looked at again long ago. */
export function listView({ requests, entries, names }: KnownOfSensitive, today: CivilDate): ListView {
  const nameOf = (memberId: string): string => names.get(memberId) ?? 'A former member';
  const waiting = requests.filter(({ decision }) => decision === null);
  const pending = requests.filter(
    ({ decision, registerEntryId }) => decision === 'agreed' && registerEntryId === null,
  );
  const agreed = [
    ...entries
      .filter(({ sensitive }) => sensitive === 'agreed')
      .map((entry) => ({
        ...entry,
        reviewOn: entry.sensitiveReviewOn,
        href: `/officer/sensitive/entries/${entry.id}`,
      })),
    ...pending.map(({ memberId, reviewOn }) => ({ memberId, reviewOn, href: undefined })),
  ].sort((a, b) => (a.reviewOn ?? '').localeCompare(b.reviewOn ?? ''));
  return {
    title: 'Sensitive interests',
    backHref: '/officer',
    waiting: [...waiting]
      .sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime())
      .map((request) => ({
        name: nameOf(request.memberId),
        href: `/officer/sensitive/requests/${request.id}`,
        asked: instantInWords(request.requestedAt),
        why: request.origin === 'member' ? 'The member asks' : 'Like an interest that is withheld',
      })),
    agreed: agreed.map(({ memberId, reviewOn, href }) => ({
      name: nameOf(memberId),
      href,
      review: reviewOn === null ? 'No day was set' : dateInWords(civilDate(reviewOn)),
      state: reviewOn === null || reviewOn <= today ? 'Overdue' : undefined,
    })),
  };
}
