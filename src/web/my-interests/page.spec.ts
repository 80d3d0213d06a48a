import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import {
  Notification,
  NotificationAnswer,
  RegisterEntry,
  type OpenedEntry,
  type OpenedInterest,
  type OpenedNotification,
  type Sensitivity,
} from '../../register/index.js';
import { myInterestsView, type CategoryView, type HeldOfMe } from './page.js';

const LAND = { category: 'land', address: '3 Mill Lane', natureOfInterest: 'Owner' } as const;
const LET = { ...LAND, natureOfInterest: 'Landlord' } as const;
const required = [{ category: 'land', asksPartner: true }] as const;

function entry(
  sensitive: Sensitivity,
  more: Partial<RegisterEntry> = {},
  details = LAND as OpenedEntry['details'],
): OpenedEntry {
  const row = {
    ...{ id: 'e1', thingId: 't1', category: 'land', heldBy: 'self', enteredOn: '2017-05-20', sensitive },
    ...{ sensitiveReviewOn: sensitive === 'agreed' ? '2018-05-20' : null },
    ...{ beganOn: null, ceasedOn: null, endedOn: null, endedAt: null, endedBecause: null },
  };
  return { entry: Object.assign(new RegisterEntry(), row, more), details };
}

const HELD = {
  ...{ id: 'i', category: 'land', heldBy: 'self', details: LAND, act: 'hold' },
  ...{ aboutEntryId: null, effectiveOn: null, awareOn: null, fate: null },
} as const satisfies OpenedInterest;

function notified(
  answers: readonly Pick<NotificationAnswer, 'heldBy' | 'answer'>[],
  { hasPartner = true, entered = false } = {},
): OpenedNotification {
  const notification = {
    ...{ id: 'n1', kind: 'whole', receivedAt: new Date('2017-05-20T09:00:00Z'), receivedOn: '2017-05-20' },
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
      .map(({ heldBy }) => ({ ...HELD, heldBy, fate: entered ? 'entered' : null })),
  };
}

/** A change of the entry e1, still pending. */
function told(interest: Partial<OpenedInterest>): OpenedNotification {
  const one = notified([]);
  const notification = Object.assign(new Notification(), one.notification, { id: 'n2', kind: 'change' });
  return { notification, answers: [], interests: [{ ...HELD, aboutEntryId: 'e1', ...interest }] };
}

