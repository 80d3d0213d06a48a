import { addDays } from '../../dist/src/law/index.js';

/**
 * The same meeting rules as one bare function of branches: the statute and the model code of 2020, with neither reasons
 * nor citations nor unknown facts. The least work that can decide them.
 */
export function decideBare(facts) {
  const { interest, matter } = facts;
  const own = interest.kind !== 'dpi' || interest.heldBy === 'self' || interest.memberAwareOfPartners;
  const concerned =
    facts.person !== 'co-opted-no-vote' &&
    facts.formalMeeting &&
    facts.present &&
    facts.interestIsInTheMatter &&
    facts.memberAwareItIs &&
    own;
  const answer = { disclose: 'none', discuss: true, vote: true, leave: false, notify: null };
  if (!concerned) return answer;
  const relieved = (restriction) =>
    facts.dispensations.some((one) => lifts(one, restriction, facts.meetingDate));
  const full = interest.sensitive === 'agreed' ? 'existence_only' : 'existence_and_nature';
  answer.disclose = full;
  if (interest.kind === 'dpi') {
    if (!interest.inRegister && !interest.pending) answer.notify = addDays(facts.meetingDate, 27);
    if (!matter.decidesOnDispensation) {
      answer.discuss = relieved('discussion');
      answer.vote = relieved('vote');
    }
  }
  if (interest.kind === 'dpi' && facts.relation === 'directly-relates') {
    answer.discuss = relieved('discussion');
    answer.vote = relieved('vote');
    answer.leave = leaving(answer.discuss, answer.vote);
    return answer;
  }
  const both = facts.affectsMoreThanMajorityOfWard && facts.reasonablePublicWouldThinkViewAffected;
  if (facts.relation === 'affects' && !both) return answer;
  const mayDiscuss = relieved('discussion');
  const mayVote = relieved('vote');
  if (!mayDiscuss)
    answer.discuss = answer.discuss === true && matter.publicMaySpeak ? 'as_public_only' : false;
  if (!mayVote) answer.vote = false;
  answer.leave = leaving(mayDiscuss, mayVote);
  return answer;
}

export function leaving(mayDiscuss, mayVote) {
  if (mayDiscuss) return mayVote ? false : 'vote_only';
  return mayVote ? 'discussion_only' : true;
}

export function lifts(one, restriction, on) {
  return (
    one.requestedInWriting &&
    one.coversThisMatter &&
    one.from <= on &&
    on <= one.to &&
    one.grantedOn <= on &&
    one.relieves.includes(restriction)
  );
}
