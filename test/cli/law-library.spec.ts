import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

/** The package with nothing but its library of law as it was built: no other room, and no other package at all. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'probity-law-'));
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  cpSync(join(root, 'dist/src/law'), join(folder, 'dist/src/law'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PROGRAM = `
import { civilDate, england, rulebookFor } from 'probity/law';

const on = civilDate('2023-11-02');
const book = rulebookFor(
  { jurisdiction: 'england', codes: [{ code: 'lga-model-2020', from: civilDate('2021-05-10') }], standingOrdersExclude: [] },
  on,
);
if (book.kind === 'not-encoded') throw new Error('The day is not encoded.');
const { conclusion } = book.takingOffice({
  person: 'member',
  becameMemberOn: civilDate('2023-10-01'),
  leftOfficeOn: null,
  returning: false,
  answers: [{ category: 'land', heldBy: 'self', answer: 'holds', inRegister: false, receivedOn: null }],
});
const inTheMatter = { interestIsInTheMatter: true, memberAwareItIs: true };
const { effective } = book.meeting({
  ...inTheMatter,
  meetingDate: on,
  person: 'member',
  formalMeeting: true,
  present: true,
  interest: { kind: 'ori', heldBy: 'self', inRegister: true, sensitive: 'no' },
  relation: 'directly-relates',
  matter: { publicMaySpeak: true, decidesOnDispensation: false },
  dispensations: [],
});
const alone = england.decidedAlone(
  {
    ...inTheMatter,
    mayBeDischargedAlone: true,
    interest: { kind: 'dpi', heldBy: 'self', inRegister: false, pending: false },
    becameAwareOn: on,
    step: 'does-more',
    dispensations: [],
  },
  on,
);
const modelGifts = england.GIFT_RULES.find(({ code }) => code === 'lga-model-2020');
const gift = modelGifts?.decide(
  { valuePence: 5000, receivedAsCouncillor: true, accepted: true, receivedOn: on, threshold: null },
  on,
);
const offence = england.s34_2.decide(
  { givenUnder: 's.30(1)', informationFalse: true, knewFalse: true, reckless: false },
  on,
);
`;

/** What the program prints, one line for each question. */
const PRINTS = `
console.log(conclusion.lastDay);
console.log(effective.discuss.value, effective.vote.value);
console.log(alone.mayTakeSteps.value, alone.notify.value);
console.log(gift.clock.value.safeLastDay, gift.clock.value.latestArguableLastDay);
console.log(offence.value, offence.reasons[0].citation.text);
`;
const PRINTED = `2023-10-28
as_public_only false
false 2023-11-29
2023-11-29 2023-11-30
true Localism Act 2011 s.34(2)
`;

/** The same answers by the names of their types. */
const NAMED = `
import type { Conclusion, Discuss, Finding, MeetingAnswer, WithinDaysOf } from 'probity/law';
export const named: {
  readonly conclusion: Conclusion;
  readonly effective: MeetingAnswer;
  readonly discuss: Finding<Discuss>;
  readonly alone: england.ActingAloneAnswer;
  readonly gift: england.GiftAnswer | undefined;
  readonly clock: Finding<WithinDaysOf | null> | undefined;
  readonly offence: Finding<boolean>;
} = { conclusion, effective, discuss: effective.discuss, alone, gift, clock: gift?.clock, offence };
export const agenda: england.AgendaFacts = { meetingDate: on };
export const conduct: england.FalseInformationFacts = { knewFalse: false };
`;

function run(...words: readonly string[]): string {
  return execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

it('answers in a program without Nest, a database or anything else beside it', () => {
  writeFileSync(join(folder, 'use.js'), `${PROGRAM}${PRINTS}`);
  expect(run('use.js')).toBe(PRINTED);
});

it('comes with its types', () => {
  writeFileSync(join(folder, 'use.ts'), `${PROGRAM}${NAMED}`);
  writeFileSync(
    join(folder, 'wrong.ts'),
    `${PROGRAM}
// @ts-expect-error Nobody sits in such a way.
book.takingOffice({ person: 'nobody' });
// @ts-expect-error No such step is known.
export const step: england.ActingAloneFacts = { step: 'sleeps' };
// @ts-expect-error The lists of the rules are not for asking one of them.
england.RULES_BESIDE_MEETINGS;`,
  );
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--ignoreConfig', '--target', 'es2023', '--module', 'nodenext'];
  expect(run(compiler, ...options, 'use.ts', 'wrong.ts')).toBe('');
});

it('opens no other door', () => {
  writeFileSync(join(folder, 'other.js'), `import 'probity/dist/src/law/rule.js';`);
  expect(() => run('other.js')).toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
});
