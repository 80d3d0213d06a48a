import { IsIn } from 'class-validator';
import type { FormState } from '../form/index.js';

export class AttendingForm {
  @IsIn(['yes', 'no'], { message: 'Choose whether you will attend' })
  attends: 'yes' | 'no';
}

interface Asked {
  readonly meetingId: string;
  readonly meeting: string;
  /** Holds a seat on the body on the day. */
  readonly hasSeat: boolean;
  readonly form: FormState;
}

export function attendingView({ meetingId, meeting, hasSeat, form }: Asked): object {
  return {
    title: 'Will you attend this meeting?',
    backHref: `/my/meetings/${meetingId}`,
    button: 'Save',
    ...{ meeting, hasSeat, form },
    answers: [
      { value: 'yes', text: 'Yes, I will attend' },
      {
        value: 'no',
        text: 'No, I will not attend',
        ...(hasSeat && {
          hint: { text: 'The clerk sees this beside your name. Send your apologies as your council asks.' },
        }),
      },
    ],
  };
}
