import { dpiSchedule } from '../../citation.js';
import type { LicenceFacts } from '../../facts.js';
import { lastDayOfMonthBeginningWith } from '../../time/counting.js';
import { all, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { CALENDAR_MONTH } from './definitions.js';
import { description } from './description.js';

export const licences = description({
  id: 'england/dpi-regulations-2012/licences',
  citation: dpiSchedule('licences'),
  question: 'Is this a licence to occupy land in the area for a month or longer?',
  says: 'Schedule, licences: any licence (alone or jointly with others) “to occupy land in the area of the relevant authority for a month or longer”. A month is a calendar month (Interpretation Act 1978 Sch 1; doubtful whether s.23 carries it into these regulations: docs/law-changes.md).',
  definitions: [CALENDAR_MONTH],
  decide: (facts: LicenceFacts) =>
    all(
      condition('inArea', facts.inArea, 'outside-the-area'),
      condition('licenceToOccupy', facts.licenceToOccupy, 'not-a-licence-to-occupy'),
      monthOrLonger(facts),
    ),
});

function monthOrLonger({ from, to }: LicenceFacts): Truth {
  if (to === null) return condition('to', true, 'shorter-than-a-month');
  if (from === undefined) return condition('from', undefined, 'shorter-than-a-month');
  return test('to', to, (last) => last >= lastDayOfMonthBeginningWith(from), 'shorter-than-a-month');
}
