import { describe, expect, it } from '@jest/globals';
import {
  Notification,
  RegisterEntry,
  type GiftDetails,
  type OpenedInterest,
  type OpenedNotification,
} from '../../../register/index.js';
import { donorTotals } from './donors.js';
import { giftsView } from './page.js';

const gift = (more: Partial<GiftDetails> = {}): GiftDetails => ({
  ...{ category: 'gifts', donor: 'Tarrow Build', what: 'Dinner', valuePence: 3000, valueIs: 'known' },
  ...{ offeredOn: '2017-05-20', accepted: true },
  ...more,
});

describe('what one donor gave', () => {
  it.each<[string, GiftDetails[], object[]]>([
    [
      'adds up, whatever the capitals and spaces of the name',
      [gift(), gift({ donor: ' tarrow  BUILD ', valuePence: 2550 })],
      [{ donor: ' tarrow  BUILD ', accepted: 2, acceptedPence: 5550, estimated: false, refused: 0 }],
    ],
    [
      'counts what was refused, and leaves it out of the sum',
      [gift(), gift({ accepted: false, valuePence: 90000, valueIs: 'an-estimate' })],
      [{ donor: 'Tarrow Build', accepted: 1, acceptedPence: 3000, estimated: false, refused: 1 }],
    ],
    [
      'is an estimate where any part of it is one',
      [gift(), gift({ valueIs: 'an-estimate' })],
      [{ donor: 'Tarrow Build', accepted: 2, acceptedPence: 6000, estimated: true, refused: 0 }],
    ],
    [
      'stands apart from other donors, the greatest sum first',
      [gift(), gift({ donor: 'Fernhill Ltd', valuePence: 3001 })],
      [{ donor: 'Fernhill Ltd' }, { donor: 'Tarrow Build' }],
    ],
  ])('%s', (_, gifts, totals) => {
    expect(donorTotals(gifts)).toMatchObject(totals);
  });
});

const told = (interest: Partial<OpenedInterest>): OpenedNotification => ({
  notification: Object.assign(new Notification(), { id: 'n1', kind: 'change' }),
  answers: [],
  interests: [
    {
      ...{ id: 'i1', category: 'gifts', heldBy: 'self', act: 'add', details: gift() },
      ...{ aboutEntryId: null, effectiveOn: null, awareOn: null, fate: null },
      ...interest,
    },
  ],
});
const entered = {
  entry: Object.assign(new RegisterEntry(), { id: 'e1', category: 'gifts' }),
  details: gift(),
};
const listed = (entries: (typeof entered)[], notifications: OpenedNotification[]): string[] =>
  giftsView({ entries, notifications, registersGifts: true }).gifts.map(
    ({ state, what }) => `${state}: ${what}`,
  );

describe('the list of gifts', () => {
  it('has what is pending and what is entered, the newest first', () => {
    const later = told({ details: gift({ what: 'Ticket', offeredOn: '2017-05-21' }) });
    expect(listed([entered], [later])).toEqual(['Pending: Ticket', 'Entered: Dinner']);
  });
  it('tells what is notified again only once, and what was taken back not at all', () => {
    expect(listed([entered], [told({ act: 'hold' })])).toEqual(['Entered: Dinner']);
    expect(listed([], [told({ fate: 'withdrawn' })])).toEqual([]);
  });
  it('takes no second correction while one is pending', () => {
    const links = (notifications: OpenedNotification[]) =>
      giftsView({ entries: [entered], notifications, registersGifts: true }).gifts[0]?.links;
    expect(links([])).toEqual([{ text: 'Correct a mistake', href: '/my/interests/e1/correct' }]);
    const correction = told({ act: 'correct', aboutEntryId: 'e1', details: gift({ valuePence: 1 }) });
    expect(links([correction])).toEqual([{ text: 'Receipt', href: '/my/interests/told/n1' }]);
  });
});
