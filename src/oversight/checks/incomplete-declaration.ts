import { england, type CivilDate } from '../../law/index.js';
import { askedBy } from '../../wording/index.js';
import type { CheckRule, FindingTag } from './finding.js';

/** A declaration of an interest that stands, and what it says. Its words stay with whoever gathers. */
export interface DeclarationSaid {
  readonly disclosureId: string;
  readonly memberId: string;
  readonly meetingId: string;
  readonly meetsOn: CivilDate;
  readonly item: { readonly id: string; readonly number: string | null; readonly title: string } | undefined;
  /** The item is on the agenda no longer. */
  readonly itemWithdrawn: boolean;
  /** The item is the one under which declarations are asked for: no item of business was named. */
  readonly itemIsForDeclarations: boolean;
  /** withheld: not asked for; open: withheld although nobody agreed, or agrees now, that it is sensitive. */
  readonly nature: 'stated' | 'missing' | 'says-nothing' | 'any-item' | 'withheld' | 'withheld-not-agreed';
}

const ASKS_FOR_DECLARATIONS =
  /^\W*(?:to receive )?(?:any )?(?:declarations?|disclosures?) of (?:\w+ )?interests?\b/i;

/** The item under which an agenda asks for declarations is no business in which anybody has an interest. */
export const asksForDeclarations = (title: string): boolean => ASKS_FOR_DECLARATIONS.test(title);

export const incompleteDeclaration: CheckRule<DeclarationSaid> = {
  id: 'incomplete-declaration',
  asks: askedBy('incomplete-declaration'),
  sources: [england.s31_2.citation, england.s32_1.citation],
  decide(facts) {
    const { disclosureId, memberId, meetingId, meetsOn, item } = facts;
    const tags = lacking(facts);
    if (tags.length === 0) return [];
    return [
      {
        ...{ key: disclosureId, memberIds: [memberId], meetingId, on: meetsOn, tags },
        ...(item && { agendaItemId: item.id }),
        evidence: item === undefined ? [] : [{ kind: 'item', ...item }],
        // What is told of it stands in the declaration itself, which says that the nature is withheld.
        sensitive: false,
      },
    ];
  },
};

function lacking({ item, itemWithdrawn, itemIsForDeclarations, nature }: DeclarationSaid): FindingTag[] {
  return [
    ...(item === undefined || itemIsForDeclarations || nature === 'any-item'
      ? (['no-specific-item'] as const)
      : []),
    ...(itemWithdrawn ? (['item-withdrawn'] as const) : []),
    ...(nature === 'missing' ? (['no-nature'] as const) : []),
    ...(nature === 'says-nothing' ? (['nature-says-nothing'] as const) : []),
    ...(nature === 'withheld-not-agreed' ? (['withheld-without-agreement'] as const) : []),
  ];
}
