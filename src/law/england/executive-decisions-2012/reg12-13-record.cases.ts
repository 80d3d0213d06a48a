import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from '../localism-act-2011/finding-in-short.js';
import { reg12_2, reg13_2, reg13_4 } from './reg12-13-record.js';
import type { DecisionFacts, DecisionRecord } from './reg12-13-record.js';

const ON = civilDate('2017-10-24');

const NOTHING_DECLARED = ['false', 'no-conflict-to-record', 'false', 'no-conflict-to-record'];

export const RECORD_CASES: CaseTable<DecisionFacts, DecisionRecord, readonly string[]> = {
  title: 'The record of an executive decision',
  rules: [reg12_2.id, reg13_2.id, reg13_4.id],
  columns: ['States the conflict', 'Because', 'Notes a dispensation', 'Because'],
  decide: (facts) => reg12_2.decide(facts, ON),
  summary: ({ conflict, dispensation }) => [...valueAndPoints(conflict), ...valueAndPoints(dispensation)],
  cases: [
    {
      name: 'a conflict declared, and dispensed by the head of paid service: both are in the record',
      facts: { conflictDeclared: true, dispensedByHeadOfPaidService: true },
      expected: ['true', 'record-states-the-conflict', 'true', 'record-notes-the-dispensation'],
    },
    {
      name: 'a conflict declared and not dispensed: the conflict alone',
      facts: { conflictDeclared: true, dispensedByHeadOfPaidService: false },
      expected: ['true', 'record-states-the-conflict', 'false', 'no-dispensation-to-note'],
    },
    {
      name: 'nothing declared: neither',
      facts: { conflictDeclared: false, dispensedByHeadOfPaidService: false },
      expected: NOTHING_DECLARED,
    },
    {
      name: 'nothing declared: a dispensation has nothing to stand beside, known or not',
      facts: { conflictDeclared: false },
      expected: NOTHING_DECLARED,
    },
    {
      name: 'whether it was dispensed is not known: that is the question',
      facts: { conflictDeclared: true },
      expected: [
        'true',
        'record-states-the-conflict',
        '? dispensedByHeadOfPaidService',
        'record-notes-the-dispensation, no-dispensation-to-note',
      ],
    },
    {
      name: 'whether one was declared is not known: that is the question',
      facts: { dispensedByHeadOfPaidService: true },
      expected: [
        '? conflictDeclared',
        'record-states-the-conflict, no-conflict-to-record',
        '? conflictDeclared',
        'record-notes-the-dispensation, no-conflict-to-record',
      ],
    },
  ],
};
