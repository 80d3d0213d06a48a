import { IsIn, IsNotEmpty, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { ServiceCall } from '../../exchange/index.js';
import type { CivilDate } from '../../law/index.js';
import type { FormState } from '../form/index.js';

const WHATS = ['committees', 'councillors', 'meetings', 'agenda'] as const;

/** Where a council's ModernGov is, and what is to be asked of it. */
export class AddressForm {
  @MaxLength(300, { message: 'The address must be 300 characters or less' })
  @IsNotEmpty({ message: 'Enter the address of your ModernGov, like democracy.council.gov.uk' })
  address: string;

  @IsIn(WHATS, { message: 'Choose what to bring in' })
  what: (typeof WHATS)[number];

  @ValidateIf(({ what }: AddressForm) => what === 'agenda')
  @Matches(/^[1-9]\d{0,11}$/, {
    message: 'Enter the number of the meeting: the digits after MId= in the address of its page',
  })
  meetingId?: string;
}

/** The call that the form asks for. */
export function callOf({ what, meetingId = '' }: AddressForm, today: CivilDate): ServiceCall {
  switch (what) {
    case 'committees':
      return { method: 'GetCommittees' };
    case 'councillors':
      return { method: 'GetCouncillorsByWard' };
    case 'meetings':
      return { method: 'GetMeetings', from: today };
    case 'agenda':
      return { method: 'GetMeeting', meetingId };
  }
}

export function addressView(form: FormState): object {
  return {
    title: 'Ask ModernGov',
    backHref: '/meetings/directory',
    button: 'Ask',
    form,
    whats: [
      { value: 'committees', text: 'Committees' },
      {
        value: 'councillors',
        text: 'Councillors',
        hint: { text: 'With groups and terms of office. Addresses and telephone numbers are not kept.' },
      },
      {
        value: 'meetings',
        text: 'Meetings of the next six months',
        hint: { text: 'Bring in the committees first.' },
      },
      { value: 'agenda', text: 'The agenda of one meeting' },
    ],
  };
}
