import type { Citation } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts, MeetingInterest } from '../../facts.js';
import type { Rule } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import type { WithinDaysOf } from '../../time/counting.js';
import { test } from '../../truth.js';
import { daysIfOwed } from './within-days.js';

export type InterestKind = NonNullable<MeetingInterest['kind']>;

/** One interest, and the day from which a code would have it registered. */
export type RegistrationFacts = Facts<{
  kind: InterestKind;
  /** The day of becoming a member, of re-election or of re-appointment. */
  becameMemberOn: CivilDate;
  /** The day on which the member became aware of the new interest, or of the change to a registered one. */
  becameAwareOfChangeOn: CivilDate;
}>;

/** The last days to register it; null where the code does not ask for it. */
export type RegistrationRule = Rule<RegistrationFacts, Finding<WithinDaysOf | null>>;

/** When a code would have interests registered: its own duties, beside those of the Act. */
export interface CodeRegistration {
  readonly code: string;
  readonly onTakingOffice: RegistrationRule;
  readonly aChange: RegistrationRule;
}

interface Definition {
  readonly code: string;
  readonly citation: Citation;
  readonly inForceFrom: CivilDate;
  readonly says: string;
  readonly reading: string;
  readonly registered: readonly InterestKind[];
}

const DAYS = 28;

/** The two duties of a code to register "within 28 days of": taking office, and becoming aware of a change. */
export function registration(definition: Definition): CodeRegistration {
  const { code, registered, ...text } = definition;
  const common = { ...text, source: 'code-of-conduct' } as const;
  const isRegistered = ({ kind }: RegistrationFacts) =>
    test('interest.kind', kind, (one) => registered.includes(one), 'not-registered-by-the-code');
  const onTakingOffice: RegistrationRule = {
    ...common,
    id: `england/codes/${code}/register-on-taking-office`,
    question: 'By when does the code ask for an interest held on taking office to be registered?',
    decide: (facts) =>
      daysIfOwed(
        { rule: onTakingOffice, days: DAYS, point: 'register-on-taking-office', startsOn: 'becameMemberOn' },
        isRegistered(facts),
        facts.becameMemberOn,
      ),
  };
  const aChange: RegistrationRule = {
    ...common,
    id: `england/codes/${code}/register-a-change`,
    question: 'By when does the code ask for a new interest, or a change, to be notified?',
    decide: (facts) =>
      daysIfOwed(
        { rule: aChange, days: DAYS, point: 'register-a-change', startsOn: 'becameAwareOfChangeOn' },
        isRegistered(facts),
        facts.becameAwareOfChangeOn,
      ),
  };
  return { code, onTakingOffice, aChange };
}
