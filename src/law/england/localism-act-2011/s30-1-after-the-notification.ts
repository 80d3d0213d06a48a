import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts, MeetingInterest } from '../../facts.js';
import { change, decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import type { CivilDate } from '../../time/civil-date.js';
import { any, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { heldWhenNotified } from './s30-1-held-when-notified.js';
import { s30_1 } from './s30-1-notify-on-taking-office.js';
import { s31_3 } from './s31-3-notify-after-disclosure.js';
import { s31_7 } from './s31-7-notify-when-aware.js';

/** A disclosable pecuniary interest that a member has, and the notification that they gave on taking office. */
export type AfterNotificationFacts = Pick<MeetingInterest, 'inRegister' | 'pending'> &
  Facts<{
    /** The one that was due on taking office; null when it has not been given. */
    notificationGivenOn: CivilDate | null;
    /** null: held since before taking office. */
    acquiredOn: CivilDate | null;
    /** Has it been in a matter at a meeting where the member was, or in one for the member alone? */
    metAMatter: 'no' | 'at-a-meeting' | 'acting-alone';
  }>;

export interface AfterNotification {
  /** Does the Act oblige the member to notify it? */
  readonly dutyToNotify: Finding<boolean>;
  /** Is it an offence not to, where there is no reasonable excuse? */
  readonly offenceIfNotNotified: Finding<boolean>;
}

export const afterTheNotification: Rule<AfterNotificationFacts, AfterNotification> = {
  id: 'england/localism-act-2011/s30(1)/after-the-notification',
  question: 'Does the Act oblige the member to notify an interest that they got in the middle of a term?',
  citation: localismAct('30(1)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.30(1) covers the interests that the person has “at the time when the notification is given”; of later ones the Act speaks only in s.31(3) and s.31(7), when they are in a matter at a meeting or in one for a member alone.',
  reading:
    'Got after the form was given, it need not be notified by law until it meets a matter. A code can ask for more, and breaking the code is no offence.',
  decide(facts) {
    const dutyToNotify = duty(facts);
    return { dutyToNotify, offenceIfNotNotified: offence(dutyToNotify) };
  },
};

function duty(facts: AfterNotificationFacts): Finding<boolean> {
  const already = isKnownToTheOfficer(facts);
  const owed = (rule: RuleSource, point: Point, because: Truth): Finding<boolean> =>
    when(
      already,
      () => decided(false, reason(rule, already.otherwise, already.facts)),
      () => decided(true, reason(rule, point, because.facts, 'criminal')),
    );
  const held = heldThen(facts);
  const atAMeeting = met('at-a-meeting', facts);
  const alone = met('acting-alone', facts);
  const metNothing = (): Finding<boolean> =>
    decided(
      false,
      reason(s30_1, held.otherwise, held.facts),
      ...[s31_3, s31_7].map((rule) => reason(rule, alone.otherwise, alone.facts)),
    );
  return when(
    held,
    () => owed(s30_1, 'owed-on-taking-office', held),
    () =>
      when(
        atAMeeting,
        () => owed(s31_3, 'owed-since-a-meeting', atAMeeting),
        () => when(alone, () => owed(s31_7, 'owed-since-a-decision-alone', alone), metNothing),
      ),
  );
}

/** Entered already, or notified and waiting to be. */
function isKnownToTheOfficer({ inRegister, pending }: AfterNotificationFacts): Truth {
  const otherwise = 'entered-or-pending-so-not-owed';
  return any(
    otherwise,
    condition('interest.inRegister', inRegister, otherwise),
    condition('interest.pending', pending, otherwise),
  );
}

/** Had it to be in the notification on taking office? While none is given, everything held has to be. */
function heldThen({ notificationGivenOn: given, acquiredOn }: AfterNotificationFacts): Truth {
  if (given === null) return condition('notificationGivenOn', true, 'not-held-when-notified');
  return heldWhenNotified({ notificationGivenOn: given, acquiredOn, disposedOn: null });
}

function met(how: 'at-a-meeting' | 'acting-alone', { metAMatter }: AfterNotificationFacts): Truth {
  return test('metAMatter', metAMatter, (matter) => matter === how, 'has-met-no-matter');
}

/** s.34(1): an offence is to fail in the duties of the Act, and a code's duty is none of them. */
const s34_1: RuleSource = {
  id: 'england/localism-act-2011/s34(1)',
  citation: localismAct('34(1)'),
  source: 'statute',
};

function offence(dutyToNotify: Finding<boolean>): Finding<boolean> {
  if (dutyToNotify.kind === 'cannot-tell') return dutyToNotify;
  const owed = dutyToNotify.value;
  const point = owed ? 'offence-not-to-notify' : 'no-duty-so-no-offence';
  return change(dutyToNotify, () => owed, reason(s34_1, point, [], owed ? 'criminal' : 'none'));
}
