import { IsIn } from 'class-validator';
import type { CivilDate } from '../../../law/index.js';
import type { Attachments } from '../../../register/index.js';
import { blankForm, DateField, type FormError, type FormState } from '../../form/index.js';
import type { UploadedFile } from '../../layout/index.js';
import { answersInParts, type AnsweredGroup } from '../../notify-interests/answers.js';
import type { OpenedDraft } from '../../notify-interests/question-page.js';

/** What the officer says of the form on paper. */
export class PaperForm {
  @DateField({
    enter: 'Enter the day on which the form arrived',
    name: 'The day on which the form arrived',
    mustBe: 'today or in the past',
  })
  arrivedOn: CivilDate;

  @IsIn(['yes'], { message: 'Confirm that what is typed in is what the form says' })
  asOnForm: 'yes';
}

type WhyNoScan = Extract<ReturnType<Attachments['look']>, { refused: unknown }>['refused'];

const WHY_NO_SCAN: Readonly<Record<WhyNoScan | 'missing', string>> = {
  missing: 'Choose the scan of the form',
  'too-large': 'The scan must be 10 MB or smaller',
  'not-a-scan': 'The scan must be a PDF, a JPEG or a PNG',
};

/** What is wrong with the scan; undefined where it is accepted. */
export function scanProblem(
  attachments: Pick<Attachments, 'look'>,
  file: UploadedFile | undefined,
): FormError | undefined {
  const looked = file === undefined ? ({ refused: 'missing' } as const) : attachments.look(file.content);
  if (!('refused' in looked)) return undefined;
  return { field: 'scan', href: '#scan', text: WHY_NO_SCAN[looked.refused] };
}

/** The errors in the order of the fields on the page. */
export const inOrder = (errors: readonly FormError[]): FormError[] =>
  ['arrivedOn', 'scan', 'asOnForm'].flatMap((field) => errors.filter((error) => error.field === field));

export interface PaperCheckView {
  readonly title: string;
  readonly backHref: string;
  readonly button: string;
  readonly upload: true;
  readonly form: FormState;
  readonly version: number;
  readonly groups: readonly AnsweredGroup[];
  readonly memberName: string;
  readonly banner: { readonly text: string } | undefined;
}

const CHANGED_ELSEWHERE = {
  text: 'What was typed in was changed in another tab, or by another officer, after you opened this page. Nothing was recorded. These are the answers as they are now: check them again.',
};

/** Everything that was typed in, and what is recorded of the form. */
export function paperCheckView(
  opened: OpenedDraft,
  memberName: string,
  form: FormState = blankForm(),
  changedElsewhere = false,
): PaperCheckView {
  const { draft, journey, version, desk } = opened;
  return {
    title: `Check what you typed in from ${memberName}’s form`,
    backHref: desk.basePath,
    button: 'Record the form',
    upload: true,
    form,
    version,
    groups: answersInParts(journey, draft, opened),
    memberName,
    banner: changedElsewhere ? CHANGED_ELSEWHERE : undefined,
  };
}
