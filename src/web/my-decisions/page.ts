import type { LawOfDecisionAlone, OpenedAlone, ToldAlone, YesNoUnsure } from '../../disclosures/index.js';
import { civilDate, type NotEncoded } from '../../law/index.js';
import { actingAloneInWords, dateInWords } from '../../wording/index.js';
import type { FormState, Words } from '../form/index.js';
import { layerOf, type DutyPanel } from '../my/duty-panel.js';
import { instantInWords } from '../page/index.js';
import type { Desk } from './desk.js';

interface Row {
  readonly name: string;
  readonly value: string;
}

const ANSWERS: Readonly<Record<YesNoUnsure, string>> = { yes: 'Yes', no: 'No', 'not-sure': 'Not known' };
const REGISTER = {
  entered: 'Yes, it is entered',
  pending: 'Notified, and not entered yet',
  neither: 'No',
  'not-sure': 'Not known',
} as const;

/** What was told, line by line. */
export function toldRows(told: ToldAlone, memberName: string | undefined): Row[] {
  const { interest, hasInterest, conflict, conflictDeclared } = told;
  return [
    {
      name: 'Decided by',
      value: told.kind === 'delegated' ? 'An officer' : (memberName ?? 'A former member'),
    },
    { name: 'On', value: dateInWords(told.decidedOn) },
    { name: 'Matter', value: told.matter },
    ...(hasInterest === undefined
      ? []
      : [{ name: 'The member’s disclosable pecuniary interest in it', value: ANSWERS[hasInterest] }]),
    ...(interest === undefined
      ? []
      : [
          {
            name: 'Whose',
            value: interest.heldBy === 'self' ? 'The member’s own' : 'A spouse’s or partner’s',
          },
          { name: 'In the register', value: REGISTER[interest.register] },
          { name: 'Known since', value: dateInWords(interest.becameAwareOn) },
          {
            name: 'What was done',
            value:
              interest.step === 'hands-over'
                ? 'The matter was handed over, and nothing else'
                : 'More than handing the matter over',
          },
        ]),
    {
      name: 'Conflict declared',
      value: conflict === '' ? ANSWERS[conflictDeclared] : `${ANSWERS[conflictDeclared]}. ${conflict}`,
    },
    { name: 'Dispensation by the head of paid service', value: ANSWERS[told.dispensedByHeadOfPaidService] },
  ];
}

/** What the law makes of it, in its layers. */
export function lawPanel(law: LawOfDecisionAlone | NotEncoded, toMember: boolean): DutyPanel {
  if (law.kind === 'not-encoded')
    return {
      heading: 'What the law says',
      layers: [],
      soDo: [`This service does not hold the law of ${dateInWords(law.on)}.`],
      ifNot: [],
    };
  const words = actingAloneInWords(law);
  return {
    heading: toMember || law.statute === null ? 'What the law says' : 'What the law says to the member',
    layers: [
      ...(words.byLaw.length > 0 ? [layerOf('By law', words.byLaw)] : []),
      ...(words.byCode === null ? [] : [layerOf('By your council’s code', words.byCode)]),
      ...(words.record.length > 0 ? [layerOf('In the record of an executive decision', words.record)] : []),
    ],
    soDo: words.soDoThis,
    ifNot: words.ifYouDoNot,
  };
}

export interface Choices {
  readonly members: readonly { readonly value: string; readonly text: string }[];
  readonly hasExecutive: boolean;
}

export function formView(
  desk: Desk,
  { members, hasExecutive }: Choices,
  form: FormState,
  corrects?: string,
): object {
  return {
    title:
      corrects === undefined ? 'Record a decision made outside a meeting' : 'Put a recorded decision right',
    backHref: corrects === undefined ? desk.basePath : `${desk.basePath}/${corrects}`,
    isOwn: desk.ownMemberId !== undefined,
    members: [{ value: '', text: 'Choose a member' }, ...members],
    ...{ hasExecutive, form },
  };
}

export function checkView(
  action: string,
  told: ToldAlone,
  known: {
    readonly memberName: string | undefined;
    readonly law: LawOfDecisionAlone | NotEncoded;
    readonly isOwn: boolean;
  },
  words: Words,
): object {
  return {
    title: 'Check what is recorded',
    ...{ action, backHref: action, words },
    rows: toldRows(told, known.memberName),
    panel: lawPanel(known.law, known.isOwn),
  };
}

/** 'Put right since' for what another record has replaced. */
export function listView(
  desk: Desk,
  all: readonly OpenedAlone[],
  names: ReadonlyMap<string, string>,
): object {
  return {
    title: 'Decisions made outside meetings',
    backHref: desk.ownMemberId === undefined ? '/meetings' : '/my',
    newHref: `${desk.basePath}/new`,
    isOwn: desk.ownMemberId !== undefined,
    decisions: all.map(({ row, told, correctedBy }) => ({
      matter: told.matter,
      href: `${desk.basePath}/${row.id}`,
      on: dateInWords(told.decidedOn),
      by: row.memberId === null ? 'An officer' : (names.get(row.memberId) ?? 'A former member'),
      isCorrected: correctedBy !== undefined,
    })),
  };
}

export function oneView(
  desk: Desk,
  { row, told, correctedBy }: OpenedAlone,
  memberName: string | undefined,
  law: LawOfDecisionAlone | NotEncoded,
): object {
  const at = (id: string): string => `${desk.basePath}/${id}`;
  return {
    title: `Decision of ${dateInWords(civilDate(row.decidedOn))}`,
    backHref: desk.basePath,
    rows: [...toldRows(told, memberName), { name: 'Recorded', value: instantInWords(row.receivedAt) }],
    panel: lawPanel(law, desk.ownMemberId !== undefined),
    correctedHref: correctedBy === undefined ? undefined : at(correctedBy),
    earlierHref: row.correctsId === null ? undefined : at(row.correctsId),
    correctHref: correctedBy === undefined ? `${at(row.id)}/correct` : undefined,
  };
}
