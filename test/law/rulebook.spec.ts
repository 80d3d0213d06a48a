import { describe, expect, it } from '@jest/globals';
import {
  IF_THE_ITEM_IS_ABOUT_IT,
  RulebookError,
  addDays,
  checkRulebook,
  england,
  civilDate,
  rulebookFor,
} from '../../src/law/index.js';
import type { Adopted, MeetingFacts, MeetingResult, Rulebook } from '../../src/law/index.js';
import {
  FREE,
  inShort,
  ordinaryMeeting,
  withDispensation,
  withInterest,
} from '../../src/law/england/ordinary-meeting.js';

const FIRST_DAY = civilDate('2012-07-01');
const MEETING = ordinaryMeeting.meetingDate;
const worcestershire = { code: 'worcestershire-2012', from: FIRST_DAY, to: civilDate('2023-05-17') };

function council(changes: Partial<Adopted> = {}): Adopted {
  return { jurisdiction: 'england', codes: [worcestershire], standingOrdersExclude: [], ...changes };
}

function bookOf(adopted: Adopted, on = MEETING): Rulebook {
  const book = rulebookFor(adopted, on);
  if (book.kind === 'not-encoded') throw new Error('The day is not encoded.');
  return book;
}

function answer(adopted: Adopted, facts: MeetingFacts): MeetingResult {
  return bookOf(adopted, facts.meetingDate).meeting(facts);
}

describe('The days a rulebook covers', () => {
  it('is not encoded before the Act came into force', () => {
    expect(rulebookFor(council(), addDays(FIRST_DAY, -1))).toEqual({
      kind: 'not-encoded',
      what: 'england',
      on: '2012-06-30',
    });
    expect(rulebookFor(council(), FIRST_DAY).kind).toBe('rulebook');
  });

  it('answers by the code adopted on the day, to its last day', () => {
    const lastDay = { ...ordinaryMeeting, meetingDate: civilDate('2023-05-17') };
    expect(answer(council(), lastDay).byCode).toHaveProperty('disclose');
    const dayAfter = { ...ordinaryMeeting, meetingDate: civilDate('2023-05-18') };
    expect(answer(council(), dayAfter).byCode).toEqual({
      kind: 'not-encoded',
      what: 'code of conduct',
      on: '2023-05-18',
    });
  });

  it('says of a code that it does not know that it is not encoded, and relaxes nothing because of that', () => {
    const unknown = council({ codes: [{ code: 'a-code-of-our-own', from: FIRST_DAY }] });
    const { byCode, effective } = answer(unknown, ordinaryMeeting);
    expect(byCode).toMatchObject({ kind: 'not-encoded', what: 'a-code-of-our-own' });
    expect(inShort(effective)).toEqual(['? code', 'false', 'false', '? code', 'null']);
  });

  it('answers by statute alone where no code is in play', () => {
    const { byCode, byLaw, effective } = answer(council({ codes: [] }), ordinaryMeeting);
    expect(byCode).toBeNull();
    expect(effective).toEqual(byLaw);
  });

  it('takes a standing order that excludes from its first day to its last', () => {
    const adopted = council({ codes: [], standingOrdersExclude: [{ from: MEETING, to: MEETING }] });
    const onDay = (meetingDate: MeetingFacts['meetingDate']): unknown =>
      inShort(answer(adopted, { ...ordinaryMeeting, meetingDate }).effective)[3];
    expect([addDays(MEETING, -1), MEETING, addDays(MEETING, 1)].map(onDay)).toEqual([
      'false',
      'true',
      'false',
    ]);
  });

  it('refuses two codes on one day', () => {
    const both = council({ codes: [worcestershire, { code: 'statute-faithful', from: MEETING }] });
    expect(() => rulebookFor(both, MEETING)).toThrow(RulebookError);
    expect(() => rulebookFor(both, addDays(MEETING, -1))).not.toThrow();
  });

  it('lists the rules it answers by, with their dates, each once', () => {
    const { versions } = bookOf(council());
    expect(versions).toContainEqual({ rule: 'england/localism-act-2011/s31(4)', inForceFrom: '2012-07-01' });
    expect(versions).toContainEqual({ rule: 'england/codes/worcestershire-2012', inForceFrom: '2012-07-01' });
    expect(new Set(versions.map(({ rule }) => rule)).size).toBe(versions.length);
  });
});

