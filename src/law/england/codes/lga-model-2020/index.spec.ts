import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../../test/law/support/case-table.js';
import type { MeetingFacts } from '../../../facts.js';
import { goodDispensation } from '../../ordinary-meeting.js';
import { lgaModel2020 } from './index.js';
import { MODEL_DPI_CASES } from './app-b-4-dpi.cases.js';
import { DIRECTLY_CASES, RELIEVED_CASES } from './app-b-6-directly-relates.cases.js';
import { AFFECTED_CASES, AFFECTED_TOO_CASES } from './app-b-8-affects.cases.js';
import { NOT_ENGAGED_CASES, UNKNOWN_CASES } from './index.cases.js';
import { BOTH_LIMBS, PUBLIC_SPEAKS, underModelCode } from './ordinary-meeting.js';

[
  MODEL_DPI_CASES,
  DIRECTLY_CASES,
  RELIEVED_CASES,
  AFFECTED_CASES,
  AFFECTED_TOO_CASES,
  NOT_ENGAGED_CASES,
  UNKNOWN_CASES,
].forEach(caseTable);

/** Every reason as 'point | citation', those whose breach is a complaint marked, by what is asked. */
function reasonsOf(facts: MeetingFacts) {
  const { disclose, discuss, vote, leave, notify } = lgaModel2020.decide(facts, facts.meetingDate);
  return [disclose, discuss, vote, leave, notify].map(({ reasons }) =>
    reasons.map(
      ({ point, citation: { text }, sanction }) =>
        `${point} | ${text.replace('LGA Model Code 2020 ', '')}${sanction === 'standards-complaint' ? ' !' : ''}`,
    ),
  );
}

describe('The model code gives its reasons', () => {
  it('for a pecuniary interest, by paragraph 4', () => {
    expect(reasonsOf(underModelCode({ kind: 'dpi' }))).toEqual([
      ['code-declare-dpi | App B para 4 !'],
      ['code-no-part-in-dpi | App B para 4 !'],
      ['code-no-part-in-dpi | App B para 4 !'],
      ['code-withdraw-for-dpi | App B para 4 !'],
      ['code-adds-no-clock | App B para 4'],
    ]);
  });

  it.each([
    ['ori', 'App B para 6'],
    ['other-body-membership', 'App B para 6'],
    ['nri', 'App B para 7'],
    ['odi', 'App B para 7'],
  ] as const)('for one of the kind %s, by %s', (kind, para) => {
    expect(reasonsOf(underModelCode({ kind }))).toEqual([
      [`code-declare-other | ${para} !`],
      [`no-discussion | ${para} !`],
      [`no-vote | ${para} !`],
      [`code-withdraw-for-other | ${para} !`],
      [`code-adds-no-clock | ${para}`],
    ]);
  });

  it('for speaking as the public may', () => {
    expect(reasonsOf(underModelCode({ kind: 'ori' }, PUBLIC_SPEAKS))[1]).toEqual([
      'speak-as-the-public-may | App B para 6 !',
    ]);
  });

  it('for what is affected, by paragraphs 8 and 9', () => {
    expect(reasonsOf(underModelCode({ kind: 'nri' }, BOTH_LIMBS))).toEqual([
      ['declare-what-is-affected | App B para 8 !'],
      ['no-discussion | App B para 9 !'],
      ['no-vote | App B para 9 !'],
      ['code-withdraw-for-other | App B para 9 !'],
      ['code-adds-no-clock | App B para 8'],
    ]);
  });

  it.each([
    ['affects-no-more-than-most', { ...BOTH_LIMBS, affectsMoreThanMajorityOfWard: false }],
    ['view-not-affected', { ...BOTH_LIMBS, reasonablePublicWouldThinkViewAffected: false }],
  ] as const)('for staying: %s', (point, more) => {
    expect(reasonsOf(underModelCode({ kind: 'nri' }, more)).slice(1, 4)).toEqual(
      Array(3).fill([`${point} | App B para 9`]),
    );
  });

  it('for a sensitive interest, by the Act and paragraphs 2 and 3', () => {
    expect(reasonsOf(underModelCode({ kind: 'dpi', sensitive: 'agreed' }))[0]).toEqual([
      'code-declare-dpi | App B para 4 !',
      'sensitive-so-existence-only | Localism Act 2011 s.32(3)',
      'details-could-endanger | App B para 2',
      'officer-agreed-sensitive | App B para 3',
    ]);
  });

  it('and tells a member whose pecuniary interest is only affected to ask', () => {
    expect(reasonsOf(underModelCode({ kind: 'dpi' }, BOTH_LIMBS))[0]).toEqual([
      'declare-what-is-affected | App B para 8 !',
      'affects-a-dpi-so-ask | App B para 8',
    ]);
  });

  it('for relief, by the paragraph that provides for it', () => {
    const relieved = reasonsOf(underModelCode({ kind: 'ori' }, { dispensations: [goodDispensation] }));
    expect(relieved.slice(1, 4)).toEqual(Array(3).fill(['code-dispensed | App B para 6']));
  });

  it('for asking nothing, by the appendix', () => {
    expect(reasonsOf(underModelCode({ kind: 'ori' }, { relation: 'neither' }))).toEqual(
      Array(5).fill(['not-related | App B']),
    );
    expect(reasonsOf(underModelCode({ kind: 'ori' }, { present: false }))[0]).toEqual([
      'not-present | App B',
    ]);
    expect(
      reasonsOf(underModelCode({ kind: 'dpi', heldBy: 'partner', memberAwareOfPartners: false }))[0],
    ).toEqual(['member-not-aware-of-partners | App B']);
  });
});

it('is known from its publication, and covers a day after it', () => {
  expect(lgaModel2020).toMatchObject({ code: 'lga-model-2020', inForceFrom: '2020-12-03' });
  expect(new Set(lgaModel2020.paragraphs.map(({ inForceFrom }) => inForceFrom))).toEqual(
    new Set(['2020-12-03']),
  );
});
