import type { RuleSource } from '../../../rule.js';
import { giftRule } from '../gifts.js';
import { CODE, PUBLISHED, modelCode } from './text.js';

const para10_2: RuleSource = {
  id: 'england/codes/lga-model-2020/para-10',
  citation: modelCode('para 10.2'),
  source: 'code-of-conduct',
};

/** The guidance beside the code, which says what is not related to the role, and that small gifts add up. */
const guidance: RuleSource = {
  id: 'england/guidance/lga-model-code',
  citation: {
    text: 'LGA guidance on the Model Code',
    url: 'https://www.local.gov.uk/publications/guidance-local-government-association-model-councillor-code-conduct',
  },
  source: 'guidance',
};

export const modelGifts = giftRule({
  ...para10_2,
  code: CODE,
  inForceFrom: PUBLISHED,
  says: 'Para 10, gifts and hospitality, as a councillor: 10.1 accept none, whatever it is worth, that could give rise to a reasonable suspicion of influence; 10.2 register any “with an estimated value of at least £50 within 28 days of its receipt”; 10.3 register any significant one that was offered and refused.',
  reading:
    'At least £50: exactly £50 is registered. [M] That small gifts from one source add up is guidance. Para 10.3 sets no day. A council that adopted the code with another figure has it as a parameter.',
  terms: {
    threshold: { pence: 5000, registers: 'at-least' },
    days: 28,
    significantRefusals: true,
    addsUp: true,
  },
  sources: {
    received: para10_2,
    refused: { ...para10_2, citation: modelCode('para 10.3') },
    notInTheRole: guidance,
    together: guidance,
  },
});
