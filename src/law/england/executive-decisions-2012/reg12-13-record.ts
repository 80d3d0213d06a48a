import type { Citation } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { all, condition } from '../../truth.js';

/** An executive decision, and the conflict of interest that was declared, if any. */
export type DecisionFacts = Facts<{
  /** At a meeting, by a member of the body that decides; otherwise by an executive member who was consulted. */
  conflictDeclared: boolean;
  /** Has the head of paid service given a dispensation for it? It is not the dispensation of s.33. */
  dispensedByHeadOfPaidService: boolean;
}>;

/** What of interests the written record of the decision must include. */
export interface DecisionRecord {
  readonly conflict: Finding<boolean>;
  readonly dispensation: Finding<boolean>;
}

export const reg12_2: Rule<DecisionFacts, DecisionRecord> = record(12, 2, {
  question: 'What must the record of an executive decision made at a meeting say of interests?',
  says: 'Reg 12(2)(d)-(e): the written statement must include “a record of any conflict of interest relating to the matter decided which is declared by any member of the decision-making body” and, for it, “a note of dispensation granted by the relevant local authority’s head of paid service”.',
});

export const reg13_2: Rule<DecisionFacts, DecisionRecord> = record(13, 2, {
  question: 'What must the record of an executive decision made by one member say of interests?',
  says: 'Reg 13(2)(d)-(e): the same of a conflict declared by an executive member whom the deciding member consulted.',
  reading:
    '[M] Wording and paragraph. A deciding member with a disclosable pecuniary interest hands the matter over (Localism Act 2011 s.31(8)); this record does not make the decision lawful.',
});

export const reg13_4: Rule<DecisionFacts, DecisionRecord> = record(13, 4, {
  question: 'What must the record of an executive decision made by an officer say of interests?',
  says: 'Reg 13(4)(d)-(e): the same of a conflict declared by an executive member whom the officer consulted.',
  reading: '[M] Wording.',
});

/** One of the three paragraphs, which are alike but for who decides. */
function record(
  regulation: 12 | 13,
  paragraph: 2 | 4,
  words: Pick<Rule<DecisionFacts, DecisionRecord>, 'question' | 'says' | 'reading'>,
): Rule<DecisionFacts, DecisionRecord> {
  const provision = `${regulation}(${paragraph})`;
  const rule: Omit<Rule<DecisionFacts, DecisionRecord>, 'decide'> = {
    id: `england/executive-decisions-2012/reg${provision}`,
    citation: cite(provision),
    source: 'regulations',
    inForceFrom: civilDate('2012-09-10'),
    ...words,
  };
  const item = (letter: 'd' | 'e'): RuleSource => ({ ...rule, citation: cite(`${provision}(${letter})`) });
  return {
    ...rule,
    decide: (facts) => ({ conflict: conflict(item('d'), facts), dispensation: note(item('e'), facts) }),
  };
}

function conflict(rule: RuleSource, { conflictDeclared }: DecisionFacts): Finding<boolean> {
  const declared = condition('conflictDeclared', conflictDeclared, 'no-conflict-to-record');
  return when(
    declared,
    () => decided(true, reason(rule, 'record-states-the-conflict', declared.facts)),
    () => decided(false, reason(rule, declared.otherwise, declared.facts)),
  );
}

/** The note belongs to a declared conflict: without one there is nothing to note. */
function note(rule: RuleSource, facts: DecisionFacts): Finding<boolean> {
  const dispensed = all(
    condition('conflictDeclared', facts.conflictDeclared, 'no-conflict-to-record'),
    condition('dispensedByHeadOfPaidService', facts.dispensedByHeadOfPaidService, 'no-dispensation-to-note'),
  );
  return when(
    dispensed,
    () => decided(true, reason(rule, 'record-notes-the-dispensation', dispensed.facts)),
    () => decided(false, reason(rule, dispensed.otherwise, dispensed.facts)),
  );
}

function cite(provision: string): Citation {
  const regulation = /^\d+/.exec(provision)?.[0] ?? provision;
  return {
    text: `SI 2012/2089 reg ${provision}`,
    url: `https://www.legislation.gov.uk/uksi/2012/2089/regulation/${regulation}`,
  };
}
