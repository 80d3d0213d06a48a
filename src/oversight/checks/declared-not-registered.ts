import { england, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import type { CheckRule, FindingTag } from './finding.js';

/** A prescribed interest that was disclosed to a meeting, and the duty to notify it. */
export interface DeclaredAtMeeting {
  /** The declaration with which it began: it stays, whatever is put right since. */
  readonly disclosureId: string;
  readonly memberId: string;
  readonly meetingId: string;
  readonly item: { readonly id: string; readonly number: string | null; readonly title: string } | undefined;
  readonly meetsOn: CivilDate;
  /** Inclusive. */
  readonly lastDay: CivilDate;
  readonly state: 'on-time' | 'due-soon' | 'overdue' | 'met' | 'met-late';
  /** False where a clerk recorded it and nobody said whether it is in the register. */
  readonly isCertain: boolean;
}

const CLOCKS: Partial<Record<DeclaredAtMeeting['state'], FindingTag>> = {
  'on-time': 'clock-running',
  'due-soon': 'clock-ends-soon',
  overdue: 'clock-over',
};

export const declaredNotRegistered: CheckRule<DeclaredAtMeeting> = {
  id: 'declared-not-registered',
  asks: askedBy('declared-not-registered'),
  sources: [england.s31_3.citation],
  decide({ disclosureId, memberId, meetingId, item, meetsOn, lastDay, state, isCertain }) {
    const clock = CLOCKS[state];
    if (clock === undefined) return [];
    return [
      {
        ...{ key: disclosureId, memberIds: [memberId], meetingId, on: meetsOn, lastDay },
        ...(item && { agendaItemId: item.id }),
        tags: [clock, ...(isCertain ? [] : (['cannot-tell', 'register-not-asked'] as const))],
        evidence: item === undefined ? [] : [{ kind: 'item', ...item }],
        sensitive: false,
      },
    ];
  },
};
