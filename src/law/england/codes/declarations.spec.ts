import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { DECLARATION_CASES } from './declarations.cases.js';
import { namesNoNature } from './declarations.js';
import { worcestershireDeclaration } from './worcestershire-2012/declarations.js';

caseTable(DECLARATION_CASES);

describe('Words that name no nature', () => {
  it.each([
    'As noted',
    'as noted.',
    '  As noted in the register  ',
    'As already recorded',
    'As registered',
    'as declared',
    'Interest as noted in the register',
    'My interests are as recorded in my register of interests',
    'The interest is as noted on the register of members’ interests',
    'Item 5: as noted in the register',
    'Item 12 - as registered',
  ])('"%s"', (wording) => {
    expect(namesNoNature(wording)).toBe(true);
  });

  it.each([
    '',
    'As noted in the register, I chair the rowing club',
    'I am a governor of the school, as noted in the register',
    'Item 7: I chair the rowing club',
    'I noted that the register is out of date',
    'Not as noted',
  ])('and those that may name one: "%s"', (wording) => {
    expect(namesNoNature(wording)).toBe(false);
  });
});

describe('The reasons', () => {
  const ON = civilDate('2017-10-24');
  const by = (subject: string) => `Worcestershire County Council code of conduct 2012, ${subject}`;
  const NATURE = by('the existence and nature of an interest');
  const ITEM = by('declarations relate to specific business on the agenda');
  const reasonsFor = (facts: Parameters<typeof worcestershireDeclaration.decide>[0]) => {
    const { acceptable, missing } = worcestershireDeclaration.decide(facts, ON);
    return [acceptable, missing].map(({ reasons }) =>
      reasons.map(({ point, citation, sanction }) => `${point} | ${citation.text} | ${sanction}`),
    );
  };

  it('say what it has', () => {
    const has = [
      `declaration-names-its-item | ${ITEM} | none`,
      `declaration-states-existence | ${NATURE} | none`,
      `declaration-states-nature | ${NATURE} | none`,
    ];
    expect(reasonsFor({ itemNamed: true, existenceStated: true, natureStated: true })).toEqual([has, has]);
  });

  it('say what it lacks, and only that where it is not acceptable', () => {
    const [acceptable, missing] = reasonsFor({
      itemNamed: false,
      existenceStated: true,
      natureStated: false,
      sensitive: 'no',
    });
    expect(acceptable).toEqual([
      `declaration-names-no-item | ${ITEM} | standards-complaint`,
      `declaration-states-no-nature | ${NATURE} | standards-complaint`,
    ]);
    expect(missing).toEqual([
      `declaration-names-no-item | ${ITEM} | standards-complaint`,
      `declaration-states-existence | ${NATURE} | none`,
      `declaration-states-no-nature | ${NATURE} | standards-complaint`,
    ]);
  });

  it('cite the Act where the nature may be withheld', () => {
    const [acceptable] = reasonsFor({
      itemNamed: true,
      existenceStated: false,
      natureStated: false,
      sensitive: 'agreed',
    });
    expect(acceptable).toEqual([`declaration-states-no-existence | ${NATURE} | standards-complaint`]);
    const [free] = reasonsFor({
      itemNamed: true,
      existenceStated: true,
      natureStated: false,
      sensitive: 'agreed',
    });
    expect(free).toContain('nature-may-be-withheld | Localism Act 2011 s.32(3) | none');
  });
});
