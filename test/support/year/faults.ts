import type { InterestDetails } from '../../../src/register/index.js';
import type { CouncilYear, Held, YearItem, YearMeeting, YearMember } from './council-year.js';

/** What a check should find: its name and the key of the finding. */
export interface Expected {
  readonly check: string;
  readonly key: string;
}

/** A member with what was entered for them, at a meeting with an item about their company. */
export interface Scene {
  readonly year: CouncilYear;
  readonly member: YearMember;
  readonly company: string;
  /** The entries of `held`, in its order. */
  readonly entries: readonly string[];
  readonly meeting: YearMeeting;
  readonly item: YearItem;
  /** A meeting of the same body later in the year, with another item about the company where `again` asks for it. */
  readonly later: { readonly meeting: YearMeeting; readonly item: YearItem } | undefined;
}

/** One thing that goes wrong in the year, or that only looks like it: then it expects nothing. */
export interface Fault {
  readonly name: string;
  /** In office since a day long before the year. */
  readonly longInOffice?: true;
  /** What the member notified; employment by the company where it is not said. */
  readonly held?: (company: string) => readonly Held[];
  /** Whether the agenda names the company; in most stories it does. */
  readonly onTheAgenda?: false;
  readonly again?: true;
  readonly absent?: true;
  readonly happens?: (scene: Scene) => readonly Expected[];
}

const employedBy = (company: string): InterestDetails => ({
  ...{ category: 'employment', role: 'Director', employer: company },
});

const declares = ({ year, member, meeting, item, company, entries }: Scene): string =>
  year.declared(member.id, meeting, item, {
    details: {
      interestId: entries[0] ?? '',
      stood: 'entered',
      category: 'employment',
      nature: `Director of ${company}`,
    },
  });
const votes = ({ year, member, meeting, item }: Scene): void => {
  year.voted(meeting, item, [{ memberId: member.id, vote: 'for' }]);
};
const atItem = ({ member, item }: Scene): string => `${member.id}/${item.id}`;

/** Granted in June for six months, for whatever concerns the company. */
const JUNE = { on: '2017-06-01', from: '2017-06-01', to: '2017-11-30' };
const ALL_YEAR = { on: '2017-06-01', from: '2017-06-01', to: '2021-05-31' };

