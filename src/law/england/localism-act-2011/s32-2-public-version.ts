import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { MeetingInterest } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';

/** An interest of any kind, whether or not it is a disclosable pecuniary interest. */
export type EntryFacts = Pick<MeetingInterest, 'inRegister' | 'sensitive'>;

export interface PublicVersion {
  /** May the copies for inspection and the published version include the details? */
  readonly mayIncludeDetails: Finding<boolean>;
  /** May they state that there is an interest whose details are withheld? */
  readonly mayStateThatDetailsAreWithheld: Finding<boolean>;
  /** Does the register that the monitoring officer keeps hold the details? */
  readonly registerHoldsDetails: Finding<boolean>;
}

export const s32_2: Rule<EntryFacts, PublicVersion> = {
  id: 'england/localism-act-2011/s32(2)',
  question: 'What may the public version of the register show of this entry?',
  citation: localismAct('32(2)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.32(2): if a sensitive interest is entered in the register, copies for inspection and any published version “must not include details of the interest (but may state that” there is one, “the details of which are withheld”).',
  reading:
    '[M] Wording. “May” is not “must”, as some councils have it: say that details are withheld, unless the monitoring officer keeps that back too. The register itself holds them. A claim alone has no effect.',
  decide(facts) {
    const entered = condition('interest.inRegister', facts.inRegister, 'not-in-the-register');
    const sensitive = isAgreed(facts);
    return {
      mayIncludeDetails: ifEntered(entered, () =>
        when(
          sensitive,
          () => so(false, 'details-kept-off-the-public-register', sensitive),
          () => so(true, sensitive.otherwise, sensitive),
        ),
      ),
      mayStateThatDetailsAreWithheld: ifEntered(entered, () =>
        when(
          sensitive,
          () => so(true, 'withholding-may-be-stated', sensitive),
          () => so(false, sensitive.otherwise, sensitive),
        ),
      ),
      registerHoldsDetails: ifEntered(entered, () =>
        so(true, 'officers-register-holds-the-details', entered),
      ),
    };
  },
};

function isAgreed({ sensitive }: EntryFacts): Truth {
  return test('interest.sensitive', sensitive, (state) => state === 'agreed', 'nothing-is-withheld');
}

function ifEntered(entered: Truth, then: () => Finding<boolean>): Finding<boolean> {
  return when(entered, then, () => so(false, entered.otherwise, entered));
}

function so(value: boolean, point: Point, { facts }: Truth): Finding<boolean> {
  return decided(value, reason(s32_2, point, facts));
}
