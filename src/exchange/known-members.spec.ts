import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../law/index.js';
import type { Member } from '../members/index.js';
import { membersOfRows } from './known-members.js';
import { readRegisterCsv } from './register-csv/index.js';

const ADAEZE = { id: 'adaeze', name: 'Adaeze Okonjo', email: 'adaeze@example.org' } as Member;
const BRYN = { id: 'bryn', name: 'Bryn Cotterell', email: null } as Member;

function found(...rows: string[]): ReturnType<typeof membersOfRows> {
  const file = ['member,has-partner,category,held-by,nothing,role,employer', ...rows].join('\r\n');
  const reading = readRegisterCsv(file, civilDate('2026-03-12'));
  if ('refused' in reading) throw new Error(reading.refused);
  expect(reading.problems).toEqual([]);
  return membersOfRows(reading, [ADAEZE, BRYN]);
}

describe('the rows of a file by member', () => {
  const job = (member: string, role = 'Nurse'): string => `${member},no,employment,member,,${role},Ashford`;
  it('are one member’s, whatever the capitals and blanks of the name', () => {
    const { members, problems } = found(
      job('Adaeze Okonjo'),
      job('ADAEZE  Okonjo', 'Clerk'),
      job('Bryn Cotterell'),
    );
    expect(problems).toEqual([]);
    expect(members.map(({ memberId, rows }) => [memberId, rows])).toEqual([
      ['adaeze', 2],
      ['bryn', 1],
    ]);
  });
  it('name a member in one way, so that no “nothing” takes away what another row tells', () => {
    const { problems } = found(
      job('Adaeze Okonjo'),
      'adaeze@example.org,yes,employment,member,yes,,',
      job('Bryn Cotterell'),
    );
    expect(problems).toEqual([
      {
        ...{ row: 3, column: 'member', wrong: 'Row 2 names the same member in another way' },
        write: 'Write the same name on all rows of a member',
      },
    ]);
  });
});
