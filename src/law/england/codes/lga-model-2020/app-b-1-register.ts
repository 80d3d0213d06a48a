import { registration } from '../registration.js';
import { CODE, PUBLISHED, modelCode } from './text.js';

export const modelRegistration = registration({
  code: CODE,
  citation: modelCode('App B para 1'),
  inForceFrom: PUBLISHED,
  says: 'App B, opening words and para 1: “within 28 days of” becoming a member, re-election or re-appointment, register the interests of Table 1 (disclosable pecuniary interests) and Table 2 (other registerable interests); keep the register up to date, and within 28 days of becoming aware of a new interest or a change notify the monitoring officer.',
  reading:
    '“Within 28 days of” ordinarily leaves the first day out, where the Act’s “beginning with” counts it. Two last days are kept: chase by the earlier, and call nothing late before the later has passed. No offence: the duty is the code’s alone.',
  // Another council is a body of a public nature: for a member of two councils it is an other registerable interest.
  registered: ['dpi', 'ori', 'other-body-membership'],
});
