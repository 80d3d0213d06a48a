import { registration } from '../registration.js';
import { FROM, named } from './text.js';

export const worcestershireRegistration = registration({
  code: 'worcestershire-2012',
  citation: named('registering within 28 days'),
  inForceFrom: FROM,
  says: 'The code on registering: disclosable pecuniary interests, those of a partner included, within 28 days; other disclosable interests are not registered.',
  reading:
    'For an interest acquired in mid-term the days are counted from becoming aware of it: a duty by the code, which the Act does not have. “Within 28 days of” ordinarily leaves the first day out, so two last days are kept.',
  registered: ['dpi'],
});
