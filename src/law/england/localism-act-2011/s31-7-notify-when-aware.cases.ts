import type { CaseTable } from '../../case-table.js';
import { civilDate } from '../../time/civil-date.js';
import { valueAndPoints } from './finding-in-short.js';
import { decidedAlone } from './s31-6-to-8-decided-alone.js';
import type { ActingAloneAnswer } from './s31-6-to-8-decided-alone.js';
import { aloneWithInterest, matterAlone } from './s31-6-acting-alone.cases.js';
import type { ActingAloneFacts } from './s31-6-acting-alone.js';
import { s31_7 } from './s31-7-notify-when-aware.js';

export const ASKED_ON = civilDate('2022-04-01');

const unregistered = aloneWithInterest({ inRegister: false, pending: false });
const pending = aloneWithInterest({ inRegister: false, pending: true });
const OWED = 'notify-after-awareness';
const PENDING = 'pending-so-not-notified, notification-is-pending';

export const NOTIFY_WHEN_AWARE_CASES: CaseTable<ActingAloneFacts, ActingAloneAnswer, readonly string[]> = {
  title: 'Notifying after becoming aware, alone with the matter',
  rules: [s31_7.id],
  columns: ['Must notify by', 'Because'],
  decide: (facts) => decidedAlone(facts, ASKED_ON),
  summary: ({ notify }) => valueAndPoints(notify),
  cases: [
    {
      name: 'not in the register: 28 days that begin with the day of knowing',
      facts: unregistered,
      expected: ['2022-03-09', OWED],
    },
    {
      name: 'across the clocks going forward',
      facts: { ...unregistered, becameAwareOn: civilDate('2021-03-15') },
      expected: ['2021-04-11', OWED],
    },
    { name: 'in the register', facts: matterAlone, expected: ['null', 'in-register-so-not-notified'] },
    { name: 'notified and waiting to be entered', facts: pending, expected: ['null', PENDING] },
    {
      name: 'in the register, the day of knowing does not matter',
      facts: { ...matterAlone, becameAwareOn: undefined },
      expected: ['null', 'in-register-so-not-notified'],
    },
    {
      name: 'sensitive by agreement: notified all the same',
      facts: aloneWithInterest({ inRegister: false, sensitive: 'agreed' }),
      expected: ['2022-03-09', OWED],
    },
    {
      name: 'where the rules do not apply there is no clock',
      facts: { ...unregistered, interestIsInTheMatter: false },
      expected: ['null', 'not-in-the-matter'],
    },
    {
      name: 'on which day the member came to know is not known: that is the question',
      facts: { ...unregistered, becameAwareOn: undefined },
      expected: ['? becameAwareOn', OWED],
    },
    {
      name: 'whether it is in the register is not known: that is the question',
      facts: aloneWithInterest({ inRegister: undefined }),
      expected: ['? interest.inRegister', `in-register-so-not-notified, ${OWED}`],
    },
    {
      name: 'whether it is notified already is not known: that is the question',
      facts: aloneWithInterest({ inRegister: false, pending: undefined }),
      expected: ['? interest.pending', `${PENDING}, ${OWED}`],
    },
    {
      name: 'neither entry nor the day is known: both are asked, the entry first',
      facts: { ...aloneWithInterest({ inRegister: undefined }), becameAwareOn: undefined },
      expected: ['? interest.inRegister', `in-register-so-not-notified, ${OWED}`],
    },
  ],
};
