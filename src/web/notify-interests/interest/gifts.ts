import { IsIn } from 'class-validator';
import { civilDate, parseCivilDate, type CivilDate } from '../../../law/index.js';
import { describeInterest, type GiftDetails } from '../../../register/index.js';
import { dateInWords } from '../../../wording/index.js';
import { DateField, MoneyField, typedPounds, wordsOfDate } from '../../form/index.js';
import { OptionalText, OptionalYesNo, RequiredText, said, wordOf, yesOrNo } from './fields.js';
import type { InterestKind } from './kind.js';
import { eitherNote, withNotes } from './notes.js';

export class GiftForm {
  @RequiredText({ enter: 'Enter who gave or offered it', name: 'Who gave or offered it', most: 200 })
  donor: string;

  @RequiredText({ enter: 'Enter what it was', name: 'What it was', most: 300 })
  what: string;

  @MoneyField({ enter: 'Enter what it was worth', name: 'What it was worth', leastPence: 1 })
  valuePence: number;

  @IsIn(['known', 'an-estimate'], { message: 'Select whether you know the value or have estimated it' })
  valueIs: GiftDetails['valueIs'];

  @DateField({
    enter: 'Enter the date you received it, or were offered it',
    name: 'The date you received it',
    mustBe: 'today or in the past',
  })
  offeredOn: CivilDate;

  @IsIn(['accepted', 'refused'], { message: 'Select whether you accepted or refused it' })
  accepted: 'accepted' | 'refused';
}

export class GiftMoreForm {
  @OptionalText({ name: 'Why you accepted or refused it', most: 500 })
  reason?: string;

  @OptionalYesNo()
  asCouncillor?: string;

  @OptionalYesNo()
  significant?: string;
}

export const gifts: InterestKind<GiftDetails, GiftForm, GiftMoreForm> = {
  form: GiftForm,
  detailsOf: ({ donor, what, valuePence, valueIs, offeredOn, accepted }) => ({
    ...{ category: 'gifts', donor, what, valuePence, valueIs, offeredOn },
    accepted: accepted === 'accepted',
  }),
  wordsOf: ({ donor, what, valuePence, valueIs, offeredOn, accepted }) => ({
    ...{ donor, what, valuePence: typedPounds(valuePence), valueIs },
    ...wordsOfDate('offeredOn', parseCivilDate(offeredOn)),
    accepted: accepted ? 'accepted' : 'refused',
  }),
  more: {
    form: GiftMoreForm,
    title: ({ accepted }) => (accepted ? 'About what you accepted' : 'About what you refused'),
    asks: ['reason', 'asCouncillor', 'significant'],
    detailsOf: ({ reason, asCouncillor, significant }, { accepted }) =>
      said<Partial<GiftDetails>>({
        ...{ reason, asCouncillor: yesOrNo(asCouncillor) },
        // Only of what was refused does anybody ask whether it was significant.
        significant: accepted ? undefined : yesOrNo(significant),
      }),
    wordsOf: ({ reason = '', asCouncillor, significant }) => ({
      ...{ reason, asCouncillor: wordOf(asCouncillor), significant: wordOf(significant) },
    }),
  },
  inFull: (details) =>
    withNotes(`${describeInterest(details)} on ${dateInWords(civilDate(details.offeredOn))}`, [
      eitherNote(details.asCouncillor, 'as a councillor', 'not as a councillor'),
      details.accepted ? undefined : eitherNote(details.significant, 'significant', 'not significant'),
      details.reason && `reason: “${details.reason}”`,
    ]),
};
