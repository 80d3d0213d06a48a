import { giftRule } from '../gifts.js';
import { FROM, named } from './text.js';

const text = {
  id: 'england/codes/worcestershire-2012/gifts',
  citation: named('gifts and hospitality'),
  source: 'code-of-conduct',
} as const;

export const worcestershireGifts = giftRule({
  ...text,
  code: 'worcestershire-2012',
  inForceFrom: FROM,
  says: 'The code on gifts and hospitality received as a member and worth the council’s figure or more: register them.',
  reading:
    '[M] The county council’s own figure was not found (districts of the county used £15), so it is a parameter of the authority, and without one nothing can be told. That the days are 28, and that refusals are not registered, is taken from codes of the time and was not checked.',
  terms: { threshold: null, days: 28, significantRefusals: false, addsUp: false },
  sources: { received: text, refused: text, notInTheRole: text, together: text },
});
