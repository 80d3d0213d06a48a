import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Finding } from '../../conclusion.js';
import { para14 } from './para14-withdraw.js';
import type { WelshMeetingFacts } from './para14-withdraw.js';
import { WELSH_MEETING_CASES } from './para14-withdraw.cases.js';

caseTable(WELSH_MEETING_CASES);

const decide = (facts: WelshMeetingFacts) => para14.decide(facts, para14.inForceFrom);
const prejudicial = {
  personalInterest: true,
  prejudicial: true,
  publicMaySpeak: false,
  dispensation: null,
} as const satisfies WelshMeetingFacts;
const pointsOf = (finding: Finding<unknown>) => finding.reasons.map(({ point }) => point);
const cited = (finding: Finding<unknown>) =>
  finding.reasons.map(({ citation }) => citation.text.replace('SI 2008/788 (W.82) Sch para ', ''));

describe('The reasons at a Welsh meeting', () => {
  it('cite who has an interest, what is prejudicial and what follows', () => {
    const answer = decide(prejudicial);
    expect(cited(answer.disclose)).toEqual(['11', '10']);
    expect(pointsOf(answer.disclose)).toEqual(['wales-disclose-orally', 'wales-personal-interest']);
    expect(cited(answer.discuss)).toEqual(['14', '14(2)', '14', '12']);
    expect(pointsOf(answer.discuss)).toEqual([
      'wales-no-part',
      'wales-public-may-not-speak',
      'no-dispensation',
      'wales-prejudicial',
    ]);
    expect(pointsOf(answer.vote)).toEqual(['wales-no-vote', 'no-dispensation', 'wales-prejudicial']);
    expect(pointsOf(answer.leave)).toEqual(['wales-withdraw', 'wales-prejudicial']);
    expect(pointsOf(answer.writtenRepresentations)).toEqual([
      'wales-may-not-write',
      'no-dispensation',
      'wales-prejudicial',
    ]);
  });

  it('are a matter for a complaint, never for a court', () => {
    const { disclose, discuss, vote, leave, writtenRepresentations } = decide(prejudicial);
    const first = [disclose, discuss, vote, leave, writtenRepresentations].map(({ reasons }) => reasons[0]);
    expect(first.map((reason) => reason?.sanction)).toEqual(Array(5).fill('standards-complaint'));
    expect(new Set(first.map((reason) => reason?.layer))).toEqual(new Set(['code']));
    expect(first.map((reason) => reason?.facts)).toEqual([
      ['personalInterest'],
      ...Array<string[]>(3).fill(['prejudicial']),
      ['matter.publicMaySpeak'],
    ]);
  });

  it('say why nothing is barred', () => {
    const { discuss, leave } = decide({ personalInterest: true, prejudicial: false });
    expect(pointsOf(discuss)).toEqual(['wales-not-prejudicial']);
    expect(pointsOf(leave)).toEqual(['wales-not-prejudicial']);
  });

  it('rest on the judgement where it alone says that there is a personal interest', () => {
    const { disclose } = decide({ prejudicial: true });
    expect(disclose.reasons.map(({ facts }) => facts)).toEqual([['prejudicial'], ['prejudicial']]);
  });

  it('name the paragraphs of the public’s right where it helps', () => {
    const { discuss, writtenRepresentations } = decide({ ...prejudicial, publicMaySpeak: true });
    expect(cited(discuss)[0]).toBe('14(2)');
    expect(discuss.reasons[0]).toMatchObject({
      point: 'wales-speak-then-leave',
      facts: ['matter.publicMaySpeak'],
    });
    expect(cited(writtenRepresentations)[0]).toBe('14(2A)');
    expect(pointsOf(writtenRepresentations)[0]).toBe('wales-may-write');
  });

  it('name the dispensation that relieves, and say nothing of withdrawing then', () => {
    const dispensation = { id: 'd7', coversThisMatter: true, relieves: ['discussion', 'vote'] } as const;
    const { discuss, leave } = decide({ ...prejudicial, dispensation });
    expect(discuss).toMatchObject({ kind: 'excused', by: ['d7'] });
    expect(leave).toMatchObject({ kind: 'excused', by: ['d7'], value: false });
    expect(pointsOf(leave)).toContain('wales-dispensed');
    expect(pointsOf(leave)).not.toContain('wales-withdraw');
  });

  it.each([
    [{ id: 'd7', coversThisMatter: false }, 'dispensation-for-another-matter'],
    [{ id: 'd7', coversThisMatter: true, relieves: [] }, 'dispensation-for-another-restriction'],
  ])('say why a dispensation does not help', (dispensation, point) => {
    expect(pointsOf(decide({ ...prejudicial, dispensation }).vote)).toContain(point);
  });

  it('cite paragraph 13 for a decision of one’s own', () => {
    const facts = {
      ...prejudicial,
      prejudicial: undefined,
      overviewAndScrutiny: true,
      aboutOwnDecision: true,
    };
    const alone = decide({ ...facts, personalInterest: false });
    expect(cited(alone.disclose)).toEqual(['13']);
    expect(alone.disclose.reasons[0]).toMatchObject({
      point: 'wales-say-own-decision',
      sanction: 'standards-complaint',
    });
    expect(alone.leave.reasons).toMatchObject([
      { point: 'wales-withdraw' },
      { rule: 'wales/model-code-2008/para13', point: 'wales-own-decision' },
    ]);
    expect(alone.leave.reasons[1]?.facts).toEqual(['overviewAndScrutiny', 'aboutOwnDecision']);
    expect(cited(decide(facts).disclose)).toEqual(['11', '10']);
  });

  it('list what is missing for both ways of being prejudicial', () => {
    const { vote } = decide({ personalInterest: true, dispensation: null });
    expect(vote).toMatchObject({
      kind: 'cannot-tell',
      couldBe: [false, true],
      missing: ['likelyToPrejudice', 'business.sort', 'overviewAndScrutiny', 'aboutOwnDecision'],
    });
  });
});

describe('A judgement and a decision of one’s own', () => {
  const own = { personalInterest: false, overviewAndScrutiny: true, aboutOwnDecision: true } as const;
  it('contradict each other where it says "not prejudicial"', () => {
    expect(() => decide({ ...own, prejudicial: false })).toThrow(
      'prejudicial cannot be false where a member scrutinises their own decision.',
    );
  });
  it('agree where it says "prejudicial", with no personal interest', () => {
    expect(decide({ ...own, prejudicial: true, dispensation: null }).vote).toMatchObject({ value: false });
  });
});
