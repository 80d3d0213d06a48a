import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { DECLARATION_CASES } from './section5-declaration.cases.js';
import { section5 } from './section5-declaration.js';
import type { DeclarationFacts } from './section5-declaration.js';

caseTable(DECLARATION_CASES);

const decide = (facts: DeclarationFacts) => section5.decide(facts, section5.inForceFrom);

describe('The reasons of section 5', () => {
  it('say what follows from an interest, and that it is a matter for a complaint', () => {
    const { connection, interest, disclose, discuss, vote, leave } = decide({
      links: ['other'],
      objectiveTestMet: true,
    });
    const whys = [connection, interest, disclose, discuss, vote, leave].map(({ reasons }) => reasons[0]);
    expect(whys.map((why) => why?.point)).toEqual([
      'scotland-connection',
      'scotland-interest',
      'scotland-declare',
      'scotland-no-part',
      'scotland-no-part',
      'scotland-leave',
    ]);
    expect(whys.map((why) => why?.sanction)).toEqual([
      ...['none', 'none'],
      ...Array<string>(4).fill('standards-complaint'),
    ]);
    expect(whys[0]).toMatchObject({
      facts: ['links'],
      citation: { text: "Councillors' Code of Conduct (Scotland) section 5" },
      layer: 'code',
    });
  });

  it.each<[DeclarationFacts, string]>([
    [{ links: [] }, 'scotland-no-link'],
    [{ links: ['councillors-allowances'] }, 'scotland-link-left-out'],
    [
      { links: ['body-by-appointment'], quasiJudicialOrRegulatory: false, personalConflict: false },
      'scotland-body-by-appointment',
    ],
    [{ links: ['other'], objectiveTestMet: false }, 'scotland-objective-test-not-met'],
  ])('say why nothing is barred: %j', (facts, point) => {
    expect(decide(facts).leave.reasons).toMatchObject([{ point, sanction: 'none' }]);
  });
});
