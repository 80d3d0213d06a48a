import { IsIn } from 'class-validator';
import { withPartner } from '../draft.js';
import { PARTNER_QUESTION } from '../journey.js';
import type { QuestionPage } from '../question-page.js';

export class PartnerForm {
  @IsIn(['yes', 'no'], {
    message: 'Select yes if you have a spouse, a civil partner or somebody you live with as such',
  })
  hasPartner: 'yes' | 'no';
}

/** Whose interests count beside the member's own (Localism Act 2011 s.30(3)). The partner is never named. */
export const partnerPage: QuestionPage<PartnerForm> = {
  id: 'partner',
  template: 'web/notify-interests/partner/page.njk',
  form: PartnerForm,
  view: () => ({ title: PARTNER_QUESTION }),
  words: ({ draft: { hasPartner } }) =>
    hasPartner === undefined ? {} : { hasPartner: hasPartner ? 'yes' : 'no' },
  change: ({ draft }, { hasPartner }) => withPartner(draft, hasPartner === 'yes'),
};
