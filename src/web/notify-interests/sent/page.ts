import type { MemberDuty } from '../../../duties/index.js';
import type { CivilDate, RequiredCategory } from '../../../law/index.js';
import type { OpenedNotification } from '../../../register/index.js';
import { lineInWords, takingOfficeInWords } from '../../../wording/index.js';
import { instantInWords } from '../../page/index.js';
import { answersInParts, type AnsweredGroup } from '../answers.js';
import { draftOf } from '../draft.js';
import { notifyJourney } from '../journey.js';
import type { GivenUnder } from '../law-says.js';

/** The receipt of a notification: when it was received, what it said, and how it stands to the last day. */
export interface Receipt {
  /** '3 June 2017 at 11:59pm', on the clock in London. */
  readonly receivedAt: string;
  readonly entered: boolean;
  readonly groups: readonly AnsweredGroup[];
}

/**
 * The receipt of a whole notification. With the law of the day on which it was given, what that made of each interest
 * is told too.
 */
export function receiptOf(
  opened: OpenedNotification,
  required: readonly RequiredCategory[],
  law?: GivenUnder,
): Receipt {
  const under = law && { ...law, required };
  return {
    receivedAt: instantInWords(opened.notification.receivedAt),
    entered: opened.notification.enteredAt !== null,
    groups: unchangeable(answersInParts(notifyJourney(required), draftOf(opened), under)),
  };
}

/** What was sent cannot be changed any more, so its rows lead nowhere. */
const unchangeable = (groups: readonly AnsweredGroup[]): AnsweredGroup[] =>
  groups.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, changePath: '' })) }));

export interface SentView {
  readonly title: string;
  readonly receipt: Receipt;
  /** 'Your notification was received in time. You had until Sunday 4 June 2017 (Localism Act 2011 s.30(1)).' */
  readonly standing: readonly string[];
}

/** The confirmation. What it says of the last day is the law's own answer, as it stands with this notification. */
export function sentView(
  opened: OpenedNotification,
  given: { readonly required: readonly RequiredCategory[]; readonly law: GivenUnder | undefined },
  duty: MemberDuty | undefined,
  today: CivilDate,
): SentView {
  return {
    title: 'Notification received',
    receipt: receiptOf(opened, given.required, given.law),
    standing: duty === undefined ? [] : takingOfficeInWords(duty.answer, today).because.map(lineInWords),
  };
}
