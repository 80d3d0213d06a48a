import {
  declaredInWords,
  questionFor,
  questionInWords,
  saidIntentionInWords,
} from '../../../wording/index.js';
import type { OpenedDisclosure } from '../../../disclosures/index.js';
import { fact, facts, heading, paragraph, type Part, type Section } from '../case-document.js';
import type { KnownAnswer, KnownCase, KnownMeeting, KnownRevision } from '../known.js';
import { momentInWords } from '../moments.js';
import { WORDS_WITHHELD } from '../reader.js';
import { countsInWords, itemInWords } from './names.js';

const NO_MEETING = 'This file is about no meeting.';

/** The agendas of the meeting as they were received, and the item. */
export function agenda({ meeting, nameOf }: KnownCase): Section {
  const parts = meeting === undefined ? [paragraph(NO_MEETING)] : agendaParts(meeting, nameOf);
  return { id: 'agenda', title: 'The agenda', parts };
}

const senderOf = ({ recordedBy }: KnownRevision, nameOf: KnownCase['nameOf']): string =>
  recordedBy === null ? 'a program of the council' : nameOf(recordedBy);

function agendaParts({ revisions, item }: KnownMeeting, nameOf: KnownCase['nameOf']): Part[] {
  const received = revisions.map((revision) =>
    facts(
      fact('Agenda', `${revision.number}${revision.kind === 'supplementary' ? ', supplementary' : ''}`),
      fact('File', revision.fileName),
      fact('Received', `${momentInWords(revision.receivedAt)}, from ${senderOf(revision, nameOf)}`),
      fact('SHA-256', revision.contentHash),
      ...revision.retitled.map(({ from, to }) => fact('Retitled', `${to} (before: ${from})`)),
    ),
  );
  if (item === undefined) return [...received, paragraph('This file is about no single item.')];
  const { firstRevision, withdrawnInRevision } = item;
  const when = withdrawnInRevision === null ? '' : `, withdrawn in agenda ${withdrawnInRevision}`;
  return [
    ...received,
    heading(itemInWords(item)),
    paragraph(`On the agenda since agenda ${firstRevision}${when}.`),
    item.text === ''
      ? paragraph('Nothing stands under the title.')
      : {
          ...{ kind: 'words', title: 'What the agenda says' },
          lines: item.text.split('\n').filter((line) => line !== ''),
        },
  ];
}

/** What the member was briefed, in the words that were shown. */
export function briefings({ meeting }: KnownCase): Section {
  const editions = meeting?.editions ?? [];
  const parts = editions.flatMap(({ edition, shown }): Part[] => [
    heading(`Edition ${edition.edition}`),
    facts(
      fact('Made', momentInWords(edition.madeAt)),
      fact('Sent', edition.sentAt === null ? 'Not sent' : momentInWords(edition.sentAt)),
      fact(
        'First opened',
        edition.firstOpenedAt === null ? 'Not opened' : momentInWords(edition.firstOpenedAt),
      ),
      fact('Agenda', String(edition.agendaRevision)),
      fact('Version of the register', edition.registerVersion),
    ),
    shown === undefined
      ? { kind: 'quote', lines: [WORDS_WITHHELD] }
      : { kind: 'words', title: 'The words that were shown', lines: shown.filter((line) => line !== '') },
  ]);
  const nothing =
    meeting === undefined ? NO_MEETING : 'No briefing was sent to the member or opened by them.';
  return {
    ...{ id: 'briefings', title: 'Briefings sent and opened' },
    parts: parts.length === 0 ? [paragraph(nothing)] : parts,
  };
}

const RELEVANCE = {
  'about-it': 'The item is about it',
  'affects-it': 'The item is not about it, and affects it',
  'not-about-it': 'The item is not about it',
  'not-sure': 'Not sure',
} as const;
const ANSWERS = { yes: 'Yes', no: 'No', 'not-sure': 'Not sure' } as const;

/** That the member answered, when, and what, as far as the reader may know it. */
export function answers({ meeting, withheld }: KnownCase): Section {
  const parts = (meeting?.answers ?? []).map((one) => answerPart(one, withheld.words));
  return {
    ...{ id: 'answers', title: 'What the member answered before the meeting' },
    parts:
      parts.length === 0
        ? [paragraph('The member was asked nothing about the item, or did not answer.')]
        : parts,
  };
}

const ALONE =
  'What was answered is not shown here. It is about something that is withheld, or the member’s alone.';

function answerPart(one: KnownAnswer, wordsWithheld: boolean): Part {
  const when = fact('Answered', momentInWords(one.saidAt));
  if (one.said === undefined) return facts(when, fact('Answer', ALONE));
  const about = fact('About', one.said.about);
  if ('fact' in one.said)
    return facts(when, about, fact(questionFor(one.said.fact).question, ANSWERS[one.said.value]));
  const { answer, because } = one.said;
  return facts(
    ...[when, about, fact('Answer', RELEVANCE[answer])],
    because === undefined ? undefined : fact('Reason', wordsWithheld ? WORDS_WITHHELD : because),
  );
}

/** Everything that the member declared at the meeting or before it, with what was corrected or taken back. */
export function declarations({ meeting, member, nameOf }: KnownCase): Section {
  if (meeting === undefined)
    return { id: 'declarations', title: 'Declarations', parts: [paragraph(NO_MEETING)] };
  const { disclosures, item } = meeting;
  const parts = disclosures.map((one) => declarationPart(one, disclosures, member.name, nameOf));
  const atItem = disclosures.some(
    ({ kind, stage, agendaItemId }) =>
      kind === 'interest' && stage === 'at-meeting' && agendaItemId === item?.id,
  );
  const none =
    item === undefined || atItem
      ? []
      : [paragraph('No declaration of an interest in the item is recorded as made at the meeting.')];
  return {
    ...{ id: 'declarations', title: 'Declarations' },
    parts: parts.length === 0 && none.length === 0 ? [paragraph('None is recorded.')] : [...none, ...parts],
  };
}

