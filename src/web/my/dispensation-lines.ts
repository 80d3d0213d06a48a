import { endsSoon, type OpenedDispensation, type OpenedInvitation } from '../../dispensations/index.js';
import { civilDate, type CivilDate } from '../../law/index.js';
import { dateInWords } from '../../wording/index.js';

/** Something about a dispensation that the member should act on. */
export interface DispensationLine {
  readonly text: string;
  readonly href: string;
}

/** Invitations that wait for the member's own request, then what they were granted and will soon be without. */
export function dispensationLines(
  known: { readonly mine: readonly OpenedDispensation[]; readonly invited: readonly OpenedInvitation[] },
  today: CivilDate,
): DispensationLine[] {
  return [
    ...known.invited
      .filter(({ isAsked, asks }) => !isAsked && asks !== undefined)
      .map(({ invitation, words }) => ({
        text: `You are invited to ask for a dispensation: ${words.matter}`,
        href: `/my/dispensations/invitations/${invitation.id}`,
      })),
    ...known.mine
      .filter((one) => endsSoon(one, today))
      .map(({ request, decision }) => ({
        text: `Your dispensation ends on ${dateInWords(civilDate(decision?.toOn ?? ''))}: ${decision?.words.cases ?? ''}`,
        href: `/my/dispensations/${request.id}`,
      })),
  ];
}
