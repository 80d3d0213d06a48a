import { disclosedKindInWords } from './declarations.js';

/** What was declared at an item, as the minutes may tell it. */
export type DeclarationMinuted =
  | {
      readonly kind: 'interest';
      readonly name: string;
      readonly interestKind: InterestKindMinuted;
      /** Undefined where it was not said. */
      readonly heldBy: 'self' | 'partner' | 'other' | undefined;
      /** Undefined where the existence alone is told: then nothing else of it is, not even whose it is. */
      readonly nature: string | undefined;
    }
  | {
      readonly kind: 'party-whip';
      readonly name: string;
      readonly group: string | undefined;
      readonly nature: string | undefined;
    }
  /** The fact alone; s.106(2)(b) asks for no more. */
  | { readonly kind: 'council-tax-arrears'; readonly name: string };

type InterestKindMinuted = Parameters<typeof disclosedKindInWords>[0];

const interestInWords = (kind: InterestKindMinuted): string => {
  const words = disclosedKindInWords(kind);
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
};

const HELD_BY = {
  self: '',
  partner: ' of their partner',
  other: ' of a person or body close to them',
} as const;

/** The sentence of the minutes; who left is told with the times, by itself. */
export function declaredInWords(declared: DeclarationMinuted): string {
  const { name } = declared;
  switch (declared.kind) {
    case 'interest': {
      const { interestKind, heldBy, nature } = declared;
      if (nature === undefined) {
        return `${name} declared the existence of ${interestInWords(interestKind)}. Its nature is not disclosed.`;
      }
      return sentence(
        `${name} declared ${interestInWords(interestKind)}${HELD_BY[heldBy ?? 'self']}: ${nature}`,
      );
    }
    case 'party-whip': {
      const { group, nature } = declared;
      const whip = group === undefined ? 'a party whip' : `a party whip (${group})`;
      return sentence(`${name} declared ${whip}${nature === undefined ? '' : `: ${nature}`}`);
    }
    case 'council-tax-arrears':
      return `${name} declared that section 106 of the Local Government Finance Act 1992 applied to them.`;
  }
}

/** A clerk’s own words may end with a stop or without; the minutes end every sentence once. */
function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
