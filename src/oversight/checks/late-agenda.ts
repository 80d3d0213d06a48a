import { england, type CivilDate, type Finding as Answer } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import type { CheckRule, FindingTag, Found } from './finding.js';

/** A meeting that was not cancelled, and the day on which its first agenda was issued. */
export interface IssuedAgenda {
  readonly meetingId: string;
  readonly meetsOn: CivilDate;
  /** Undefined where the agenda does not say. */
  readonly issuedOn: CivilDate | undefined;
  /** executive: regulations of their own, which are not encoded here. */
  readonly of: 'principal-council' | 'parish' | 'executive';
}

/** Whether there is anything to count by. */
export const canTellLate = ({ issuedOn, of }: IssuedAgenda): boolean =>
  issuedOn !== undefined && of !== 'executive';

export const lateAgenda: CheckRule<IssuedAgenda> = {
  id: 'late-agenda',
  asks: askedBy('late-agenda'),
  sources: [england.s100B_3.citation, england.s100B_4.citation, england.sch12_10_2.citation],
  decide(facts, asAt) {
    const { meetingId, meetsOn, issuedOn, of } = facts;
    if (issuedOn === undefined || issuedOn > asAt || of === 'executive') return [];
    const counted = of === 'parish' ? byNotice(meetsOn, issuedOn, asAt) : byAgenda(meetsOn, issuedOn, asAt);
    if (counted === undefined) return [];
    const { days, latest, tags } = counted;
    const found: Found = {
      ...{ key: meetingId, memberIds: [], meetingId, on: issuedOn, tags, sensitive: false },
      ...(latest && { lastDay: latest }),
      evidence: [
        { kind: 'day', of: 'issued', on: issuedOn },
        ...(latest === undefined
          ? []
          : [{ kind: 'day' as const, of: 'latest-to-issue' as const, on: latest }]),
        { kind: 'number', of: 'clear-days', count: days },
      ],
    };
    return [found];
  },
};

interface Counted {
  readonly days: number;
  readonly latest: CivilDate | undefined;
  readonly tags: readonly FindingTag[];
}

const valueOf = <V>(answer: Answer<V>): V | undefined =>
  answer.kind === 'cannot-tell' ? undefined : answer.value;

/**
 * Too few clear days are asked about even where the meeting may have been called at shorter notice, or an item been
 * urgent: both lift the rule, and nobody has told this system of either.
 */
function byAgenda(meetingDate: CivilDate, publishedOn: CivilDate, asAt: CivilDate): Counted | undefined {
  const facts = { meetingDate, publishedOn };
  const answer = england.s100B_3.decide(facts, asAt);
  const notCalledLater = england.s100B_3.decide({ ...facts, convenedAtShorterNoticeOn: null }, asAt);
  const days = valueOf(answer.clearDays);
  if (days === undefined || valueOf(notCalledLater.compliant) !== false) return undefined;
  const byCalendar = valueOf(notCalledLater.byCalendarDays.compliant) === true;
  return {
    ...{ days, latest: valueOf(answer.latestPublicationDay) },
    tags: byCalendar ? ['by-working-days-alone'] : [],
  };
}

function byNotice(meetingDate: CivilDate, summonedOn: CivilDate, asAt: CivilDate): Counted | undefined {
  const { clearDays, compliant, latestDay } = england.sch12_10_2.decide({ meetingDate, summonedOn }, asAt);
  const days = valueOf(clearDays);
  if (days === undefined || valueOf(compliant) !== false) return undefined;
  return { days, latest: valueOf(latestDay), tags: ['parish-notice'] };
}
