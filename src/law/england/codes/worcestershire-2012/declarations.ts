import { declarationRule } from '../declarations.js';
import type { DeclarationRule } from '../declarations.js';
import { FROM, named } from './text.js';

const SPECIFIC_BUSINESS = {
  id: 'england/codes/worcestershire-2012/specific-business',
  citation: named('declarations relate to specific business on the agenda'),
  source: 'code-of-conduct',
} as const;

export const worcestershireDeclaration: DeclarationRule = declarationRule({
  code: 'worcestershire-2012',
  id: 'england/codes/worcestershire-2012/form-of-declaration',
  citation: named('the existence and nature of an interest'),
  source: 'code-of-conduct',
  inForceFrom: FROM,
  says: 'The code on declaring: the existence and the nature of the interest, against specific business on the agenda; “as noted” or “as recorded” is not sufficient, nor is a declaration in case something comes up.',
  reading:
    'Where the details are exempt information the nature is stated in general terms. Of an agreed sensitive interest the nature is not stated (Localism Act 2011 s.32(3)).',
  specificBusiness: SPECIFIC_BUSINESS,
});