describe('The start-up check', () => {
  const old = { id: 'a/rule', inForceFrom: FIRST_DAY, inForceTo: addDays(MEETING, -1) };
  const current = { id: 'a/rule', inForceFrom: MEETING };

  it('passes the rules as they stand, and versions that follow one another', () => {
    expect(() => {
      checkRulebook();
    }).not.toThrow();
    expect(() => {
      checkRulebook([old, current]);
    }).not.toThrow();
  });

  it('names a rule with two versions on one day', () => {
    expect(() => {
      checkRulebook([{ ...old, inForceTo: MEETING }, current]);
    }).toThrow('a/rule has two versions in force at once, from 2012-07-01 and 2017-10-24.');
  });

  it('names a rule that ends before it begins', () => {
    expect(() => {
      checkRulebook([{ ...current, inForceTo: FIRST_DAY }]);
    }).toThrow('before it begins');
  });
});

describe('The combined answer', () => {
  it('keeps each layer’s own and takes the strictest', () => {
    const { byLaw, byCode, effective } = answer(council(), withInterest({ inRegister: false }));
    expect(inShort(byLaw)).toEqual(['existence_and_nature', 'false', 'false', 'false', '2017-11-20']);
    expect(byCode).toHaveProperty('leave.value', true);
    expect(inShort(effective)).toEqual(['existence_and_nature', 'false', 'false', 'true', '2017-11-20']);
  });

  it('says that staying in the room is a matter of the code, and voting one of the law', () => {
    const { effective } = answer(council(), ordinaryMeeting);
    expect(effective.leave.reasons.map(({ layer, sanction }) => [layer, sanction])).toEqual([
      ['code', 'standards-complaint'],
    ]);
    expect(effective.vote.reasons).toContainEqual(
      expect.objectContaining({
        layer: 'statute',
        sanction: 'criminal',
        rule: 'england/localism-act-2011/s31(4)',
      }),
    );
  });

  it('is conditional where it is only supposed that the item is about the interest', () => {
    const nobodyKnows = { interestIsInTheMatter: undefined, memberAwareItIs: undefined, present: undefined };
    const matched = { ...ordinaryMeeting, ...nobodyKnows };
    const book = bookOf(council());
    expect(book.meeting(matched).effective.vote.kind).toBe('cannot-tell');
    const supposed = book.meeting(matched, IF_THE_ITEM_IS_ABOUT_IT);
    expect(supposed.supposing).toEqual(['present', 'interestIsInTheMatter', 'memberAwareItIs', 'relation']);
    expect(inShort(supposed.effective)).toEqual(['existence_and_nature', 'false', 'false', 'true', 'null']);
    expect(book.meeting(ordinaryMeeting).supposing).toEqual([]);
  });

  it('warns of apparent bias only where the member may take part', () => {
    const stays = { ...withInterest({ kind: 'odi' }), likelyToPrejudice: true };
    expect(answer(council(), stays).advice.map(({ point }) => point)).toEqual(['bias-warning']);
    expect(answer(council(), { ...stays, affectsPecuniaryInterests: true }).advice).toEqual([]);
    expect(answer(council(), { ...stays, likelyToPrejudice: false }).advice).toEqual([]);
  });
});

describe('A church or parent governor representative', () => {
  const person = 'co-opted-education' as const;
  const vote = (educationFunction: boolean | undefined): string | undefined =>
    inShort(
      answer(council(), { ...ordinaryMeeting, person, interest: null, matter: { educationFunction } })
        .effective,
    )[2];

  it('votes on an education function and on nothing else', () => {
    expect(vote(true)).toBe('true');
    expect(vote(false)).toBe('false');
  });

  it('is not told either way until it is known what the item is about', () => {
    expect(vote(undefined)).toBe('? matter.educationFunction');
  });

  it('may stay and speak where they have no vote', () => {
    const facts = { ...ordinaryMeeting, person, interest: null };
    expect(inShort(answer(council(), facts).effective)).toEqual(['none', 'true', 'false', 'false', 'null']);
    expect(inShort(answer(council(), { ...facts, person: 'member' }).effective)).toEqual(FREE);
  });
});

