import type { Finding } from '../../conclusion.js';
import type { Facts, MeetingInterest } from '../../facts.js';
import { decided, together, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import type { CivilDate } from '../../time/civil-date.js';
import { all, any, condition } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { s32_3 } from '../localism-act-2011/s32-3-sensitive.js';

/** One declaration at a meeting, as it was made or is about to be. */
export type DeclarationFacts = Facts<{
  /** Does it name an item on the agenda? */
  itemNamed: boolean;
  existenceStated: boolean;
  natureStated: boolean;
  sensitive: NonNullable<MeetingInterest['sensitive']>;
  /** The words, used where nobody said whether they state the nature. */
  wording: string;
}>;

/** What a declaration can lack, as a clerk would say it. */
export type DeclarationPart = 'agenda item' | 'existence' | 'nature';

export interface DeclarationAnswer {
  readonly acceptable: Finding<boolean>;
  readonly missing: Finding<readonly DeclarationPart[]>;
}

/** The rule of one code on the form of a declaration. */
export interface DeclarationRule extends Rule<DeclarationFacts, DeclarationAnswer> {
  readonly code: string;
}

interface Definition extends Omit<DeclarationRule, 'question' | 'decide'> {
  /** Where it says that a declaration is made against an item. */
  readonly specificBusiness: RuleSource;
}

/** A part of a declaration: is it there, and which points are made where it is and where it is not? */
interface Part {
  readonly part: DeclarationPart;
  readonly given: Truth;
  readonly rule: RuleSource;
  readonly point: Point;
}

/** The rule on declarations of a code that asks for the item, the existence and the nature. */
export function declarationRule({ specificBusiness, ...text }: Definition): DeclarationRule {
  return {
    ...text,
    question: 'Does this declaration say what it has to?',
    decide(facts, asAt) {
      const parts = [itemOf(facts, specificBusiness), existenceOf(facts, text), natureOf(facts, text, asAt)];
      return { acceptable: acceptable(parts), missing: missing(parts) };
    },
  };
}

function itemOf({ itemNamed }: DeclarationFacts, rule: RuleSource): Part {
  return {
    part: 'agenda item',
    given: condition('declaration.itemNamed', itemNamed, 'declaration-names-no-item'),
    rule,
    point: 'declaration-names-its-item',
  };
}

function existenceOf({ existenceStated }: DeclarationFacts, rule: RuleSource): Part {
  return {
    part: 'existence',
    given: condition('declaration.existenceStated', existenceStated, 'declaration-states-no-existence'),
    rule,
    point: 'declaration-states-existence',
  };
}

/** The nature is stated, or s.32(3) does not ask for it. */
function natureOf(facts: DeclarationFacts, rule: RuleSource, asAt: CivilDate): Part {
  const otherwise = 'declaration-states-no-nature';
  const stated = condition('declaration.natureStated', natureStated(facts), otherwise);
  const sensitive = s32_3.decide({ meetingDate: asAt, interest: { sensitive: facts.sensitive } }, asAt);
  const withheld = stated.is !== 'yes' && sensitive.is === 'yes';
  return {
    part: 'nature',
    given: any(otherwise, stated, sensitive),
    rule: withheld ? s32_3 : rule,
    point: withheld ? 'nature-may-be-withheld' : 'declaration-states-nature',
  };
}

function natureStated({ natureStated: said, wording }: DeclarationFacts): boolean | undefined {
  if (said !== undefined) return said;
  return wording !== undefined && namesNoNature(wording) ? false : undefined;
}

/** Do the words only point to what was "noted", "recorded" or "registered" elsewhere, and say nothing themselves? */
export function namesNoNature(wording: string): boolean {
  return POINTS_ELSEWHERE.test(wording.trim());
}

const POINTS_ELSEWHERE =
  /^(item \d+\W+)?((my|the|an) )?(interests? )?(is |are )?as (already )?(noted|recorded|registered|declared)( (in|on) (the|my) register( of( members[’']?)? interests)?)?\.?$/i;

function acceptable(parts: readonly Part[]): Finding<boolean> {
  return when(
    all(...parts.map(({ given }) => given)),
    () => decided(true, ...parts.map(reasonOf)),
    () => decided(false, ...parts.filter(({ given }) => given.is === 'no').map(reasonOf)),
  );
}

function missing(parts: readonly Part[]): Finding<readonly DeclarationPart[]> {
  return parts
    .map((one) =>
      when<readonly DeclarationPart[]>(
        one.given,
        () => decided([], reasonOf(one)),
        () => decided([one.part], reasonOf(one)),
      ),
    )
    .reduce((some, more) => together(some, more, (a, b) => [...a, ...b]));
}

function reasonOf({ given, rule, point }: Part) {
  return given.is === 'yes'
    ? reason(rule, point, given.facts)
    : reason(rule, given.otherwise, given.facts, 'standards-complaint');
}
