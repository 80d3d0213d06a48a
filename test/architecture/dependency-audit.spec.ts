import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const SCRIPT = fileURLToPath(new URL('../../scripts/audit.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'probity-audit-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const weakness = (severity: string): object => ({
  // As npm prints it: the package that has it, and one that has it by the other.
  vulnerabilities: {
    qs: {
      via: [
        {
          source: 1,
          name: 'qs',
          title: 'qs hangs',
          url: 'https://github.com/advisories/GHSA-aaaa',
          severity,
        },
      ],
    },
    express: { via: ['qs'] },
  },
});
const EXCEPTION = {
  ...{ advisory: 'GHSA-aaaa', package: 'qs', reason: 'We parse no nested queries.' },
  ...{ since: '2026-11-01', until: '2027-03-01' },
};

function judged(
  report: object,
  exceptions: readonly object[],
  today = '2026-11-27',
): { status: number | null; said: string } {
  const [reportFile, exceptionsFile] = [join(folder, 'report.json'), join(folder, 'exceptions.json')];
  writeFileSync(reportFile, JSON.stringify(report));
  writeFileSync(exceptionsFile, JSON.stringify(exceptions));
  const words = ['--report', reportFile, '--exceptions', exceptionsFile, '--today', today];
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...words], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

describe('the audit of dependencies', () => {
  it('passes where nothing is known', () => {
    expect(judged({ vulnerabilities: {} }, [])).toEqual({
      status: 0,
      said: '0 known weaknesses, 0 excepted, 0 to mend.\n',
    });
  });
  it('fails for a weakness, names it once, and lets a slight one pass', () => {
    const { status, said } = judged(weakness('moderate'), []);
    expect([status, said.match(/GHSA-aaaa/g)?.length]).toEqual([1, 1]);
    expect(judged(weakness('low'), []).status).toBe(0);
  });
  it('passes for one that is excepted, up to the last day and not beyond', () => {
    expect(judged(weakness('high'), [EXCEPTION], '2027-03-01').status).toBe(0);
    const late = judged(weakness('high'), [EXCEPTION], '2027-03-02');
    expect([late.status, late.said]).toEqual([1, expect.stringContaining('ran out on 2027-03-01')]);
  });
  it.each([
    ['of another package', { ...EXCEPTION, package: 'ws' }, 'qs: high'],
    ['that nothing needs', { ...EXCEPTION, advisory: 'GHSA-bbbb' }, 'nothing needs its exception'],
    ['without a reason', { ...EXCEPTION, reason: '' }, 'names advisory, package, reason'],
    ['of more than half a year', { ...EXCEPTION, until: '2027-06-01' }, '184 days at most'],
  ])('fails for an exception %s', (_, exception, words) => {
    const { status, said } = judged(weakness('high'), [exception]);
    expect([status, said]).toEqual([1, expect.stringContaining(words)]);
  });
});