function declarationPart(
  one: OpenedDisclosure,
  all: readonly OpenedDisclosure[],
  name: string,
  nameOf: KnownCase['nameOf'],
): Part {
  const corrected = all.find(({ id }) => id === one.correctsId);
  // So that nobody reads what stands above a correction for what stands.
  const later = all.find(({ correctsId, confirmsId }) => correctsId === one.id || confirmsId === one.id);
  return facts(
    fact('Declared', declarationInWords(one, name)),
    one.itemTitle === null ? undefined : fact('At the item', one.itemTitle),
    fact(
      'When',
      `${momentInWords(one.saidAt)}, ${one.stage === 'before' ? 'before the meeting' : 'to the meeting'}`,
    ),
    one.intends === null ? undefined : fact('What they would do', saidIntentionInWords(one.intends)),
    corrected &&
      fact(
        one.kind === 'taken-back' ? 'Takes back' : 'Puts right',
        `what was declared ${momentInWords(corrected.saidAt)}`,
      ),
    later && fact('Stands', `No: ${becameOf(later)} ${momentInWords(later.saidAt)}`),
    fact('Recorded', `${momentInWords(one.receivedAt)}, by ${nameOf(one.recordedBy)}`),
  );
}

const becameOf = ({ kind, confirmsId }: OpenedDisclosure): string =>
  kind === 'taken-back' ? 'taken back' : confirmsId === null ? 'put right' : 'declared to the meeting';

/** A declaration in a sentence; a nature that is kept back by now is told to nobody. */
export function declarationInWords(one: OpenedDisclosure, name: string): string {
  const { kind, interestKind, heldBy, natureWithheld, details } = one;
  if (kind === 'taken-back') return `${name} took back what was declared.`;
  if (kind === 'nothing' || (kind === 'interest' && interestKind === null))
    return `${name} said that there was nothing to declare.`;
  if (kind === 'party-whip') {
    const { group, nature } = details;
    return declaredInWords({ kind, name, group, nature });
  }
  if (kind === 'council-tax-arrears' || interestKind === null)
    return declaredInWords({ kind: 'council-tax-arrears', name });
  const nature = natureWithheld ? undefined : details.nature;
  return declaredInWords({ kind: 'interest', name, interestKind, heldBy: heldBy ?? undefined, nature });
}

const ATTENDANCE = {
  present: 'Present',
  remote: 'Present remotely',
  apologies: 'Apologies',
  absent: 'Absent',
} as const;
const VOTED = { for: 'for', against: 'against', abstained: 'abstained' } as const;

/** What was seen in the room: attendance, comings and goings, and the votes at the item. */
export function atTheMeeting({ meeting, file: { memberId }, nameOf }: KnownCase): Section {
  const title = 'At the meeting';
  if (meeting === undefined) return { id: 'meeting', title, parts: [paragraph(NO_MEETING)] };
  const { observed, item, hadSeat } = meeting;
  const said = (one: { saidAt: Date; recordedBy: string }): string =>
    `recorded ${momentInWords(one.saidAt)}, by ${nameOf(one.recordedBy)}`;
  const attended = observed.attendance.get(memberId);
  const away = observed.absences.filter((one) => one.memberId === memberId);
  const votes = observed.votes.filter(({ itemId }) => item === undefined || itemId === item.id);
  return {
    ...{ id: 'meeting', title },
    parts: [
      facts(
        fact('Seat on the body that day', hadSeat ? 'Yes' : 'No'),
        fact('Meeting began', observed.opened ? momentInWords(observed.opened.happenedAt) : 'Not recorded'),
        fact(
          'Attendance',
          attended === undefined ? 'Not recorded' : `${ATTENDANCE[attended.as]}, ${said(attended)}`,
        ),
        ...away.map(({ left, returned }) =>
          fact(
            'Left the room',
            `${momentInWords(left.happenedAt)}, ${said(left)}; ${returned === undefined ? 'no return is recorded' : `came back ${momentInWords(returned.happenedAt)}, ${said(returned)}`}`,
          ),
        ),
        away.length === 0 ? fact('Left the room', 'No absence of the member is recorded') : undefined,
        fact('Meeting ended', observed.closed ? momentInWords(observed.closed.happenedAt) : 'Not recorded'),
      ),
      ...(votes.length === 0 ? [paragraph('No vote at the item is recorded.')] : []),
      ...votes.map((vote) =>
        facts(
          fact('Vote', `On ${questionInWords(vote.question)}: ${countsInWords(vote.result)}`),
          fact('The member’s vote', memberVoteInWords(vote.result, memberId)),
          fact('When', `${momentInWords(vote.happenedAt)}, ${said(vote)}`),
        ),
      ),
    ],
  };
}

/** How the member is recorded to have voted; a vote in numbers alone does not say. */
export function memberVoteInWords(
  result: KnownMeeting['observed']['votes'][number]['result'],
  memberId: string,
): string {
  if ('counts' in result) return 'Recorded in numbers alone, so nobody can tell';
  const own = result.named.find((one) => one.memberId === memberId);
  if (own === undefined) return 'Not among those who are recorded by name';
  return own.vote === 'abstained' ? 'Abstained' : `Voted ${VOTED[own.vote]}`;
}
