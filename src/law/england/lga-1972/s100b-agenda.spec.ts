import { describe, expect, it } from '@jest/globals';
import { caseTable } from '../../../../test/law/support/case-table.js';
import type { Finding } from '../../conclusion.js';
import { civilDate } from '../../time/civil-date.js';
import { AGENDA_CASES, ITEM_CASES } from './s100b-agenda.cases.js';
import { s100B_3, s100B_4 } from './s100b-agenda.js';
import type { AgendaFacts, AgendaNotice } from './s100b-agenda.js';

caseTable(AGENDA_CASES);
caseTable(ITEM_CASES);

const MEETING = civilDate('2017-10-24');
const facts: AgendaFacts = { meetingDate: MEETING, convenedAtShorterNoticeOn: null };

function decide(some: AgendaFacts): AgendaNotice {
  return s100B_3.decide(some, some.meetingDate);
}

const cited = ({ reasons }: Finding<unknown>): readonly string[] =>
  reasons.map(({ citation }) => citation.text);
const points = ({ reasons }: Finding<unknown>): readonly string[] => reasons.map(({ point }) => point);

describe('What an answer about an agenda cites', () => {
  const inTime = decide({ ...facts, publishedOn: civilDate('2017-10-16') });
  const late = decide({ ...facts, publishedOn: civilDate('2017-10-17') });

  it('is the Act, the order that made it five days, and the case that made them working days', () => {
    const [act, order, practice] = [
      'LGA 1972 s.100B(3)',
      'SI 2002/715',
      'R v Swansea CC ex p Elitestone (1993)',
    ];
    expect(cited(inTime.clearDays)).toEqual([act, order, practice]);
    expect(cited(inTime.latestPublicationDay)).toEqual([act, order, practice]);
    expect(cited(inTime.compliant)).toEqual([act, act, order, practice]);
    expect(inTime.clearDays.reasons.map(({ layer }) => layer)).toEqual(['statute', 'statute', 'common-law']);
  });

  it('is said point by point', () => {
    expect(points(inTime.compliant)).toEqual([
      'agenda-in-time',
      'five-clear-days',
      'five-days-in-england',
      'only-working-days-are-clear',
    ]);
  });

  it('leaves the case out of the count by the calendar', () => {
    expect(points(inTime.byCalendarDays.clearDays)).toEqual(['five-clear-days', 'five-days-in-england']);
  });

  it('of a late one also says which was the latest day, and what can be done', () => {
    expect(points(late.compliant).slice(0, 2)).toEqual(['agenda-too-late', 'late-item-needs-urgency']);
    expect(late.compliant.reasons[0]).toMatchObject({ lastDay: '2017-10-16', sanction: 'none' });
    expect(cited(late.compliant)).toContain('LGA 1972 s.100B(4)');
    expect(late.compliant.reasons[0]?.citation.url).toBe(
      'https://www.legislation.gov.uk/ukpga/1972/70/section/100B',
    );
  });

  it('names no latest day where the bank holidays are not known', () => {
    const unknown = decide({
      ...facts,
      meetingDate: civilDate('2031-05-13'),
      publishedOn: civilDate('2031-05-02'),
    });
    expect(unknown.compliant.reasons.every((reason) => !('lastDay' in reason))).toBe(true);
    expect(points(unknown.clearDays)).toEqual(['bank-holidays-not-known']);
  });
});

describe('A meeting after the bank holidays that are proclaimed', () => {
  const days = decide({ ...facts, meetingDate: civilDate('2028-05-09') });

  it('has a latest day that can still change, unless it is counted by the calendar or a list', () => {
    expect(points(days.latestPublicationDay)).toContain('bank-holidays-provisional');
    expect(points(days.byCalendarDays.latestPublicationDay)).not.toContain('bank-holidays-provisional');
    const listed = decide({ ...facts, meetingDate: civilDate('2028-05-09'), bankHolidays: [] });
    expect(points(listed.latestPublicationDay)).not.toContain('bank-holidays-provisional');
    expect(points(decide(facts).latestPublicationDay)).not.toContain('bank-holidays-provisional');
  });
});

it('a meeting called after it was held is refused', () => {
  const absurd = { ...facts, convenedAtShorterNoticeOn: civilDate('2017-10-25') };
  expect(() => decide(absurd)).toThrow(RangeError);
  expect(() => s100B_4.decide(absurd, MEETING)).toThrow('convenedAtShorterNoticeOn is 2017-10-25');
  expect(() => decide({ ...facts, convenedAtShorterNoticeOn: MEETING })).not.toThrow();
  expect(() => decide({ ...facts, convenedAtShorterNoticeOn: undefined })).not.toThrow();
});