const NOTHING_OF_ME: HeldOfMe = {
  ...{ required, entries: [], notifications: [], questions: [], confirmation: undefined },
  withheldHomes: new Map(),
};
const view = (held: Partial<HeldOfMe>) => myInterestsView({ ...NOTHING_OF_ME, ...held });
const land = (held: Partial<HeldOfMe>): CategoryView | undefined => view(held).categories[0];

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
  it.each<[Sensitivity, string]>([
    ['no', 'Ask to treat as sensitive'],
    ['claimed', 'Your request'],
    ['agreed', 'Your request'],
  ])(
    'may be changed, ended, corrected and asked to be kept back; being sensitive: %s',
    (sensitive, words) => {
      const links = land({ entries: [entry(sensitive)] })?.rows[0]?.links ?? [];
      const paths = links.map(({ href }) => href.replace('/my/interests/e1/', ''));
      expect(paths).toEqual(['change', 'end', 'correct', 'sensitive']);
      expect(links.at(-1)?.text).toBe(words);
    },
  );
  it.each([
    ['s32a', 'because it has the address of your home (Localism Act 2011 s.32A).'],
    ['practice', 'because it has the address of your home. This is your council’s practice.'],
  ] as const)('a home whose address is withheld by %s is not called public', (by, words) => {
    const home = entry('no', {}, { ...LAND, isHome: true });
    const row = land({ entries: [home], withheldHomes: new Map([['e1', by]]) })?.rows[0];
    expect(row?.note).toContain(words);
    expect(row?.note).not.toContain('Public');
    expect(row?.links.at(-1)?.href).toBe('/my/home-address');
  });
  it('what waits to be entered is pending, and not told twice when it repeats an entry', () => {
    const notifications = [notified([{ heldBy: 'self', answer: 'entries' }])];
    expect(land({ notifications })?.rows).toMatchObject([{ text: 'Owner: 3 Mill Lane', state: 'Pending' }]);
    const both = land({ entries: [entry('no')], notifications })?.rows;
    expect(both?.map(({ state }) => state)).toEqual(['Entered']);
  });
  it('what was taken back is not pending', () => {
    const notifications = [told({ act: 'add', aboutEntryId: null, fate: 'withdrawn' })];
    expect(land({ notifications })?.rows).toEqual([]);
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

describe('a change that is pending', () => {
  it.each([
    ['change', LET, 'It has changed: Landlord: 3 Mill Lane', 4],
    ['end', LAND, 'It has ended', 0],
    ['correct', LET, 'A mistake is put right: Landlord: 3 Mill Lane', 4],
  ] as const)(
    '%s: stands at its entry, of which more may be told unless it has ended',
    (act, details, words, links) => {
      const rows = land({ entries: [entry('no')], notifications: [told({ act, details })] })?.rows;
      expect(rows).toHaveLength(1);
      expect(rows?.[0]).toMatchObject({
        text: 'Owner: 3 Mill Lane',
        waiting: [{ text: words, href: '/my/interests/told/n2' }],
      });
      expect(rows?.[0]?.links).toHaveLength(links);
    },
  );
  it('stands at the newer entry of the same thing, when it was told of the one before', () => {
    const older = entry('no', { id: 'e1', endedOn: '2017-06-09', endedBecause: 'changed' });
    const newer = entry('no', { id: 'e2' }, LET);
    const rows = land({ entries: [older, newer], notifications: [told({ act: 'end' })] })?.rows;
    expect(rows?.[0]?.waiting).toHaveLength(1);
  });
});

describe('the history of an interest', () => {
  const before = { id: 'e0', endedOn: '2017-06-09', beganOn: '2010-01-02', ceasedOn: '2017-06-01' };
  it.each([
    ['changed', 'It changed on 1 June 2017, as you said.'],
    ['corrected', 'It was a mistake, and you corrected it.'],
  ] as const)('shows what it was before it was %s', (endedBecause, words) => {
    const entries = [entry('no', { ...before, endedBecause }), entry('no', { enteredOn: '2017-06-09' }, LET)];
    const category = land({ entries });
    expect(category?.past).toEqual([]);
    expect(category?.rows).toMatchObject([{ text: 'Landlord: 3 Mill Lane' }]);
    expect(category?.rows[0]?.history).toEqual([
      {
        text: 'Owner: 3 Mill Lane',
        note: `In the register from 20 May 2017 to 9 June 2017. It began on 2 January 2010, as you said. ${words}`,
      },
    ]);
  });
  it.each([
    ['ended', '2017-06-01', 'It ended on 1 June 2017, as you said.'],
    ['ended', null, 'It has ended.'],
    ['not-repeated', null, 'Your next notification of everything left it out.'],
  ] as const)('of what is held no longer: %s on %s', (endedBecause, ceasedOn, words) => {
    const category = land({ entries: [entry('no', { ...before, beganOn: null, ceasedOn, endedBecause })] });
    expect(category?.rows).toEqual([]);
    expect(category?.past).toMatchObject([
      { note: `In the register from 20 May 2017 to 9 June 2017. ${words}` },
    ]);
  });
});

it('keeps a category that is asked about no more while something is held in it', () => {
  const elsewhere = entry(
    'no',
    { category: 'licences' },
    { category: 'licences', address: 'A', from: '2017-01-01' },
  );
  expect(view({ entries: [elsewhere] }).categories.map(({ name }) => name)).toEqual(['Land', 'Licences']);
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

it('receipts stand newest first, of everything and of each change', () => {
  const notifications = [
    notified([{ heldBy: 'self', answer: 'entries' }], { entered: true }),
    told({ act: 'end' }),
  ];
  expect(view({ notifications }).receipts).toEqual([
    {
      text: 'It has ended: Land, received on 20 May 2017 at 10am, waiting to be entered',
      href: '/my/interests/told/n2',
    },
    {
      text: 'Everything you hold, received on 20 May 2017 at 10am, entered',
      href: '/my/interests/receipts/n1',
    },
  ]);
});

it('asks for the regular confirmation only once it is time, and never as law', () => {
  const lastDay = civilDate('2018-05-20');
  expect(view({ confirmation: { lastDay, state: 'not-yet' } }).confirmation).toBeUndefined();
  expect(view({ confirmation: { lastDay, state: 'due' } }).confirmation).toEqual({
    says: 'Your council asks you to confirm by Sunday 20 May 2018 that the register is right. This is its practice, and no law.',
    ...{ overdue: false, href: '/my/interests/confirm' },
  });
  expect(view({ confirmation: { lastDay, state: 'overdue' } }).confirmation?.overdue).toBe(true);
});
