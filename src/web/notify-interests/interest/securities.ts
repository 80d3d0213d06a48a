import { IsIn, ValidateIf } from 'class-validator';
import { describeInterest, ONLY_CLASS, type SecuritiesDetails } from '../../../register/index.js';
import { moneyInWords } from '../../../wording/index.js';
import { MoneyField, typedPounds, type FormError } from '../../form/index.js';
import {
  companyNumberOf,
  OptionalCompanyNumber,
  OptionalYesNo,
  RequiredText,
  said,
  wordOf,
  yesOrNo,
} from './fields.js';
import type { InterestKind } from './kind.js';
import { eitherNote, numbered, withNotes } from './notes.js';

export class SecuritiesForm {
  @RequiredText({ enter: 'Enter the company or other body', name: 'Company or body', most: 200 })
  company: string;

  @OptionalCompanyNumber()
  companyNumber?: string;

  @OptionalYesNo()
  bodyInArea?: string;
}

/** The class is asked about only where there are several. */
const IfSeveral = (): PropertyDecorator =>
  ValidateIf(({ classes }: SecuritiesMoreForm) => classes === 'several');

export class SecuritiesMoreForm {
  @MoneyField({ enter: '', name: 'The nominal value of all the securities', optional: true })
  nominalHeldPence?: number;

  @MoneyField({ enter: '', name: 'The nominal value of the shares', optional: true })
  sharesHeldPence?: number;

  @MoneyField({ enter: '', name: 'The issued share capital', optional: true, leastPence: 1 })
  issuedShareCapitalPence?: number;

  @ValidateIf((_, chosen: unknown) => chosen !== undefined && chosen !== '')
  @IsIn(['one', 'several', 'not-sure'], { message: 'Select one of the answers' })
  classes?: 'one' | 'several' | 'not-sure' | '';

  @IfSeveral()
  @RequiredText({ enter: 'Enter the name of the class', name: 'The name of the class', most: 100 })
  className?: string;

  @IfSeveral()
  @MoneyField({
    enter: 'Enter the nominal value held of the class',
    name: 'The nominal value held of the class',
  })
  classHeldPence?: number;

  @IfSeveral()
  @MoneyField({
    enter: 'Enter the nominal value of all the shares of the class',
    name: 'The nominal value of all the shares of the class',
    leastPence: 1,
  })
  classIssuedPence?: number;
}

export const securities: InterestKind<SecuritiesDetails, SecuritiesForm, SecuritiesMoreForm> = {
  form: SecuritiesForm,
  detailsOf: ({ company, companyNumber, bodyInArea }) =>
    said<SecuritiesDetails>({
      ...{ category: 'securities', company, companyNumber: companyNumberOf(companyNumber) },
      bodyInArea: yesOrNo(bodyInArea),
    }),
  wordsOf: ({ company, companyNumber = '', bodyInArea }) => ({
    ...{ company, companyNumber, bodyInArea: wordOf(bodyInArea) },
  }),
  more: {
    form: SecuritiesMoreForm,
    title: ({ company }) => `How much of ${company}?`,
    asks: ['nominalHeldPence', 'sharesHeldPence', 'issuedShareCapitalPence', 'shareClass'],
    detailsOf: (answers) => {
      const { nominalHeldPence, sharesHeldPence, issuedShareCapitalPence } = answers;
      const figures = { nominalHeldPence, sharesHeldPence, issuedShareCapitalPence };
      return said<Partial<SecuritiesDetails>>({ ...figures, shareClass: classIn(answers) });
    },
    wordsOf: ({ nominalHeldPence, sharesHeldPence, issuedShareCapitalPence, shareClass }) => ({
      nominalHeldPence: typed(nominalHeldPence),
      sharesHeldPence: typed(sharesHeldPence),
      issuedShareCapitalPence: typed(issuedShareCapitalPence),
      ...(shareClass?.name === ONLY_CLASS ? { classes: 'one' } : classWords(shareClass)),
    }),
    problem: moreThanThereIs,
  },
  inFull: (details) =>
    withNotes(describeInterest(details), [
      numbered('company number', details.companyNumber),
      eitherNote(details.bodyInArea, 'in the council’s area', 'not in the council’s area'),
      amount('nominal value', details.nominalHeldPence),
      amount('of which shares', details.sharesHeldPence),
      amount('issued share capital', details.issuedShareCapitalPence),
      classNote(details.shareClass),
    ]),
};

/**
 * The class that was told of. Where there is one class only, it is all the shares; while one of these figures is not
 * known there is nothing to compare, so that nothing is kept.
 */
function classIn(answers: SecuritiesMoreForm): SecuritiesDetails['shareClass'] {
  const { classes, className, classHeldPence, classIssuedPence } = answers;
  if (classes === 'one') {
    const { sharesHeldPence: heldPence, issuedShareCapitalPence: issuedPence } = answers;
    return heldPence === undefined || issuedPence === undefined
      ? undefined
      : { name: ONLY_CLASS, heldPence, issuedPence };
  }
  return classes !== 'several' || classHeldPence === undefined || classIssuedPence === undefined
    ? undefined
    : { name: className ?? '', heldPence: classHeldPence, issuedPence: classIssuedPence };
}

function classWords(shareClass: SecuritiesDetails['shareClass']): Record<string, string> {
  if (shareClass === undefined) return {};
  const { name, heldPence, issuedPence } = shareClass;
  return {
    ...{ classes: 'several', className: name },
    ...{ classHeldPence: typed(heldPence), classIssuedPence: typed(issuedPence) },
  };
}

/** A part cannot be more than the whole of it. */
function moreThanThereIs(details: SecuritiesDetails): FormError | undefined {
  const {
    nominalHeldPence: all,
    sharesHeldPence: shares,
    issuedShareCapitalPence: issued,
    shareClass,
  } = details;
  const at = (field: string, text: string): FormError => ({ field, href: `#${field}`, text });
  if (isMore(shares, all))
    return at('sharesHeldPence', 'The shares cannot be worth more than all the securities together');
  if (isMore(shares, issued))
    return at(
      'issuedShareCapitalPence',
      'The issued share capital cannot be less than the shares held of it',
    );
  if (isMore(shareClass?.heldPence, shareClass?.issuedPence))
    return at('classIssuedPence', 'The shares of the class cannot be less than those held of it');
  if (isMore(shareClass?.heldPence, shares))
    return at('classHeldPence', 'The shares of one class cannot be worth more than all the shares held');
  return undefined;
}

const isMore = (part: number | undefined, whole: number | undefined): boolean =>
  part !== undefined && whole !== undefined && part > whole;

const typed = (pence: number | undefined): string => (pence === undefined ? '' : typedPounds(pence));

const amount = (of: string, pence: number | undefined): string | undefined =>
  pence === undefined ? undefined : `${of} ${moneyInWords(pence)}`;

function classNote(shareClass: SecuritiesDetails['shareClass']): string | undefined {
  if (shareClass === undefined) return undefined;
  const { name, heldPence, issuedPence } = shareClass;
  if (name === ONLY_CLASS) return 'one class of shares only';
  return `class “${name}”: ${moneyInWords(heldPence)} of ${moneyInWords(issuedPence)}`;
}
