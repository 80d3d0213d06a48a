import type { InterestDetails } from '../register/index.js';
import { isEmpty, NO_DETAILS } from './compose.js';
import { LICENCE } from './licence.js';
import type {
  PublicCategory,
  PublicEntry,
  PublicMember,
  PublicRegister,
  WithheldNotice,
} from './public-register.js';

/**
 * The register in the shape of mySociety's "universal register" (RegmemRegister), which people who compare registers
 * of parliaments read. Its list of chambers knows no council, so `chamber` is a value of our own, and the file says so.
 */
export function registerAsJson(register: PublicRegister): string {
  const chamber = `local-authority/${register.authority.slug}`;
  const annotations = [
    note('licence', `${LICENCE.name}: ${LICENCE.url}`),
    note(
      'chamber',
      `${chamber} is ${register.authority.name}; the list of chambers of this format has no councils.`,
    ),
  ];
  return `${JSON.stringify(
    {
      chamber,
      language: 'en',
      published_date: register.asAt,
      annotations,
      summaries: [],
      persons: register.members.map((member) => person(member, register.asAt, chamber)),
    },
    null,
    1,
  )}\n`;
}

function person(member: PublicMember, asAt: string, chamber: string): object {
  return {
    person_id: member.id,
    person_name: member.name,
    published_date: asAt,
    chamber,
    language: 'en',
    annotations: member.withheld.map(withheldNote),
    categories: member.categories.map(category),
  };
}

function category(heading: PublicCategory): object {
  return {
    category_id: heading.category,
    category_name: heading.name,
    legislation_or_rule_name: heading.source.name,
    ...(heading.source.url === null ? {} : { legislation_or_rule_url: heading.source.url }),
    summaries: [],
    entries: [
      ...heading.entries.map(entry),
      ...heading.withheld.map((notice) => ({
        ...bare(notice.id, notice.words, notice.publishedOn),
        null_entry: false,
        annotations: [withheldNote(notice)],
      })),
      ...(heading.nothing === undefined
        ? []
        : [
            {
              ...bare(heading.nothing.id, 'Nothing to register', heading.nothing.publishedOn),
              null_entry: true,
            },
          ]),
    ],
    annotations: isEmpty(heading) ? [note('none-shown', NO_DETAILS)] : [],
  };
}

function entry({ id, words, publishedOn, details }: PublicEntry): object {
  return { ...bare(id, words, publishedOn), null_entry: false, details: detailsOf(details) };
}

const bare = (id: string, content: string, publishedOn: string): object => ({
  id,
  info_type: 'entry',
  content,
  content_format: 'string',
  date_published: publishedOn,
  annotations: [],
  details: [],
  sub_entries: [],
});

/** Fields whose type is not text, and those that a common list of names knows. */
const TYPES: Readonly<Record<string, string>> = {
  madeOn: 'date',
  offeredOn: 'date',
  from: 'date',
  to: 'date',
  valuePence: 'decimal',
  accepted: 'boolean',
};
const COMMON_KEYS: Readonly<Record<string, string>> = { companyNumber: 'companies_house' };

function detailsOf(details: InterestDetails): object[] {
  const fields = Object.entries(details).filter(([field]) => field !== 'category') as [string, unknown][];
  return fields.map(([field, value]) => {
    const slug = field.replace(/Pence$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return {
      source: 'official',
      slug,
      display_as: slug.replace(/_/g, ' ').replace(/^./, (first) => first.toUpperCase()),
      ...(COMMON_KEYS[field] === undefined ? {} : { common_key: COMMON_KEYS[field] }),
      type: TYPES[field] ?? 'string',
      // Money is in pounds here, as in the other registers of this format.
      value: field.endsWith('Pence') ? Number(value) / 100 : value,
      annotations: [],
    };
  });
}

const withheldNote = ({ words, publishedOn }: WithheldNotice): object => ({
  ...note('withheld', words),
  date_added: publishedOn,
});

const note = (type: string, content: string): object => ({
  author: 'Probity',
  type,
  content,
  content_format: 'string',
});