/** What can go wrong at meetings and in registers, each beside what only looks like it. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'a registered interest matched, and nothing was declared',
    happens: (scene) => [{ check: 'matched-not-declared', key: atItem(scene) }],
  },
  {
    name: 'it matched, and it was declared',
    happens: (scene) => {
      declares(scene);
      return [];
    },
  },
  { name: 'it matched, and the member was not there', absent: true },
  {
    name: 'it matched, and the member said that the item is not about it',
    happens: ({ year, member, meeting, item, entries }) => {
      year.saidOf(member.id, meeting, item, entries[0] ?? '', 'not-about-it');
      return [];
    },
  },
  {
    name: 'declared, and in no register',
    held: () => [],
    happens: ({ year, member, meeting, item, company }) => {
      const details = { stood: 'nowhere', category: 'employment', nature: `Director of ${company}` } as const;
      return [
        { check: 'declared-not-registered', key: year.declared(member.id, meeting, item, { details }) },
      ];
    },
  },
  {
    name: 'declared, and voted',
    happens: (scene) => {
      declares(scene);
      votes(scene);
      return [{ check: 'took-part-with-interest', key: atItem(scene) }];
    },
  },
  {
    name: 'not declared, and voted',
    happens: (scene) => {
      votes(scene);
      return ['matched-not-declared', 'took-part-with-interest'].map((check) => ({
        check,
        key: atItem(scene),
      }));
    },
  },
  {
    name: 'declared, and voted under a dispensation',
    happens: (scene) => {
      declares(scene);
      votes(scene);
      scene.year.dispensed(scene.member.id, `Whatever concerns ${scene.company}`, ALL_YEAR, [scene.item]);
      return [];
    },
  },
  {
    name: 'declared without saying what it is',
    held: () => [],
    happens: ({ year, member, meeting, item }) => {
      const key = year.declared(member.id, meeting, item, { kind: 'odi', details: { heard: true } });
      return [{ check: 'incomplete-declaration', key }];
    },
  },
  {
    name: 'a dispensation for what is in no register',
    onTheAgenda: false,
    held: () => [],
    happens: ({ year, member, company }) => [
      {
        check: 'dispensation-without-interest',
        key: year.dispensed(member.id, `Whatever concerns ${company}`, ALL_YEAR, []),
      },
    ],
  },
  {
    name: 'a dispensation for what is registered',
    onTheAgenda: false,
    happens: ({ year, member, company }) => {
      year.dispensed(member.id, `Whatever concerns ${company}`, ALL_YEAR, []);
      return [];
    },
  },
  {
    name: 'a dispensation that ended, and an item about the same later',
    again: true,
    happens: (scene) => {
      const { year, member, company, item, later } = scene;
      declares(scene);
      if (later !== undefined) declares({ ...scene, ...later });
      const key = year.dispensed(member.id, `Whatever concerns ${company}`, JUNE, [item]);
      return [{ check: 'dispensation-lapsed', key }];
    },
  },
  {
    name: 'a dispensation that ended, and nothing about it since',
    happens: (scene) => {
      declares(scene);
      scene.year.dispensed(scene.member.id, `Whatever concerns ${scene.company}`, JUNE, [scene.item]);
      return [];
    },
  },
  {
    name: 'an entry of four years ago that nobody confirmed',
    longInOffice: true,
    happens: (scene) => {
      declares(scene);
      return [{ check: 'entry-unconfirmed', key: scene.member.id }];
    },
  },
  {
    name: 'an entry of four years ago, confirmed in January',
    longInOffice: true,
    happens: (scene) => {
      declares(scene);
      scene.year.confirmed(scene.member.id, '2018-01-10');
      return [];
    },
  },
  {
    name: 'nothing declared anywhere for years',
    ...{ longInOffice: true, onTheAgenda: false },
    held: () => [],
    happens: ({ member }) => [{ check: 'nothing-declared', key: member.id }],
  },
  {
    name: 'nothing to declare, and confirmed in September',
    ...{ longInOffice: true, onTheAgenda: false },
    held: () => [],
    happens: ({ year, member }) => {
      year.confirmed(member.id, '2017-09-01');
      return [];
    },
  },
  {
    name: 'a sensitive interest that should have been looked at again',
    onTheAgenda: false,
    held: (company) => [{ details: employedBy(company), reviewOn: '2018-01-31' }],
    happens: ({ entries }) => [{ check: 'review-overdue', key: entries[0] ?? '' }],
  },
  {
    name: 'a sensitive interest that is looked at again in winter',
    onTheAgenda: false,
    held: (company) => [{ details: employedBy(company), reviewOn: '2018-12-31' }],
  },
];

const home = (address: string): Held => ({
  details: {
    ...{ category: 'land', address, natureOfInterest: 'Joint owner', gives: 'occupation' },
    ...{ inArea: true, isHome: true },
  },
});

/** Two members of one household: what each of them notified, and whether the two differ. */
export const HOUSEHOLDS: readonly {
  readonly differs: boolean;
  readonly one: (company: string, address: string) => readonly Held[];
  readonly other: (company: string, address: string) => readonly Held[];
}[] = [
  {
    differs: true,
    one: (company, address) => [home(address), { details: employedBy(company), heldBy: 'partner' }],
    other: (_, address) => [home(address)],
  },
  {
    differs: false,
    one: (company, address) => [home(address), { details: employedBy(company), heldBy: 'partner' }],
    other: (company, address) => [home(address), { details: employedBy(company) }],
  },
];
