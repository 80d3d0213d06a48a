import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Checks, Companies, OFFICER_COLUMNS } from '../../src/oversight/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { seedYear, YEAR_ENDS_ON, type YearOfCouncil } from '../support/year/county-year.js';
import { PROOF_TIMEOUT, sized } from './size.js';

/**
 * A county with its parishes through a year, in which everything that the checks ask about happens, beside what only
 * looks like it. What each check finds is what was planted, no more and no fewer.
 */
let app: TestApp;
let years: readonly YearOfCouncil[];

beforeAll(async () => {
  app = await startApp({ at: `${YEAR_ENDS_ON}T09:00` });
  years = await seedYear(app, {
    county: {
      ...{ members: sized(48, 500), bodies: sized(2, 5), seatsOnEach: sized(20, 12) },
      ...{ meetingsOfEach: sized(8, 40), rounds: sized(1, 3) },
    },
    parishes: sized(2, 20),
    parish: { members: sized(12, 100), bodies: 1, seatsOnEach: 8, meetingsOfEach: sized(4, 20), rounds: 1 },
  });
}, PROOF_TIMEOUT);
afterAll(() => app.close());

/**
 * Companies House is asked about some members: one is an officer of a company that nobody registered, one of a company
 * that is no concern of theirs any more, and one officer only has the same surname. Gives the key of the one finding.
 */
async function officersOf({ council, members }: YearOfCouncil): Promise<string> {
  const row = (name = '', resigned = ''): string => {
    const [first = '', last = ''] = name.split(' ');
    const cells = { company_number: '01234567', company_name: 'Umbrel Quarry Ltd', role: 'director' };
    const days = { appointed_on: '2015-03-01', resigned_on: resigned };
    const all: Record<string, string> = {
      ...cells,
      ...days,
      officer_name: `${last.toUpperCase()}, ${first}`,
    };
    return OFFICER_COLUMNS.map((column) => `"${all[column.name] ?? ''}"`).join(',');
  };
  const [one, gone, another] = members.slice(-3).map(({ name }) => name);
  const lines = [row(one), row(gone, '2016-01-31'), row(`Other ${another?.split(' ')[1] ?? ''}`)];
  const file = [OFFICER_COLUMNS.map(({ name }) => name).join(','), ...lines].join('\r\n');
  return council.inUnit(async (uow) => {
    const received = await app.get(Companies).receive(uow, new TextEncoder().encode(file));
    if ('refused' in received) throw new Error(JSON.stringify(received.refused));
    const kept = await app.get(Companies).list(uow);
    return kept.find(({ memberId }) => memberId === members.at(-3)?.id)?.id ?? 'none';
  });
}

it(
  'finds in each council what was planted there, no more and no fewer',
  async () => {
    const begun = performance.now();
    let planted = 0;
    for (const year of years) {
      const { council } = year;
      const expected = [...year.expected, { check: 'company-officer', key: await officersOf(year) }];
      planted += expected.length;
      const findings = await council.inUnit((uow) => app.get(Checks).findings(uow));
      const found = findings.map(({ check, key }) => `${check} ${key}`);
      expect(found.sort()).toEqual(expected.map(({ check, key }) => `${check} ${key}`).sort());
    }
    const sum = (of: (year: YearOfCouncil) => number): number =>
      years.reduce((all, year) => all + of(year), 0);
    process.stderr.write(
      `The year: ${years.length} councils, ${sum(({ members }) => members.length)} members, ` +
        `${sum(({ interests }) => interests)} interests, ${sum(({ meetings }) => meetings.length)} meetings; ` +
        `${planted} planted faults found in ${((performance.now() - begun) / 1000).toFixed(1)} s.\n`,
    );
  },
  PROOF_TIMEOUT,
);
