import type { AuthorityKind } from '../../authorities/index.js';
import { england, type CivilDate } from '../../law/index.js';
import type { Standing } from '../../members/index.js';

/** What a row says of how and when somebody came in. */
export interface CameIn {
  readonly standing: Standing;
  readonly byElection: boolean;
  readonly pollingDay: CivilDate | null;
  readonly becameMemberOn: CivilDate | null;
}

/** The legal day, or what is wrong, as a row's problem says it. */
export type TakingOfficeDay =
  | { readonly becameMemberOn: CivilDate }
  | { readonly column: string; readonly wrong: string; readonly write: string };

/** The legal day of taking office, by the rulebook. Where a file gives both days they must agree. */
export function takingOfficeDay(kind: AuthorityKind, came: CameIn, asAt: CivilDate): TakingOfficeDay {
  if (came.standing !== 'elected') return withoutPoll(came);
  return came.byElection ? byElection(came) : ordinaryElection(kind, came, asAt);
}

function withoutPoll({ standing, byElection, pollingDay, becameMemberOn }: CameIn): TakingOfficeDay {
  if (byElection)
    return problem('by-election', `Somebody who is ${standing} came in by no election`, 'Leave it empty');
  if (pollingDay !== null)
    return problem('polling-day', `Somebody who is ${standing} has no polling day`, 'Leave it empty');
  if (becameMemberOn !== null) return { becameMemberOn };
  return problem(
    'became-member-on',
    'became-member-on is empty',
    `Write the day on which they were ${standing}`,
  );
}

function byElection({ pollingDay, becameMemberOn }: CameIn): TakingOfficeDay {
  if (becameMemberOn === null) {
    return problem(
      'became-member-on',
      'became-member-on is empty for a by-election',
      'Write the day on which the result was declared',
    );
  }
  if (pollingDay === null || pollingDay <= becameMemberOn) return { becameMemberOn };
  return problem(
    'became-member-on',
    'became-member-on is before the polling day of the by-election',
    'Write the day on which the result was declared',
  );
}

function ordinaryElection(
  kind: AuthorityKind,
  { pollingDay, becameMemberOn }: CameIn,
  asAt: CivilDate,
): TakingOfficeDay {
  if (pollingDay === null) {
    if (becameMemberOn !== null) return { becameMemberOn };
    return problem(
      'polling-day',
      'polling-day and became-member-on are both empty',
      'Write the polling day, from which the day of taking office is worked out',
    );
  }
  const facts = { cameInBy: 'ordinary-election', council: COUNCILS[kind], pollingDay } as const;
  const answer = england.comingIntoOffice.decide(facts, asAt).becameMemberOn;
  if (answer.kind !== 'decided') {
    if (becameMemberOn !== null && becameMemberOn > pollingDay) return { becameMemberOn };
    return problem(
      'became-member-on',
      'The day of taking office cannot be worked out, because the bank holidays of that year are not known here',
      'Write the day itself',
    );
  }
  if (becameMemberOn === null || becameMemberOn === answer.value) return { becameMemberOn: answer.value };
  const law = answer.reasons.map(({ citation }) => citation.text).join(' with ');
  return problem(
    'became-member-on',
    `became-member-on is ${becameMemberOn}, and by law it is ${answer.value}: the fourth day after the poll on ${pollingDay}, days that are passed over left out (${law})`,
    `Write ${answer.value} or leave it empty, correct the polling day, or write yes in by-election`,
  );
}

const COUNCILS = {
  county: 'county-or-district',
  district: 'county-or-district',
  unitary: 'county-or-district',
  'london-borough': 'london-borough',
  parish: 'parish',
} as const;

const problem = (column: string, wrong: string, write: string): TakingOfficeDay => ({ column, wrong, write });