describe('A home address', () => {
  const facts = { includesHomeAddress: true, askedToShowAddress: false, revokedAddressRequest: false };
  const began = civilDate('2026-10-01');
  const on = (day: string, changes: Partial<Adopted> = {}): unknown[] => {
    const { reasons, ...finding } = bookOf(council(changes), civilDate(day)).homeAddressWithheld({
      ...facts,
      practiceWithholdsAddresses: false,
    });
    return [finding.kind === 'decided' && finding.value, reasons[0]?.rule, reasons[0]?.layer];
  };

  it('is for the authority’s own practice until the day on which s.32A begins', () => {
    const practice = [false, 'england/guidance/home-addresses', 'guidance'];
    expect(on('2026-11-25')).toEqual(practice);
    expect(on('2026-09-30', { residentialAddressesFrom: began })).toEqual(practice);
  });

  it('is withheld by law from that day on', () => {
    const byLaw = [true, 'england/localism-act-2011/s32A', 'statute'];
    expect(on('2026-10-01', { residentialAddressesFrom: began })).toEqual(byLaw);
  });
});

describe('What a dispensation could relieve', () => {
  const book = bookOf(council({ executiveArrangements: true }));

  it('is discussion and vote, each by itself, where nothing has been granted', () => {
    const [discussion, vote] = book.relief(ordinaryMeeting);
    expect([discussion?.restriction, vote?.restriction]).toEqual(['discussion', 'vote']);
    expect(discussion && inShort(discussion.would)).toEqual([
      'existence_and_nature',
      'excused: true',
      'false',
      'excused: vote_only',
      'null',
    ]);
    expect(vote?.grounds?.d).toMatchObject({ kind: 'decided', value: true });
  });

  it('leaves out the ground that needs an executive, where there is none', () => {
    const [discussion] = bookOf(council({ executiveArrangements: false })).relief(ordinaryMeeting);
    expect(discussion?.grounds?.d).toMatchObject({ kind: 'decided', value: false });
    expect(discussion?.grounds?.c).toMatchObject({ kind: 'decided', value: true });
  });

  it('is nothing where nothing is barred, or all is relieved already', () => {
    expect(book.relief({ ...ordinaryMeeting, interest: null })).toEqual([]);
    expect(book.relief(withDispensation())).toEqual([]);
  });

  it('is for the code’s own power, where only the code bars', () => {
    const asPublic = {
      ...withInterest({ kind: 'nri' }),
      meetingDate: civilDate('2023-11-02'),
      relation: 'directly-relates',
      matter: { ...ordinaryMeeting.matter, publicMaySpeak: true },
    } as const;
    const model = bookOf(
      council({ codes: [{ code: 'lga-model-2020', from: FIRST_DAY }] }),
      asPublic.meetingDate,
    );
    expect(model.relief(asPublic).map(({ restriction, grounds }) => [restriction, grounds])).toEqual([
      ['discussion', null],
      ['vote', null],
    ]);
  });

  it('is never what no dispensation reaches', () => {
    const representative = {
      ...ordinaryMeeting,
      person: 'co-opted-education',
      matter: { ...ordinaryMeeting.matter, educationFunction: false },
    } as const;
    expect(book.relief(representative).map(({ restriction }) => restriction)).toEqual(['discussion']);
  });
});

describe('A rule beside the interest rules', () => {
  const arrears = england.councilTaxOverlay(
    {
      meetingDate: MEETING,
      formalMeeting: true,
      present: true,
      councilTaxPayableSince: civilDate('2017-08-01'),
      stillUnpaid: true,
      business: 'calculation',
    },
    MEETING,
  );

  it('takes the vote away and leaves the rest as it was', () => {
    const free = answer(council(), { ...ordinaryMeeting, interest: null });
    const bound = england.withOverlay(free, arrears);
    expect(inShort(bound.effective)).toEqual(['none', 'true', 'false', 'false', 'null']);
    expect(bound.overlays).toEqual([arrears]);
    expect(bound.byLaw).toEqual(free.byLaw);
  });

  it('is reached by no dispensation', () => {
    const dispensed = answer(council(), withDispensation());
    expect(inShort(england.withOverlay(dispensed, arrears).effective)[2]).toBe('false');
  });
});
