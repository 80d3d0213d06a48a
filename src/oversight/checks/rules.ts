import { companyOfficer } from './company-officer.js';
import { declarationCount } from './declaration-count.js';
import { declaredNotRegistered } from './declared-not-registered.js';
import { dispensationLapsed } from './dispensation-lapsed.js';
import { dispensationWithoutInterest } from './dispensation-without-interest.js';
import { entryUnconfirmed } from './entry-unconfirmed.js';
import type { CheckId, CheckRule } from './finding.js';
import { householdDiffers } from './household-differs.js';
import { incompleteDeclaration } from './incomplete-declaration.js';
import { lateAgenda } from './late-agenda.js';
import { matchedNotDeclared } from './matched-not-declared.js';
import { nothingDeclared } from './nothing-declared.js';
import { reviewOverdue } from './review-overdue.js';
import { tookPartWithInterest } from './took-part-with-interest.js';

/** What is shown of a rule, whatever its facts are. */
export type SomeCheck = Pick<CheckRule<never>, 'id' | 'asks' | 'sources'>;

/** Every check, in the order in which they are listed. */
export const CHECKS: Readonly<Record<CheckId, SomeCheck>> = {
  'matched-not-declared': matchedNotDeclared,
  'declared-not-registered': declaredNotRegistered,
  'took-part-with-interest': tookPartWithInterest,
  'incomplete-declaration': incompleteDeclaration,
  'dispensation-without-interest': dispensationWithoutInterest,
  'dispensation-lapsed': dispensationLapsed,
  'entry-unconfirmed': entryUnconfirmed,
  'nothing-declared': nothingDeclared,
  'household-differs': householdDiffers,
  'review-overdue': reviewOverdue,
  'late-agenda': lateAgenda,
  'declaration-count': declarationCount,
  'company-officer': companyOfficer,
};
