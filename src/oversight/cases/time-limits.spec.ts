import { describe, expect, it } from '@jest/globals';
import { lastDayForProceedingsInWords } from '../../wording/index.js';
import { timeLimitsOf } from './time-limits.js';

const MEETING = 'a meeting';
const file = (change: Partial<Parameters<typeof timeLimitsOf>[0]>) =>
  timeLimitsOf({
    ...{ offenceOn: '2023-11-09', meetingId: MEETING, evidenceKnownOn: null, certifiedOn: null },
    ...change,
  });

describe('the last day for proceedings about what is alleged of a meeting on 9 November 2023', () => {
  it.each([
    ['twelve months that begin with the day of knowledge', { evidenceKnownOn: '2023-11-13' }, '2024-11-12'],
    ['the day itself', { evidenceKnownOn: '2023-11-09' }, '2024-11-08'],
    ['three years, where they end before the twelve months', { evidenceKnownOn: '2026-06-01' }, '2026-11-09'],
    [
      'what a certificate states, whatever else was said',
      { evidenceKnownOn: '2023-11-13', certifiedOn: '2024-02-01' },
      '2025-01-31',
    ],
  ])('%s', (_, change, lastDay) => {
    expect(file(change).lastDay).toMatchObject({ kind: 'decided', value: lastDay });
  });

  it('cannot be told while nobody knows when the prosecutor knew; the three years can', () => {
    const { lastDay, reasons, supposesNoCertificate } = file({});
    expect(lastDay).toMatchObject({ kind: 'cannot-tell', question: 'evidenceKnownOn' });
    expect(lastDayForProceedingsInWords(lastDay)).toMatch(/^Cannot tell\. It depends on this: On which day/);
    expect(reasons.map((reason) => reason.lastDay)).toContain('2026-11-09');
    expect(supposesNoCertificate).toBe(false);
  });

  it('says that it supposes no certificate where none is recorded', () => {
    expect(file({ evidenceKnownOn: '2023-11-13' }).supposesNoCertificate).toBe(true);
    expect(file({ certifiedOn: '2023-11-13' }).supposesNoCertificate).toBe(false);
  });

  it('cannot be told of what may have gone on, which nobody has said of a file without a meeting', () => {
    const { lastDay } = file({ meetingId: null, evidenceKnownOn: '2026-06-01' });
    expect(lastDay).toMatchObject({ kind: 'cannot-tell', missing: expect.arrayContaining(['continuing']) });
  });

  it('goes with the fine of the day, and with who prosecutes', () => {
    const { fine, prosecutor } = file({});
    expect(fine.map(({ point }) => point)).toContain('fine-without-limit');
    expect(file({ offenceOn: '2015-03-11' }).fine.map(({ point }) => point)).toContain(
      'fine-up-to-five-thousand-pounds',
    );
    expect(prosecutor.map(({ point }) => point)).toEqual(['prosecuted-by-or-for-the-dpp']);
  });
});
