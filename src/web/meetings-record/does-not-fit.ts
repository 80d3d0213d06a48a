import { membersIn, whatSeemsWrong } from '../../meetings/index.js';
import { questionInWords } from '../../wording/index.js';
import type { RecordedMeeting } from './recorded-meetings.js';
import { itemInShort, seemsWrongInWords } from './words.js';

/** Everything recorded of a meeting that does not fit the rest, in plain words. Nothing of it was refused. */
export function whatDoesNotFit(recorded: RecordedMeeting): string[] {
  return [
    ...whatSeemsWrong(recorded.observed).map((one) => seemsWrongInWords(one, recorded)),
    ...votedWithoutSeat(recorded),
    ...votedAfterDeclaring(recorded),
    ...dpiOfAnother(recorded),
  ];
}

/** Whoever has no place on the body has no vote there; the record may lack that they stand in for somebody. */
function votedWithoutSeat(recorded: RecordedMeeting): string[] {
  const visitors = new Map(
    recorded.members.filter(({ as }) => as === 'visitor').map(({ memberId, name }) => [memberId, name]),
  );
  return recorded.observed.votes.flatMap((vote) =>
    membersIn(vote).flatMap((memberId) => {
      const name = visitors.get(memberId);
      return name === undefined
        ? []
        : [
            `${name} has no seat on this body and stands in for nobody, and is recorded as voting on ${questionInWords(vote.question)} at ${itemInShort(recorded, vote.itemId)}.`,
          ];
    }),
  );
}

/** By law a disclosable pecuniary interest and s.106 bar the vote. A dispensation lifts only the first. */
function votedAfterDeclaring(recorded: RecordedMeeting): string[] {
  const { declared, observed, nameOf } = recorded;
  return observed.votes.flatMap((vote) => {
    const voters = new Set(membersIn(vote));
    const at = `${questionInWords(vote.question)} at ${itemInShort(recorded, vote.itemId)}`;
    return declared
      .filter(
        ({ agendaItemId, memberId, stage }) =>
          stage === 'at-meeting' && agendaItemId === vote.itemId && voters.has(memberId),
      )
      .flatMap(({ kind, interestKind, heldBy, memberId }) => {
        const name = nameOf(memberId);
        if (kind === 'council-tax-arrears') {
          return [
            `${name} declared that section 106 of the Local Government Finance Act 1992 applies to them, and is recorded as voting on ${at}. No dispensation lifts that bar.`,
          ];
        }
        return interestKind === 'dpi' && heldBy !== 'other'
          ? [
              `${name} declared a disclosable pecuniary interest, and is recorded as voting on ${at}. Check whether a dispensation lets them (Localism Act 2011 s.31(4), s.33).`,
            ]
          : [];
      });
  });
}

/** Said in the room and recorded as that; but the Act counts the member’s own and a partner’s alone. */
function dpiOfAnother(recorded: RecordedMeeting): string[] {
  return recorded.declared
    .filter(
      ({ stage, interestKind, heldBy }) =>
        stage === 'at-meeting' && interestKind === 'dpi' && heldBy === 'other',
    )
    .map(
      ({ memberId, agendaItemId }) =>
        `${recorded.nameOf(memberId)} is recorded as declaring a disclosable pecuniary interest of a person or body close to them at ${itemInShort(recorded, agendaItemId ?? undefined)}. It cannot be one: only the member’s own and their spouse’s or partner’s are (Localism Act 2011 s.30(3)). Check what was said. If it was recorded wrongly, take it back and record it again.`,
    );
}
