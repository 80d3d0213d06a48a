import { NOTHING_TO_COMPARE, type Briefing, type NoBriefing } from '../../briefings/index.js';
import { isOpen, type DisclosureDuty, type MemberDuty } from '../../duties/index.js';
import type { Membership } from '../../identity/index.js';
import { civilDate, type CivilDate, type NotEncoded } from '../../law/index.js';
import type { Meeting } from '../../meetings/index.js';
import type { Notification, OpenedQuery } from '../../register/index.js';
import { dateInWords, dayAndDateInWords } from '../../wording/index.js';
import { confirmationPrompt, type ConfirmationDue, type ConfirmationPrompt } from '../my-interests/index.js';
import { questionRow, type QuestionRow } from '../my-queries/index.js';
import { instantInWords, timeInWords } from '../page/index.js';
import { dispensationLines, type DispensationLine } from './dispensation-lines.js';
import { disclosedPanel } from './disclosed-panel.js';
import { daysLeftInWords, STATE_TAGS, takingOfficePanel, type DutyPanel } from './duty-panel.js';

/** A duty of somebody who may hold no office, on a day whose law may not be known here. */
type KnownDuty = MemberDuty | NotEncoded | undefined;

/** A meeting of a body on which the member sits. */
interface MeetingRow {
  readonly bodyName: string;
  /** 'Tuesday 24 October 2017, 10am, County Hall'. */
  readonly when: string;
  readonly href: string;
  readonly cancelled: boolean;
  /** 'We found 2 items that may touch your interests.' */
  readonly found: string;
  readonly touches: boolean;
}

/** What the member owes at another authority. */
interface ElsewhereRow {
  readonly authorityName: string;
  readonly slug: string;
  readonly state: string | undefined;
  readonly owed: string;
}

export interface MyView {
  readonly title: string;
  readonly duty: DutyPanel | undefined;
  /** Said in place of the duty. */
  readonly noDuty: string | undefined;
  /** What was declared at meetings and must be notified now. */
  readonly disclosed: readonly DutyPanel[];
  /** What the officer asks the member. */
  readonly questions: readonly QuestionRow[];
  /** The regular confirmation, once it is time. */
  readonly confirmation: ConfirmationPrompt | undefined;
  readonly pending: readonly string[];
  /** Invitations that wait, and grants that end soon. */
  readonly dispensations: readonly DispensationLine[];
  readonly meetings: readonly MeetingRow[];
  readonly elsewhere: readonly ElsewhereRow[];
}

/** What the page is drawn from. */
export interface MyAffairs {
  readonly today: CivilDate;
  readonly duty: KnownDuty;
  readonly draftBegun: boolean;
  /** What the member told and is not entered yet, oldest first. */
  readonly pending: readonly Notification[];
  readonly questions: readonly OpenedQuery[];
  readonly disclosed: readonly DisclosureDuty[];
  readonly confirmation: ConfirmationDue | undefined;
  readonly meetings: readonly {
    readonly meeting: Meeting;
    readonly bodyName: string;
    readonly briefing: Briefing | NoBriefing;
  }[];
  readonly dispensations: Parameters<typeof dispensationLines>[0];
  readonly elsewhere: readonly { readonly membership: Membership; readonly duty: KnownDuty }[];
}

export function myView(affairs: MyAffairs): MyView {
  const { today, duty, draftBegun, meetings, elsewhere } = affairs;
  const owed = isDuty(duty) ? duty : undefined;
  return {
    title: 'My duties',
    duty: owed && takingOfficePanel(owed, today, draftBegun),
    noDuty: owed === undefined ? noDutyInWords(duty, today) : undefined,
    disclosed: affairs.disclosed.flatMap((one) => disclosedPanel(one, today) ?? []),
    questions: affairs.questions.map(questionRow),
    confirmation: confirmationPrompt(affairs.confirmation),
    pending: affairs.pending.map(pendingInWords),
    dispensations: dispensationLines(affairs.dispensations, today),
    meetings: meetings.map(meetingRow),
    elsewhere: elsewhere.map((one) => elsewhereRow(one, today)),
  };
}

const isDuty = (duty: KnownDuty): duty is MemberDuty => duty !== undefined && !('kind' in duty);

function noDutyInWords(duty: KnownDuty, today: CivilDate): string {
  return duty === undefined
    ? 'You hold no office at this council today, so nothing is due.'
    : `This service does not hold the law that applies on ${dateInWords(today)}, so it cannot say what is due. Ask the monitoring officer.`;
}

/** 'Received on 3 June 2017 at 9:12am, waiting to be entered.' */
function pendingInWords({ kind, receivedAt }: Notification): string {
  const what = kind === 'change' ? 'A change, received' : 'Received';
  return `${what} on ${instantInWords(receivedAt)}, waiting to be entered in the register.`;
}

function meetingRow({ meeting, bodyName, briefing }: MyAffairs['meetings'][number]): MeetingRow {
  const touched =
    briefing.kind === 'briefing' ? briefing.items.filter(({ touches }) => touches.length > 0).length : 0;
  return {
    bodyName,
    when: `${dayAndDateInWords(civilDate(meeting.meetsOn))}, ${timeInWords(meeting.startsAt)}, ${meeting.venue}`,
    href: `/my/meetings/${meeting.id}`,
    cancelled: meeting.status === 'cancelled',
    found: foundInWords(briefing, touched),
    touches: touched > 0,
  };
}

function foundInWords(briefing: Briefing | NoBriefing, touched: number): string {
  if (briefing.kind !== 'briefing') return 'We cannot say what applies on that day.';
  if (briefing.interestsCompared === 0) return `${NOTHING_TO_COMPARE} Read the agenda yourself.`;
  if (touched === 0) return 'We found nothing that matches your interests. Read the agenda yourself too.';
  return touched === 1 ? '1 item may touch your interests.' : `${touched} items may touch your interests.`;
}

function elsewhereRow({ membership, duty }: MyAffairs['elsewhere'][number], today: CivilDate): ElsewhereRow {
  const { authorityName, slug } = membership;
  const state = isDuty(duty) ? STATE_TAGS[duty.state] : undefined;
  return { authorityName, slug, state, owed: owedInWords(duty, today) };
}

function owedInWords(duty: KnownDuty, today: CivilDate): string {
  if (!isDuty(duty)) return noDutyInWords(duty, today);
  const { clock } = duty.answer;
  if (!isOpen(duty.state) || clock === null) return 'Nothing is due.';
  return `Notify your interests. Last day: ${dayAndDateInWords(clock.lastDay)}. ${daysLeftInWords(clock.lastDay, today)}`;
}
