import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { PUBLICATION_CASES } from './s29-5-publish-the-register.cases.js';
import { s29_5 } from './s29-5-publish-the-register.js';
import type { PublicationFacts } from './s29-5-publish-the-register.js';

caseTable(PUBLICATION_CASES);

const KIND = ['parishCouncil'];
const SITE = ['parishHasWebsite'];

/** Of each answer: where each reason is written, its point and the facts behind it. */
function reasonsFor(facts: PublicationFacts): unknown {
  const { publishOn, inspectIn, giveParishItsData } = s29_5.decide(facts, civilDate('2017-10-24'));
  return [publishOn, inspectIn, giveParishItsData].map(({ reasons }) =>
    reasons.map((one) => {
      expect(one.rule).toBe(one.citation.text.replace('Localism Act 2011 s.', 'england/localism-act-2011/s'));
      expect(one.layer).toBe('statute');
      return [one.citation.text.replace('Localism Act 2011 ', ''), one.point, one.facts];
    }),
  );
}

it('of a parish council with a website', () => {
  expect(reasonsFor({ parishCouncil: true, parishHasWebsite: true })).toEqual([
    [
      ['s.29(6)', 'parish-register-on-principals-website', KIND],
      ['s.29(7)', 'parish-publishes-on-its-own-website-too', SITE],
    ],
    [['s.29(6)', 'parish-register-inspected-in-principals-area', KIND]],
    [['s.29(6)', 'parish-is-given-its-data', SITE]],
  ]);
});

it('of a parish council without one', () => {
  expect(reasonsFor({ parishCouncil: true, parishHasWebsite: false })).toEqual([
    [
      ['s.29(6)', 'parish-register-on-principals-website', KIND],
      ['s.29(7)', 'parish-has-no-website', SITE],
    ],
    [['s.29(6)', 'parish-register-inspected-in-principals-area', KIND]],
    [['s.29(7)', 'parish-has-no-website', SITE]],
  ]);
});

it('of any other authority', () => {
  expect(reasonsFor({ parishCouncil: false })).toEqual([
    [['s.29(5)', 'published-on-own-website', KIND]],
    [['s.29(5)', 'inspected-in-own-area', KIND]],
    [['s.29(5)', 'published-on-own-website', KIND]],
  ]);
});
