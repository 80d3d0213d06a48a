import { IsIn } from 'class-validator';
import { civilDate, parseCivilDate, type CivilDate } from '../../../law/index.js';
import { describeInterest, type SponsorshipDetails } from '../../../register/index.js';
import { dateInWords, moneyInWords } from '../../../wording/index.js';
import { DateField, MoneyField, typedPounds, wordsOfDate } from '../../form/index.js';
import { RequiredText, said } from './fields.js';
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

  @MoneyField({ enter: '', name: 'The amount', optional: true, leastPence: 1 })
  amountPence?: number;
}

export const sponsorship: InterestKind<SponsorshipDetails, SponsorshipForm> = {
  form: SponsorshipForm,
  detailsOf: ({ payer, towards, madeOn, amountPence }) =>
    said<SponsorshipDetails>({ category: 'sponsorship', payer, towards, madeOn, amountPence }),
  wordsOf: ({ payer, towards, madeOn, amountPence }) => ({
    ...{ payer, towards },
    ...wordsOfDate('madeOn', parseCivilDate(madeOn)),
    amountPence: amountPence === undefined ? '' : typedPounds(amountPence),
  }),
  inFull: (details) => {
    const amount = details.amountPence === undefined ? '' : `, ${moneyInWords(details.amountPence)}`;
    return `${describeInterest(details)}, on ${dateInWords(civilDate(details.madeOn))}${amount}`;
  },
};
