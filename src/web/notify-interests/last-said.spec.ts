import { describe, expect, it } from '@jest/globals';
import type { HeldBy } from '../../law/index.js';
import {
  Notification,
  NotificationAnswer,
  RegisterEntry,
  type Draft,
  type InterestDetails,
  type OpenedEntry,
  type OpenedInterest,
  type OpenedNotification,
} from '../../register/index.js';
import { giftsNotYetRegistered, lastSaid } from './last-said.js';

const land = (address: string): InterestDetails => ({ category: 'land', address, natureOfInterest: 'Owner' });
const GIFT: InterestDetails = {
  ...{ category: 'gifts', donor: 'Tarrow Build', what: 'Dinner', valuePence: 2000, valueIs: 'known' },
  ...{ offeredOn: '2026-05-01', accepted: true },
};

function entry(id: string, details: InterestDetails, heldBy: HeldBy = 'self'): OpenedEntry {
  const row = { id, category: details.category, heldBy, enteredOn: '2026-05-02' };
  return { entry: Object.assign(new RegisterEntry(), row), details };
}

type Told = Pick<OpenedInterest, 'details'> & Partial<OpenedInterest>;

function told(
  kind: 'whole' | 'change',
  interests: readonly Told[],
  { on = '2026-05-01', nothing = [] as InterestDetails['category'][], isEntered = false } = {},
): OpenedNotification {
  const hasPartner = kind === 'whole' ? true : null;
  const enteredAt = isEntered ? new Date('2026-05-02T09:00:00Z') : null;
  const answer = (category: string, given: string): NotificationAnswer =>
    Object.assign(new NotificationAnswer(), { category, heldBy: 'self', answer: given });
  return {
    notification: Object.assign(new Notification(), { kind, receivedOn: on, hasPartner, enteredAt }),
    answers: [
      ...interests.map(({ details }) => answer(details.category, 'entries')),
      ...nothing.map((category) => answer(category, 'nothing')),
    ],
    interests: interests.map((interest, index) => ({
      ...{ id: `${index}`, category: interest.details.category, heldBy: 'self', act: 'hold' },
      ...{ aboutEntryId: null, effectiveOn: null, awareOn: null, fate: null },
      ...interest,
    })),
  };
}

const addresses = (draft: Draft | undefined): string[] | undefined =>
  draft?.answers['land/self']?.interests.map((details) => (details as { address: string }).address);
const saidOf = (
  entries: readonly OpenedEntry[],
  notifications: readonly OpenedNotification[],
): string[] | undefined => addresses(lastSaid({ entries, notifications })?.draft);

describe('what was said last', () => {
  it('is nothing at all before anything was said', () => {
    expect(lastSaid({ entries: [], notifications: [] })).toBeUndefined();
  });
  it('is a whole notification while it is pending, whatever the register has', () => {
    expect(saidOf([entry('a', land('old'))], [told('whole', [{ details: land('new') }])])).toEqual(['new']);
  });
  it('is the register once the notification is entered', () => {
    const whole = told('whole', [{ details: land('new') }], { isEntered: true });
    expect(saidOf([entry('a', land('corrected since'))], [whole])).toEqual(['corrected since']);
  });
  it('leaves out of a pending one what the member has withdrawn', () => {
    const whole = told('whole', [
      { details: land('kept') },
      { details: land('withdrawn'), fate: 'withdrawn' },
    ]);
    expect(saidOf([], [whole])).toEqual(['kept']);
  });
  it('knows whether there is a partner, and which categories hold nothing', () => {
    const whole = told('whole', [{ details: land('A') }], { nothing: ['employment'] });
    expect(lastSaid({ entries: [], notifications: [whole] })?.draft).toMatchObject({
      hasPartner: true,
      answers: { 'employment/self': { answer: 'nothing', interests: [] } },
    });
  });
  it('does not know of a partner where the register was taken over from elsewhere', () => {
    const { draft } = lastSaid({ entries: [entry('a', land('A'), 'partner')], notifications: [] }) ?? {};
    expect(draft).not.toHaveProperty('hasPartner');
    expect(Object.keys(draft?.answers ?? {})).toEqual(['land/partner']);
  });
  it('was said on the day of the newest of them', () => {
    const notifications = [told('whole', [{ details: land('A') }]), told('change', [], { on: '2026-06-03' })];
    expect(lastSaid({ entries: [], notifications })?.on).toBe('2026-06-03');
  });
});

describe('changes that were told since', () => {
  const registered = [entry('a', land('A')), entry('b', land('B'))];
  const whole = told('whole', [{ details: land('A') }, { details: land('B') }], { isEntered: true });
  it.each<[string, Told, string[]]>([
    ['something new', { act: 'add', details: land('C') }, ['A', 'B', 'C']],
    ['something that is another now', { act: 'change', aboutEntryId: 'a', details: land('A2') }, ['A2', 'B']],
    ['a correction', { act: 'correct', aboutEntryId: 'b', details: land('B2') }, ['A', 'B2']],
    ['an end', { act: 'end', aboutEntryId: 'a', details: land('A') }, ['B']],
    ['one that is entered already', { act: 'add', fate: 'entered', details: land('C') }, ['A', 'B']],
    ['one that was withdrawn', { act: 'add', fate: 'withdrawn', details: land('C') }, ['A', 'B']],
    ['the end of what is gone already', { act: 'end', aboutEntryId: 'x', details: land('X') }, ['A', 'B']],
  ])('%s', (_, change, expected) => {
    expect(saidOf(registered, [whole, told('change', [change])])).toEqual(expected);
  });
  it('follow one another', () => {
    const changes = [
      told('change', [{ act: 'change', aboutEntryId: 'a', details: land('A2') }]),
      told('change', [{ act: 'change', aboutEntryId: 'a', details: land('A3') }]),
    ];
    expect(saidOf(registered, [whole, ...changes])).toEqual(['A3', 'B']);
  });
  it('reach into a whole notification that is still pending and repeats the entry', () => {
    const pending = told('whole', [{ details: land('A') }, { details: land('D') }]);
    const end = told('change', [{ act: 'end', aboutEntryId: 'a', details: land('A') }]);
    expect(saidOf(registered, [pending, end])).toEqual(['D']);
  });
  it('from before the last whole notification are told by it already', () => {
    const before = told('change', [{ act: 'add', details: land('C') }]);
    expect(saidOf(registered, [before, whole])).toEqual(['A', 'B']);
  });
  it('that end the last of a category leave nothing in it', () => {
    const end = told('change', [{ act: 'end', aboutEntryId: 'a', details: land('A') }]);
    const { draft } = lastSaid({ entries: [entry('a', land('A'))], notifications: [whole, end] }) ?? {};
    expect(draft?.answers['land/self']).toEqual({ answer: 'nothing', interests: [] });
  });
});

describe('gifts', () => {
  it('are told of once, and are never said again', () => {
    const whole = told('whole', [{ details: GIFT }, { details: land('A') }]);
    const { draft } = lastSaid({ entries: [entry('g', GIFT)], notifications: [whole] }) ?? {};
    expect(Object.keys(draft?.answers ?? {})).toEqual(['land/self']);
  });
  it('add up while they are not in the register', () => {
    const notifications = [
      told('whole', [{ details: GIFT }, { details: land('A') }]),
      told('change', [{ act: 'add', details: GIFT, fate: 'entered' }]),
    ];
    expect(giftsNotYetRegistered(notifications)).toEqual([GIFT]);
  });
});
