import { IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import type { CivilDate } from '../../../law/index.js';
import type { NewCaseFile, WhyNotOpened } from '../../../oversight/index.js';
import { DateField, type FormError, type FormState, type Words } from '../../form/index.js';

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface Choices {
  readonly members: readonly Choice[];
  /** The newest first. */
  readonly meetings: readonly Choice[];
}

/** Whom the file is about, and which meeting where it is about one. */
export interface About {
  readonly member: Choice;
  readonly meeting: Choice | undefined;
  readonly items: readonly Choice[];
}

/** What is alleged. The member, the meeting and the item are ids that an earlier page or a finding chose. */
export class AllegedForm {
  @IsOptional()
  member?: string;

  @IsOptional()
  meeting?: string;

  @IsOptional()
  agendaItemId?: string;

  @DateField({
    enter: 'Enter the day',
    name: 'The day',
    mustBe: 'today or in the past',
    optional: true,
  })
  offenceOn: CivilDate | undefined;

  @MaxLength(4000, { message: 'What is alleged must be 4,000 characters or less' })
  @IsNotEmpty({ message: 'Enter what is alleged' })
  alleged: string;

  @DateField({
    enter: 'Enter the day on which the evidence was known',
    name: 'The day on which the evidence was known',
    mustBe: 'today or in the past',
    optional: true,
  })
  evidenceKnownOn: CivilDate | undefined;

  @DateField({
    enter: 'Enter the day that the certificate states',
    name: 'The day that the certificate states',
    mustBe: 'today or in the past',
    optional: true,
  })
  certifiedOn: CivilDate | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && UUID.test(value) ? value : undefined;

interface Asked {
  /** '' where none was chosen. */
  readonly memberId: string;
  readonly meetingId: string | undefined;
  readonly itemId: string | undefined;
  readonly words: Words;
}

/** Whether both were answered, if only with "no meeting". */
export const isChosen = ({ member, meeting }: Readonly<Record<string, unknown>>): boolean =>
  member !== undefined && meeting !== undefined;

/** What is no id names nothing, and is answered like a choice that was not made. */
export function choiceOf(sent: Readonly<Record<string, unknown>>): Asked {
  const { member, meeting, item } = sent;
  const words = { member: textOf(member), meeting: textOf(meeting) };
  const meetingId = words.meeting === '' ? undefined : (idIn(meeting) ?? 'unknown');
  return { memberId: idIn(member) ?? '', meetingId, itemId: idIn(item), words };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function newCaseIn(form: AllegedForm): NewCaseFile {
  const { offenceOn, alleged, evidenceKnownOn = null, certifiedOn = null } = form;
  return {
    ...{ memberId: idIn(form.member) ?? '', meetingId: idIn(form.meeting) ?? null },
    agendaItemId: idIn(form.agendaItemId) ?? null,
    ...{ offenceOn, alleged, evidence: { evidenceKnownOn, certifiedOn } },
  };
}

const errorAt = (field: string, href: string, text: string): FormError => ({ field, href, text });

export const WHY_NOT: Readonly<Record<WhyNotOpened, FormError>> = {
  'unknown-member': errorAt('member', '#member', 'Choose the member'),
  'own-case': errorAt(
    'alleged',
    '#alleged',
    'You cannot keep a case file about yourself. Leave it to a deputy',
  ),
  'unknown-meeting': errorAt('meeting', '#meeting', 'Choose a meeting of the list, or none'),
  'unknown-item': errorAt('agendaItemId', '#agendaItemId', 'Choose an item of this meeting, or none'),
  'no-day': errorAt('offenceOn', '#offenceOn-day', 'Enter the day'),
  'in-the-future': errorAt('offenceOn', '#offenceOn-day', 'The day must be today or in the past'),
  'evidence-before-the-day': errorAt(
    'evidenceKnownOn',
    '#evidenceKnownOn-day',
    'The day on which the evidence was known must be the same as or after the day that the file is about',
  ),
  'certificate-before-the-day': errorAt(
    'certifiedOn',
    '#certifiedOn-day',
    'The day that the certificate states must be the same as or after the day that the file is about',
  ),
};

export function aboutView({ members, meetings }: Choices, form: FormState): object {
  return {
    ...{ title: 'Open a case file', backHref: '/officer/cases', form },
    members: [{ value: '', text: 'Choose a member' }, ...members],
    meetings: [{ value: '', text: 'No meeting' }, ...meetings],
  };
}

export function allegedView({ member, meeting, items }: About, form: FormState): object {
  return {
    ...{ title: 'What is alleged?', backHref: '/officer/cases/new', form, member, meeting },
    items: [{ value: '', text: 'No single item' }, ...items],
    button: 'Open the case file',
  };
}
