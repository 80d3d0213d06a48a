import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../law/index.js';
import { minutesAsText, minutesOf, type ItemMinuted, type MeetingMinuted } from './minutes.js';

const item = (more: Partial<ItemMinuted> = {}): ItemMinuted => ({
  ...{ number: '5', title: 'Care Contract', declarations: [], absences: [], votes: [] },
  ...more,
});
const meeting = (more: Partial<MeetingMinuted> = {}): MeetingMinuted => ({
  ...{ body: 'Care Panel', meetsOn: civilDate('2017-10-24'), startsAt: '10:00', venue: 'Assembly House' },
  ...{ opened: '10:02', closed: '11:30', remote: [], apologies: [], absent: [], notRecorded: [] },
  ...{ everybodyRecorded: true, anythingRecorded: true },
  ...{ substitutes: [], alsoAttended: [], absencesBefore: [], items: [item()] },
  present: [
    { name: 'Ann', role: 'Chairman' },
    { name: 'Bob', role: undefined },
  ],
  ...more,
});
const text = (more: Partial<MeetingMinuted> = {}): string => minutesAsText(minutesOf(meeting(more)));

describe('the minutes', () => {
  it('are one text, from the heading to the end', () => {
    expect(
      text({
        apologies: ['Cai', 'Dee'],
        substitutes: [{ name: 'Bob', forName: 'Cai' }],
        alsoAttended: ['Eve'],
      }),
    ).toBe(`CARE PANEL: MINUTES

Minutes of the meeting held on Tuesday 24 October 2017 at 10am, Assembly House.

PRESENT

- Ann (Chairman)
- Bob

SUBSTITUTES

- Bob attended in place of Cai

IN ATTENDANCE

- Eve

APOLOGIES

Apologies for absence were received from Cai and Dee.

DECLARATIONS OF INTEREST

No declarations were recorded.

BUSINESS

The meeting began at 10:02am.

5. Care Contract

The meeting ended at 11:30am.
`);
  });

  it('say of nobody what was not recorded', () => {
    const notOpened = { opened: undefined, closed: undefined };
    const words = text({ notRecorded: ['Cai'], everybodyRecorded: false, ...notOpened });
    expect(words).toContain('ATTENDANCE NOT RECORDED\n\n- Cai');
    expect(words).not.toMatch(/apologies|began|ended/i);
  });

  it('of a meeting that was not opened say so first, and neither that it was held nor that nothing was declared', () => {
    const notOpened = { opened: undefined, closed: undefined };
    const nothing = text({ ...notOpened, present: [], anythingRecorded: false });
    expect(nothing).toMatch(/^CARE PANEL: MINUTES\n\nNothing has been recorded of this meeting yet\.\n/);
    expect(nothing).not.toMatch(/held|declar/i);
    const declarations = [{ kind: 'council-tax-arrears', name: 'Bob' }] as const;
    const some = text({ ...notOpened, items: [item({ declarations })] });
    expect(some).toContain('MINUTES\n\nThe beginning of this meeting has not been recorded yet.\n');
    expect(some).not.toContain('No declarations');
    expect(some).toContain('COUNCIL TAX');
    expect(text()).not.toMatch(/recorded yet|recorded of this/);
  });

  it('say that there were no apologies only where it was recorded of everybody whether they were there', () => {
    expect(text()).toContain('There were no apologies for absence.');
    const words = text({ everybodyRecorded: false, substitutes: [{ name: 'Bob', forName: 'Cai' }] });
    expect(words).not.toMatch(/apologies/i);
  });

  it('say where the meeting was held, unless that is not known', () => {
    expect(text()).toContain('at 10am, Assembly House.');
    expect(text({ venue: '' })).toContain('at 10am.\n');
  });

  it('tell an interest with its nature by its item; the existence alone without whose it is', () => {
    const declarations = [
      {
        kind: 'interest',
        name: 'Ann',
        interestKind: 'dpi',
        heldBy: 'partner',
        nature: 'Nurse at Tarrow Surgery.',
      },
      { kind: 'interest', name: 'Bob', interestKind: 'odi', heldBy: 'partner', nature: undefined },
    ] as const;
    const words = text({ items: [item({ declarations })] });
    const ann = 'Ann declared a disclosable pecuniary interest of their partner: Nurse at Tarrow Surgery.';
    expect(words).toContain(`- 5. Care Contract: ${ann}\n`);
    expect(words).toContain(
      'Bob declared the existence of an other disclosable interest. Its nature is not disclosed.',
    );
    expect(words.match(/partner/g)).toHaveLength(1);
  });

  it('keep whips and council tax apart from interests', () => {
    const declarations = [
      { kind: 'party-whip', name: 'Ann', group: 'Mill Group', nature: 'to vote for' },
      { kind: 'council-tax-arrears', name: 'Bob' },
    ] as const;
    const words = text({ items: [item({ declarations })] });
    expect(words).toContain('No declarations of interest were recorded.');
    expect(words).toContain(
      'PARTY WHIPS\n\n- 5. Care Contract: Ann declared a party whip (Mill Group): to vote for.',
    );
    expect(words).toContain('COUNCIL TAX\n\n- 5. Care Contract: Bob declared that section 106 of the');
  });

  it('tell who left, and whether they were seen to come back', () => {
    const absences = [
      { name: 'Ann', declared: true, left: '10:12', returned: '10:40' },
      { name: 'Bob', declared: false, left: '10:13', returned: undefined },
    ];
    const words = text({ items: [item({ absences })] });
    expect(words).toContain(
      'Ann, having declared an interest, left the room at 10:12am and returned at 10:40am.',
    );
    expect(words).toContain('Bob left the room at 10:13am and was not recorded as returning.');
  });

  it('tell votes by name and by numbers, with what became of them where that was recorded', () => {
    const named = { for: ['Ann', 'Bob'], against: ['Cai'], abstained: [] };
    const words = text({
      items: [
        item({
          votes: [
            {
              question: 'amendment-1',
              outcome: undefined,
              result: { counts: { for: 1, against: 2, abstained: 0 } },
            },
            { question: 'motion', outcome: 'carried', result: { named } },
          ],
        }),
      ],
    });
    expect(words).toContain(
      'A vote was taken on the first amendment: 1 for, 2 against, 0 abstained.\n\nA vote',
    );
    expect(words).toContain(
      '- For (2): Ann and Bob\n- Against (1): Cai\n- Abstained (0): none\n\nThe motion was carried.',
    );
  });
});
