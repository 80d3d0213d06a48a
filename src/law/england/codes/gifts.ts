import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import type { WithinDaysOf } from '../../time/counting.js';
import { all, any, condition, test } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { daysIfOwed } from './within-days.js';
import { rejectAbsurdPence } from '../../whole-pence.js';

/** A figure from which gifts are registered, and whether the figure itself counts. */
export interface GiftThreshold {
  readonly pence: number;
  readonly registers: 'at-least' | 'more-than';
}

/** One gift, or hospitality, that was offered. */
export type GiftFacts = Facts<{
  valuePence: number;
  /** What the rest from the same source was worth, as far as it adds up and is not registered yet. */
  fromSameDonorPence: number;
  receivedAsCouncillor: boolean;
  accepted: boolean;
  /** For one that was refused: was it significant? */
  significant: boolean;
  receivedOn: CivilDate;
  /** The figure that the authority set for itself on the day; null where it set none, so that the code's own stands. */
  threshold: GiftThreshold | null;
}>;

export interface GiftAnswer {
  readonly mustRegister: Finding<boolean>;
  /** The last days to register it; null where it need not be registered, or the code sets no day. */
  readonly clock: Finding<WithinDaysOf | null>;
}

/** What a code lays down, as data. */
export interface GiftTerms {
  /** Null where the code leaves the figure to the authority, or it is not known. */
  readonly threshold: GiftThreshold | null;
  readonly days: number;
  /** Are significant gifts registered that were refused? */
  readonly significantRefusals: boolean;
  /** Do small gifts from one source add up? */
  readonly addsUp: boolean;
}

/** The rule of one code on gifts. */
export interface GiftRule extends Rule<GiftFacts, GiftAnswer> {
  readonly code: string;
  readonly terms: GiftTerms;
}

/** Where a code, or the guidance beside it, says what. */
interface GiftSources {
  /** That what was received is registered. */
  readonly received: RuleSource;
  /** That what was refused is registered, where it is significant. */
  readonly refused: RuleSource;
  /** That what is not related to the role is not. */
  readonly notInTheRole: RuleSource;
  /** That small gifts from one source add up. */
  readonly together: RuleSource;
}

interface Definition extends Omit<GiftRule, 'question' | 'decide'> {
  readonly sources: GiftSources;
}

/** The rule on gifts of a code with these terms. */
export function giftRule(definition: Definition): GiftRule {
  const { sources, ...text } = definition;
  const { days } = text.terms;
  return {
    ...text,
    question: 'Must this gift or hospitality be registered, and by when?',
    decide(facts) {
      rejectAbsurdAmounts(facts);
      return {
        mustRegister: mustRegister(definition, facts),
        clock: daysIfOwed(
          { rule: sources.received, days, point: 'register-gift', startsOn: 'gift.receivedOn' },
          all(inTheRole(facts), accepted(facts), worthEnough(text.terms, facts)),
          facts.receivedOn,
        ),
      };
    },
  };
}

function mustRegister(definition: Definition, facts: GiftFacts): Finding<boolean> {
  const role = inTheRole(facts);
  return when(
    role,
    () =>
      when(
        accepted(facts),
        () => ifReceived(definition, facts),
        () => ifRefused(definition, facts),
      ),
    () => decided(false, reason(definition.sources.notInTheRole, role.otherwise, role.facts)),
  );
}

function ifReceived(
  { terms, sources: { received, together } }: Definition,
  facts: GiftFacts,
): Finding<boolean> {
  const enough = worthEnough(terms, facts);
  const addedUp = enough.facts.includes('gift.fromSameDonorPence')
    ? [reason(together, 'gifts-from-one-donor-add-up', enough.facts)]
    : [];
  return when(
    enough,
    () => decided(true, reason(received, 'register-gift', enough.facts, 'standards-complaint'), ...addedUp),
    () => decided(false, reason(received, enough.otherwise, enough.facts)),
  );
}

function ifRefused({ terms, sources: { refused } }: Definition, facts: GiftFacts): Finding<boolean> {
  if (!terms.significantRefusals) {
    return decided(false, reason(refused, 'refused-gift-not-registered', ['gift.accepted']));
  }
  const significant = condition('gift.significant', facts.significant, 'refused-gift-not-significant');
  return when(
    significant,
    () => decided(true, reason(refused, 'register-refused-gift', significant.facts, 'standards-complaint')),
    () => decided(false, reason(refused, significant.otherwise, significant.facts)),
  );
}

function inTheRole(facts: GiftFacts): Truth {
  return condition('gift.receivedAsCouncillor', facts.receivedAsCouncillor, 'gift-not-in-the-role');
}

function accepted(facts: GiftFacts): Truth {
  return condition('gift.accepted', facts.accepted, 'refused-gift-has-no-day');
}

/** Worth the figure or more, by itself or with the rest from the same source. */
function worthEnough(terms: GiftTerms, facts: GiftFacts): Truth {
  const figure = facts.threshold === null ? terms.threshold : facts.threshold;
  if (!figure) return condition('giftThreshold', undefined, 'gift-below-threshold');
  const { valuePence: value, fromSameDonorPence: rest } = facts;
  const alone = test('gift.valuePence', value, (pence) => reaches(figure, pence), 'gift-below-threshold');
  if (!terms.addsUp || value === undefined) return alone;
  const together = test(
    'gift.fromSameDonorPence',
    rest,
    (pence) => reaches(figure, value + pence),
    'gift-below-threshold',
  );
  return any('gift-below-threshold', alone, together);
}

function reaches({ pence, registers }: GiftThreshold, value: number): boolean {
  return registers === 'at-least' ? value >= pence : value > pence;
}

function rejectAbsurdAmounts({ valuePence, fromSameDonorPence, threshold }: GiftFacts): void {
  rejectAbsurdPence('valuePence', valuePence);
  rejectAbsurdPence('fromSameDonorPence', fromSameDonorPence);
  rejectAbsurdPence('threshold', threshold?.pence);
}
