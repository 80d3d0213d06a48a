import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { AFTER_NOTIFICATION_CASES, boughtAfter } from './s30-1-after-the-notification.cases.js';
import { afterTheNotification } from './s30-1-after-the-notification.js';
import type { AfterNotificationFacts } from './s30-1-after-the-notification.js';

caseTable(AFTER_NOTIFICATION_CASES);

/** The reasons of both answers: where each is written, what it rests on and what can follow. */
function reasonsFor(facts: AfterNotificationFacts): unknown {
  const { dutyToNotify, offenceIfNotNotified } = afterTheNotification.decide(facts, civilDate('2022-03-01'));
  return [dutyToNotify, offenceIfNotNotified].map(({ reasons }) =>
    reasons.map(({ citation, facts: names, sanction }) => [
      citation.text.replace('Localism Act 2011 ', ''),
      names,
      sanction,
    ]),
  );
}

describe('The reasons', () => {
  it('without a duty: no provision asks for it, so it is no offence', () => {
    const notOwed = [
      ['s.30(1)', ['from'], 'none'],
      ['s.31(3)', ['metAMatter'], 'none'],
      ['s.31(7)', ['metAMatter'], 'none'],
    ];
    expect(reasonsFor(boughtAfter)).toEqual([notOwed, [...notOwed, ['s.34(1)', [], 'none']]]);
  });

  it.each([
    [{ ...boughtAfter, notificationGivenOn: null }, 's.30(1)', ['notificationGivenOn']],
    [{ ...boughtAfter, metAMatter: 'at-a-meeting' } as const, 's.31(3)', ['metAMatter']],
    [{ ...boughtAfter, metAMatter: 'acting-alone' } as const, 's.31(7)', ['metAMatter']],
  ])('with a duty: the provision that asks for it, and the offence', (facts, provision, names) => {
    const owed = [provision, names, 'criminal'];
    expect(reasonsFor(facts)).toEqual([[owed], [owed, ['s.34(1)', [], 'criminal']]]);
  });

  it('once it is entered: the provision that is satisfied', () => {
    const known = ['s.31(3)', ['interest.inRegister'], 'none'];
    const facts = { ...boughtAfter, metAMatter: 'at-a-meeting', inRegister: true } as const;
    expect(reasonsFor(facts)).toEqual([[known], [known, ['s.34(1)', [], 'none']]]);
  });

  it('name the rule of the offence', () => {
    const { offenceIfNotNotified } = afterTheNotification.decide(boughtAfter, civilDate('2022-03-01'));
    expect(offenceIfNotNotified.reasons.at(-1)).toMatchObject({
      rule: 'england/localism-act-2011/s34(1)',
      point: 'no-duty-so-no-offence',
      layer: 'statute',
    });
  });
});
