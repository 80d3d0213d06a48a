import { membersIn } from './observation-content.js';
import { outOfRoomAt, type MeetingObserved, type Voted } from './observations-standing.js';

/**
 * Something recorded that does not fit the rest. It is told and never refused: what was seen is recorded as it was
 * seen, and the clerk knows best which of the two is wrong.
 */
export type SeemsWrong =
  | { readonly point: 'voted-not-present'; readonly vote: Voted; readonly memberId: string }
  | {
      readonly point: 'voted-while-out';
      readonly vote: Voted;
      readonly memberId: string;
      readonly leftAt: Date;
    }
  | {
      readonly point: 'more-votes-than-present';
      readonly vote: Voted;
      readonly votes: number;
      readonly room: number;
    }
  | {
      readonly point: 'both-of-a-substitution-voted';
      readonly vote: Voted;
      readonly memberId: string;
      readonly forMemberId: string;
    }
  | { readonly point: 'left-but-not-present'; readonly memberId: string; readonly itemId: string | undefined }
  | {
      readonly point: 'returned-but-not-left';
      readonly memberId: string;
      readonly itemId: string | undefined;
    }
  | { readonly point: 'left-twice'; readonly memberId: string; readonly itemId: string | undefined }
  | { readonly point: 'replaced-but-present'; readonly memberId: string; readonly forMemberId: string };

/** Everything that does not fit, in the order in which it happened. */
export function whatSeemsWrong(observed: MeetingObserved): SeemsWrong[] {
  return [
    ...observed.substitutions
      .filter(({ forMemberId }) => attends(observed, forMemberId))
      .map(({ memberId, forMemberId }) => ({
        point: 'replaced-but-present' as const,
        memberId,
        forMemberId,
      })),
    ...wrongMoves(observed),
    ...observed.votes.flatMap((vote) => wrongVotes(observed, vote)),
  ];
}

function wrongMoves(observed: MeetingObserved): SeemsWrong[] {
  const { absences, returnedOnly } = observed;
  return [
    ...absences.flatMap(({ memberId, left: { itemId } }, index): SeemsWrong[] => {
      const stillOut = absences
        .slice(0, index)
        .some((before) => before.memberId === memberId && before.returned === undefined);
      return [
        ...(attends(observed, memberId)
          ? []
          : [{ point: 'left-but-not-present' as const, memberId, itemId }]),
        ...(stillOut ? [{ point: 'left-twice' as const, memberId, itemId }] : []),
      ];
    }),
    ...returnedOnly.map(({ memberId, itemId }) => ({
      point: 'returned-but-not-left' as const,
      memberId,
      itemId,
    })),
  ];
}

function wrongVotes(observed: MeetingObserved, vote: Voted): SeemsWrong[] {
  const voters = membersIn(vote);
  return [
    ...voters.flatMap((memberId): SeemsWrong[] => {
      if (!attends(observed, memberId)) return [{ point: 'voted-not-present', vote, memberId }];
      const absence = outOfRoomAt(observed, memberId, vote.happenedAt);
      return absence === undefined
        ? []
        : [{ point: 'voted-while-out', vote, memberId, leftAt: absence.left.happenedAt }];
    }),
    ...observed.substitutions
      .filter(({ memberId, forMemberId }) => voters.includes(memberId) && voters.includes(forMemberId))
      .map(({ memberId, forMemberId }) => ({
        ...{ point: 'both-of-a-substitution-voted' as const, vote, memberId, forMemberId },
      })),
    ...tooMany(observed, vote),
  ];
}

/** Numbers alone name nobody, so they can only be held against how many were in the room. */
function tooMany(observed: MeetingObserved, vote: Voted): SeemsWrong[] {
  if ('named' in vote.result) return [];
  const { for: inFavour, against, abstained } = vote.result.counts;
  const votes = inFavour + against + abstained;
  const room = [...observed.attendance.keys()].filter(
    (memberId) =>
      attends(observed, memberId) && outOfRoomAt(observed, memberId, vote.happenedAt) === undefined,
  ).length;
  return votes > room ? [{ point: 'more-votes-than-present', vote, votes, room }] : [];
}

/** Recorded as present, in the room or remotely. Nothing recorded is not taken for present. */
function attends({ attendance }: MeetingObserved, memberId: string): boolean {
  const as = attendance.get(memberId)?.as;
  return as === 'present' || as === 'remote';
}
