import { describe, expect, it } from '@jest/globals';
import {
  Notification,
  NotificationAnswer,
  RegisterEntry,
  type OpenedEntry,
  type OpenedNotification,
  type Sensitivity,
} from '../../register/index.js';
import { myInterestsView, type CategoryView, type HeldOfMe } from './page.js';

const LAND = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' } as const;
const required = [{ category: 'land', asksPartner: true }] as const;

function entry(sensitive: Sensitivity): OpenedEntry {
  const sensitiveReviewOn = sensitive === 'agreed' ? '2018-05-20' : null;
  const row = { category: 'land', heldBy: 'self', enteredOn: '2017-05-20', sensitive, sensitiveReviewOn };
  return { entry: Object.assign(new RegisterEntry(), row), details: LAND };
}

function notified(
  answers: readonly Pick<NotificationAnswer, 'heldBy' | 'answer'>[],
  { hasPartner = true, entered = false } = {},
): OpenedNotification {
  const notification = {
    receivedAt: new Date('2017-05-20T09:00:00Z'),
    receivedOn: '2017-05-20',
    enteredAt: entered ? new Date('2017-05-21T09:00:00Z') : null,
    hasPartner,
  };
  return {
    notification: Object.assign(new Notification(), notification),
    answers: answers.map((answer) =>
      Object.assign(new NotificationAnswer(), { category: 'land', ...answer }),
    ),
    interests: answers
      .filter(({ answer }) => answer === 'entries')
      .map(({ heldBy }) => ({ id: 'i', category: 'land', heldBy, details: LAND })),
  };
}

const land = (held: Partial<HeldOfMe>): CategoryView | undefined =>
  myInterestsView({ required, entries: [], notifications: [], ...held }).categories[0];

describe('what is held of a member', () => {
  it.each<[Sensitivity, string, string]>([
    ['no', 'Entered', 'Public, except whose interest it is.'],
    ['claimed', 'Sensitive', 'until the monitoring officer decides whether it is sensitive'],
    ['agreed', 'Sensitive', 'To be looked at again by 20 May 2018.'],
  ])('an entry that is sensitive: %s', (sensitive, state, words) => {
    const [row] = land({ entries: [entry(sensitive)] })?.rows ?? [];
    expect(row?.state).toBe(state);
    expect(row?.note).toContain(words);
  });
  it('what waits to be entered is pending, and not told twice when it repeats an entry', () => {
    const notifications = [notified([{ heldBy: 'self', answer: 'entries' }])];
    expect(land({ notifications })?.rows).toMatchObject([{ text: 'Owner: 3 Mill Lane', state: 'Pending' }]);
    const both = land({ entries: [entry('no')], notifications })?.rows;
    expect(both?.map(({ state }) => state)).toEqual(['Entered']);
  });
  it('a partner’s pending interest is told beside the member’s own entry in the same words', () => {
    const notifications = [notified([{ heldBy: 'partner', answer: 'entries' }])];
    const rows = land({ entries: [entry('no')], notifications })?.rows;
    expect(rows).toMatchObject([
      { state: 'Entered', whose: 'Yours' },
      { state: 'Pending', whose: 'Your spouse or partner’s' },
    ]);
  });
});

describe('what is not held', () => {
  it('was not answered, or answered with nothing on a day', () => {
    expect(land({})?.said).toEqual(['You: not answered yet.']);
    const notifications = [
      notified([
        { heldBy: 'self', answer: 'nothing' },
        { heldBy: 'partner', answer: 'nothing' },
      ]),
    ];
    expect(land({ notifications })?.said).toEqual([
      'You: nothing to register, as you said on 20 May 2017.',
      'Your spouse or partner: nothing to register, as you said on 20 May 2017.',
    ]);
  });
  it('says nothing of a partner whom there is not', () => {
    const notifications = [notified([{ heldBy: 'self', answer: 'nothing' }], { hasPartner: false })];
    expect(land({ notifications })?.said).toEqual(['You: nothing to register, as you said on 20 May 2017.']);
  });
});

it('receipts stand newest first and lead nowhere', () => {
  const notifications = [
    notified([{ heldBy: 'self', answer: 'entries' }], { entered: true }),
    notified([{ heldBy: 'self', answer: 'nothing' }]),
  ];
  const { receipts } = myInterestsView({ required, entries: [], notifications });
  expect(receipts.map(({ entered }) => entered)).toEqual([false, true]);
  expect(receipts[0]?.receivedAt).toBe('20 May 2017 at 10am');
  const paths = receipts.flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.map((row) => row.changePath)),
  );
  expect(new Set(paths)).toEqual(new Set(['']));
});
