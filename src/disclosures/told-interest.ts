import type { MeetingInterest, RegisterCategory } from '../law/index.js';
import type { DisclosedHolder, DisclosedKind } from './disclosure.entity.js';
import type { OpenedDisclosure } from './disclosure-details.js';
import type { KnownInterest } from './known-interests.js';

/** Which interest: one that the member has told the officer of, by its id, or another one in plain words. */
export type WhichInterest =
  | { readonly known: string }
  | {
      readonly kind: DisclosedKind;
      readonly heldBy: DisclosedHolder;
      /** For a disclosable pecuniary interest, under which description it falls. */
      readonly category?: RegisterCategory;
      /** The member said in the room that it is sensitive: its nature is neither asked nor kept. */
      readonly existenceOnly?: boolean;
    };

export type ToldInterest = Pick<OpenedDisclosure, 'interestKind' | 'heldBy' | 'natureWithheld' | 'details'>;

export function toldOfKnown({ id, category, heldBy, state, sensitive, asLaw }: KnownInterest): ToldInterest {
  const details = { interestId: id, stood: state, category };
  return {
    ...{ interestKind: asLaw.kind ?? 'dpi', heldBy, natureWithheld: sensitive !== 'no' },
    details: sensitive === 'no' ? details : { ...details, withheld: sensitive },
  };
}

/** A clerk who records what was said does not know whether it is in the register; a member who says that it is not does. */
export function toldOfOther(interest: WhichInterest, recordedByClerk: boolean): ToldInterest {
  if ('known' in interest) throw new Error('An interest that is known is looked up.');
  const { kind, heldBy, category, existenceOnly = false } = interest;
  const details = {
    ...(!recordedByClerk && { stood: 'nowhere' as const }),
    ...(category !== undefined && { category }),
    // That the officer agrees too is not known here.
    ...(existenceOnly && { withheld: 'claimed' as const }),
  };
  return { interestKind: kind, heldBy, natureWithheld: existenceOnly, details };
}

/** A clerk heard that it is sensitive. Whether the officer agrees too would tell them who has a sensitive entry. */
export const asHeard = (told: ToldInterest): ToldInterest => ({
  ...told,
  details: { ...told.details, withheld: 'claimed' },
});

/** Whoever declares a partner’s interest is aware of it. What is another’s still counts for the member’s own conduct. */
export const otherAsLaw = ({ interestKind, heldBy }: ToldInterest): MeetingInterest => ({
  ...{ kind: interestKind ?? undefined, heldBy: heldBy === 'partner' ? 'partner' : 'self' },
  ...{ memberAwareOfPartners: true, inRegister: false, pending: false, sensitive: 'no' },
});

/** The Act counts the member’s own and a spouse’s or partner’s (s.30(3)), and nobody else’s. */
export const isDpiOfAnother = (interest: WhichInterest): boolean =>
  !('known' in interest) && interest.kind === 'dpi' && interest.heldBy === 'other';
