import { civilDate, type RegisterCategory } from '../law/index.js';
import type { PublicLine } from '../register/index.js';
import { categoryInWords, withheldInWords, type CategorySource } from '../wording/index.js';
import { mayBeShown, type KeptBack } from './kept-back.js';
import type { PublicCategory, PublicMember, WithheldNotice } from './public-register.js';

/** The descriptions of the regulations, which every register has, in their order; then what a code adds. */
const PRESCRIBED: readonly RegisterCategory[] = [
  'employment',
  'sponsorship',
  'contracts',
  'land',
  'licences',
  'corporate-tenancies',
  'securities',
];
const OF_A_CODE: readonly RegisterCategory[] = ['other-bodies', 'gifts'];

export interface ToCompose {
  /** In the order in which they are to be shown. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** The lines that stood on the day, in the order in which they were published. */
  readonly lines: readonly PublicLine[];
  readonly keptBack: KeptBack;
  readonly sourceOf: (category: RegisterCategory) => CategorySource;
}

/** The members with their headings, and under each what may be read there. */
export function composeMembers({ members, lines, keptBack, sourceOf }: ToCompose): PublicMember[] {
  const byMember = new Map<string, PublicLine[]>();
  for (const line of lines.filter((each) => mayBeShown(each, keptBack))) {
    const known = byMember.get(line.memberId);
    if (known === undefined) byMember.set(line.memberId, [line]);
    else known.push(line);
  }
  return members.map(({ id, name }) => {
    const own = byMember.get(id) ?? [];
    const headings = [
      ...PRESCRIBED,
      ...OF_A_CODE.filter((heading) => own.some((line) => line.category === heading)),
    ];
    return {
      id,
      name,
      withheld: noticesOf(own.filter(({ kind, category }) => kind === 'withheld' && category === null)).slice(
        0,
        1,
      ),
      categories: headings.map((category) =>
        composeCategory(
          category,
          own.filter((line) => line.category === category),
          sourceOf(category),
        ),
      ),
    };
  });
}

function composeCategory(
  category: RegisterCategory,
  lines: readonly PublicLine[],
  source: CategorySource,
): PublicCategory {
  const entries = lines.flatMap((line) =>
    line.kind !== 'entry' || line.details === null
      ? []
      : [
          {
            id: line.thingId ?? line.id,
            words: line.words ?? '',
            details: line.details,
            publishedOn: civilDate(line.publishedOn),
          },
        ],
  );
  const withheld = noticesOf(lines.filter(({ kind }) => kind === 'withheld'));
  const nil = lines.find(({ kind }) => kind === 'nothing');
  const nothing =
    nil === undefined || entries.length > 0 || withheld.length > 0
      ? undefined
      : { id: nil.id, publishedOn: civilDate(nil.publishedOn) };
  return { category, name: categoryInWords(category).name, source, entries, withheld, nothing };
}

/** With ids of their own: the stable id of an interest would join a notice to what an old copy of the page shows. */
function noticesOf(lines: readonly PublicLine[]): WithheldNotice[] {
  return lines.flatMap(({ id, withheldBy, publishedOn }) =>
    withheldBy === null
      ? []
      : [{ id, words: withheldInWords(withheldBy), publishedOn: civilDate(publishedOn) }],
  );
}

/** Those who hold office today and held it on the day asked about: of whom has left, nothing is published. */
export function shownMembers<T extends { readonly member: { readonly id: string } }>(
  today: readonly T[],
  onTheDay: readonly T[],
): T[] {
  const then = new Set(onTheDay.map(({ member }) => member.id));
  return today.filter(({ member }) => then.has(member.id));
}

/** What a heading without entries, notices and nil return says; the same words whatever the reason. */
export const NO_DETAILS = 'No details are shown under this heading.';

/** 'Nothing to register, as at 8 May 2017' is told with the day on which it was published. */
export function isEmpty({ entries, withheld, nothing }: PublicCategory): boolean {
  return entries.length === 0 && withheld.length === 0 && nothing === undefined;
}
