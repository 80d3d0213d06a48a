import { IsIn } from 'class-validator';
import { civilDate, parseCivilDate, type CivilDate } from '../../../law/index.js';
import { describeInterest, type SponsorshipDetails } from '../../../register/index.js';
import { dateInWords } from '../../../wording/index.js';
import { DateField, wordsOfDate } from '../../form/index.js';
import { doesNotCount } from './does-not-count.js';
import { RequiredText } from './fields.js';
import type { InterestKind } from './kind.js';

const TOWARDS = ['expenses-as-a-member', 'election-expenses'] as const;

export class SponsorshipForm {
  @RequiredText({ enter: 'Enter who paid', name: 'Who paid', most: 200 })
  payer: string;

  @IsIn(TOWARDS, { message: 'Select what the payment was towards' })
  towards: (typeof TOWARDS)[number];

  @DateField({
    enter: 'Enter the date of the payment',
    name: 'The date of the payment',
    mustBe: 'today or in the past',
  })
  madeOn: CivilDate;
}

export const sponsorship: InterestKind<SponsorshipDetails, SponsorshipForm> = {
  form: SponsorshipForm,
  detailsOf: ({ payer, towards, madeOn }) => ({ category: 'sponsorship', payer, towards, madeOn }),
  wordsOf: ({ payer, towards, madeOn }) => ({
    ...{ payer, towards },
    ...wordsOfDate('madeOn', parseCivilDate(madeOn)),
  }),
  inFull: (details) => `${describeInterest(details)}, on ${dateInWords(civilDate(details.madeOn))}`,
  problem: ({ towards, madeOn }, { rulebook, today }) =>
    doesNotCount(
      rulebook.prescribed({
        ...{ category: 'sponsorship', heldBy: 'self', fromTheAuthority: false },
        ...{ towards, madeOn: civilDate(madeOn), notificationGivenOn: today },
      }),
      'payment',
      { field: 'madeOn', href: '#madeOn-day' },
    ),
};
