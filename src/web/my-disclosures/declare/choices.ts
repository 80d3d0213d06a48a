import type { DisclosedKind } from '../../../disclosures/index.js';

/** Beside the Act’s own, the kinds of interest that the code of the day speaks of, in its own terms. */
export function kindsUnder(code: string | undefined): readonly DisclosedKind[] {
  switch (code) {
    case undefined:
      return ['dpi'];
    case 'lga-model-2020':
      return ['dpi', 'ori', 'nri'];
    case 'worcestershire-2012':
      return ['dpi', 'odi', 'other-body-membership'];
    default:
      return ['dpi', 'odi'];
  }
}

/** What each is, to somebody who chooses. */
export const KIND_CHOICES: Readonly<Record<DisclosedKind, { readonly text: string; readonly hint: string }>> =
  {
    dpi: {
      text: 'A disclosable pecuniary interest that I have not told the monitoring officer of',
      hint: 'Work, sponsorship, contracts with the council, land, licences, tenancies or shares: yours, or your spouse or partner’s',
    },
    odi: {
      text: 'Another disclosable interest under the council’s code',
      hint: 'You, your family, or a person or body that you are associated with, have a pecuniary interest in the matter or a close connection with it',
    },
    'other-body-membership': {
      text: 'I am a member of another authority or public body',
      hint: 'This is normally not declared, unless the conflict is so significant that it is seen as likely to prejudice your judgement',
    },
    ori: {
      text: 'Another registerable interest under the council’s code',
      hint: 'A body that you are a member or in control of, which the code has you register',
    },
    nri: {
      text: 'An interest that need not be registered',
      hint: 'Your own financial interest or well-being, or that of a relative or close associate',
    },
  };
