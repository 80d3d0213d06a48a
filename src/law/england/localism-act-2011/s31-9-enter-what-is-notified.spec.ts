import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { ENTER_CASES } from './s31-9-enter-what-is-notified.cases.js';
import { s31_9 } from './s31-9-enter-what-is-notified.js';

caseTable(ENTER_CASES);

it('says which rule speaks', () => {
  const by = (notifiedFor: 'taking-office' | 'freely'): unknown =>
    s31_9.decide({ notifiedFor }, civilDate('2017-10-24')).reasons[0];
  expect(by('taking-office')).toMatchObject({ rule: 'england/localism-act-2011/s30(4)', layer: 'statute' });
  expect(by('freely')).toMatchObject({ rule: 'england/localism-act-2011/s29(2)', layer: 'statute' });
});
