import type { OpenedDisclosure } from '../disclosures/index.js';
import { addMonths, type england, type MeetingFacts } from '../law/index.js';

/**
 * What was declared, as it meets the matter: the member is aware of it and has said that it is in it. Whether the item is
 * about it or only affects it stays unknown where the code tells the two apart, and so do the further questions.
 * @param facts of the item, without an interest
 */
export function disclosedAsInterest(
  { interestKind, heldBy, natureWithheld, details }: OpenedDisclosure,
  facts: MeetingFacts,
): MeetingFacts {
  return {
    ...facts,
    interest: {
      kind: interestKind ?? undefined,
      heldBy: heldBy === 'partner' ? 'partner' : 'self',
      memberAwareOfPartners: true,
      // A clerk who records what was said does not know the register, and the sheet must not tell of it.
      inRegister: details.heard ? undefined : details.stood && details.stood === 'entered',
      pending: details.heard ? undefined : details.stood && details.stood === 'pending',
      sensitive: natureWithheld ? (details.withheld ?? 'agreed') : 'no',
    },
    interestIsInTheMatter: true,
    memberAwareItIs: true,
  };
}

/**
 * That s.106 applies, as the member has said of this item: then every fact that it waits for is given. The day is any that
 * is two months past; nobody is asked for it.
 */
export function arrearsAsDeclared({
  meetingDate,
}: MeetingFacts): Parameters<typeof england.councilTaxOverlay>[0] {
  return {
    ...{ meetingDate, formalMeeting: true, present: true, stillUnpaid: true, business: 'calculation' },
    councilTaxPayableSince: addMonths(meetingDate, -3),
  };
}
