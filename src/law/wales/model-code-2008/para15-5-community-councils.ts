import type { Facts } from '../../facts.js';
import type { Rule } from '../../rule.js';
import { test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import type { WelshAuthorityKind } from './exemption.js';
import { paragraph } from './paragraph.js';

export const para15_5: Rule<Facts<{ authorityKind: WelshAuthorityKind }>, Truth> = {
  ...paragraph('15(5)'),
  question: 'Do the duties to register on election and on a new interest bind this member?',
  says: 'Para 15(5): sub-paragraphs (1) and (2) “do not apply if you are a member of a relevant authority which is” a community council, when acting as such.',
  decide: ({ authorityKind }) =>
    test(
      'welshAuthorityKind',
      authorityKind,
      (kind) => kind !== 'community',
      'wales-community-not-on-election',
    ),
};
