import { describe, expect, it } from '@jest/globals';
import { relevanceKey, type Relevance } from '../disclosures/index.js';
import { civilDate, rulebookFor, type Finding, type MeetingAnswer } from '../law/index.js';
import { prepareItem } from '../matching/index.js';
import type { AgendaItem } from '../meetings/index.js';
import { Business } from './business.js';
import { briefItems, readied, type HeldInterest } from './touches.js';

const DAY = civilDate('2023-11-02');
const unknown = { value: 'unknown', source: 'reader' } as const;
const item = {
  id: 'item-5',
  number: '5',
  title: 'Planning application for 3 Mill Lane',
  text: 'The land at 3 Mill Lane, Hartlebrook.',
  facts: {
    planningOrRegulatory: unknown,
    educationFunction: unknown,
    scrutiny: unknown,
    councilTaxCalculation: unknown,
    publicMaySpeak: unknown,
  },
} as unknown as AgendaItem;

const land: HeldInterest = {
  briefed: {
    id: 'entry-1',
    knownAs: ['entry-1'],
    category: 'land',
    heldBy: 'self',
    state: 'entered',
    sensitive: 'no',
    description: 'Owner: 3 Mill Lane, Hartlebrook',
  },
  words: {
    text: 'Owner: 3 Mill Lane, Hartlebrook',
    category: 'land',
    addresses: ['3 Mill Lane, Hartlebrook'],
  },
  asLaw: {
    kind: 'dpi',
    heldBy: 'self',
    memberAwareOfPartners: true,
    inRegister: true,
    pending: false,
    sensitive: 'no',
  },
};

/** What one registered interest in land brings about under a code, before and after the member has answered. */
function answerUnder(code: string, said?: Relevance): MeetingAnswer | undefined {
  const codes = [{ code, from: civilDate('2012-07-01') }];
  const rulebook = rulebookFor({ jurisdiction: 'england', codes, standingOrdersExclude: [] }, DAY);
  if (rulebook.kind === 'not-encoded') throw new Error('The day is not encoded.');
  const key = relevanceKey({ agendaItemId: item.id, itemTitle: item.title, interestId: 'entry-1' });
  const [briefed] = briefItems(new Business([item], prepareItem), {
    rulebook,
    facts: { person: 'member', meetingDate: DAY, formalMeeting: true },
    interests: readied([land], {}),
    said: new Map(said === undefined ? [] : [[key, said]]),
    confirmed: new Set(),
    interviewed: new Map(),
    dispensations: new Map(),
  });
  return briefed?.touches[0]?.result.effective;
}

function values(answer: MeetingAnswer | undefined): unknown[] {
  const findings: readonly Finding<unknown>[] = Object.values(answer ?? {});
  return findings.map((one) => (one.kind === 'cannot-tell' ? `? ${one.question}` : one.value));
}

describe.each(['worcestershire-2012', 'lga-model-2020'])(
  'Under %s, an item that may be about registered land',
  (code) => {
    const out = ['existence_and_nature', false, false, true, null];

    it('keeps the member out, if it is about it', () => {
      expect(values(answerUnder(code))).toEqual(out);
    });

    it('keeps them out for certain once they have said that it is', () => {
      expect(values(answerUnder(code, 'about-it'))).toEqual(out);
    });

    it('asks nothing of them once they have said that it is not', () => {
      expect(values(answerUnder(code, 'not-about-it'))).toEqual(['none', true, true, false, null]);
    });
  },
);
