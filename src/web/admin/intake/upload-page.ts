import { IsIn, IsOptional } from 'class-validator';
import { INTAKE_COLUMNS, type Intake, type IntakeState } from '../../../exchange/index.js';
import { refusedForm, type FormState, type Words } from '../../form/index.js';
import { instantInWords } from '../../page/index.js';

/** What is said with the file. */
export class UploadForm {
  @IsOptional()
  @IsIn(['yes'], { message: 'Tick the box, or leave it empty' })
  wholeCouncil?: 'yes';
}

const NUMBERS = new Intl.NumberFormat('en-GB');
const STATES: Readonly<Record<IntakeState, string>> = {
  refused: 'Not in order',
  read: 'To be checked',
  'taking-in': 'Being taken in',
  'taken-in': 'Taken in',
  stopped: 'Stopped',
  discarded: 'Thrown away',
};

/** The page that asks for a file, or asks for it again. */
export function uploadView(intakes: readonly Intake[], form: FormState): object {
  return {
    title: 'Take in newly elected members',
    backHref: '/admin/authorities',
    upload: true,
    button: 'Check the file',
    form,
    intakes: intakes.map(({ id, total, state, readAt }) => ({
      href: `/admin/intake/${id}`,
      text: `${NUMBERS.format(total)} ${total === 1 ? 'row' : 'rows'}, given ${instantInWords(readAt)}`,
      state: STATES[state],
    })),
  };
}

export function refusedUpload(text: string, words: Words): FormState {
  return refusedForm({ words, errors: [{ field: 'file', href: '#file', text }] });
}

/** What each column of the file is for. */
export function columnsView(): object {
  return {
    title: 'Columns of the file of members',
    backHref: '/admin/intake',
    columns: INTAKE_COLUMNS.map(({ name, write, isRequired }) => ({
      name,
      write,
      isRequired: isRequired ? 'Yes' : 'No',
    })),
  };
}
