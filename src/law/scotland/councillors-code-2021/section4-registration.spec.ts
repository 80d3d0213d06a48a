import { expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { ask } from '../../ask.js';
import { civilDate } from '../../time/civil-date.js';
import { SCOTTISH_REGISTRATION_CASES } from './section4-registration.cases.js';
import { section4 } from './section4-registration.js';

caseTable(SCOTTISH_REGISTRATION_CASES);

it('an interest of a spouse cites section 4 of the code', () => {
  expect(section4.decide({ heldBy: 'partner' }, section4.inForceFrom).reasons).toMatchObject([
    {
      citation: { text: "Councillors' Code of Conduct (Scotland) section 4" },
      layer: 'code',
      sanction: 'none',
    },
  ]);
});

it('one that has to be registered is a matter for a complaint', () => {
  const facts = { heldBy: 'self', inARegistrableCategory: true } as const;
  expect(section4.decide(facts, section4.inForceFrom).reasons).toMatchObject([
    { sanction: 'standards-complaint', facts: ['heldBy', 'inARegistrableCategory'] },
  ]);
});

it('earlier codes are not encoded', () => {
  expect(ask(section4, { heldBy: 'partner' }, civilDate('2021-12-06'))).toMatchObject({
    kind: 'not-encoded',
  });
  expect(ask(section4, { heldBy: 'partner' }, civilDate('2021-12-07'))).toMatchObject({ kind: 'decided' });
});
