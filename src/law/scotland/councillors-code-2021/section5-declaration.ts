import type { Disclose, Discuss, Finding, Leave, MeetingAnswer } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import type { Point } from '../../point.js';
import { reason } from '../../rule.js';
import type { Rule } from '../../rule.js';
import { all, any, condition } from '../../truth.js';
import type { Truth } from '../../truth.js';
import { CODE_FROM, section } from './section.js';

/** A link between the councillor, or a person or body they are associated with, and the matter. */
export type Link =
  /** Only as somebody who pays the council tax or the rates that are being set. */
  | 'pays-what-is-being-set'
  /** Only as a council tenant, where council housing is considered generally. */
  | 'tenant-and-housing-generally'
  /** Only as a tax payer, tenant or member of the public, where services generally or the budget are considered. */
  | 'public-services-generally'
  /** Only as a councillor, where councillors’ allowances, expenses, support or pensions are considered. */
  | 'councillors-allowances'
  /** Only as a member of a body to which the council appointed or nominated the councillor. */
  | 'body-by-appointment'
  /** Something that the councillor has registered. */
  | 'registered-interest'
  /** Family, work, social ties, or anything else. */
  | 'other';

export type DeclarationFacts = Facts<{
  /** Every link there is. An empty list says that there is none. */
  links: readonly Link[];
  /** Is the matter quasi-judicial or regulatory? */
  quasiJudicialOrRegulatory: boolean;
  /** For a body by appointment: do the councillor’s own actions, connections or legal duties conflict? */
  personalConflict: boolean;
  /** Would a member of the public who knew the facts think the link so significant as to prejudice the decision? */
  objectiveTestMet: boolean;
}>;

export interface ScottishMeetingAnswer extends Omit<MeetingAnswer, 'notify'> {
  /** Stage 1: is there a connection? */
  readonly connection: Finding<boolean>;
  /** Stage 2: is the connection an interest? */
  readonly interest: Finding<boolean>;
}

export const section5: Rule<DeclarationFacts, ScottishMeetingAnswer> = {
  id: 'scotland/councillors-code-2021/section5',
  question: 'Must the councillor declare a connection to the matter as an interest, and leave?',
  citation: section(5),
  source: 'code-of-conduct',
  inForceFrom: CODE_FROM,
  says: 'Section 5: in three stages, a connection is any link to the matter, save those it leaves out; it is an interest by the objective test, if a member of the public who knew the facts would reasonably regard it as so significant as to be “likely to prejudice the discussion or decision-making”; an interest is declared, and the councillor does not remain or take part.',
  reading:
    '[M] The final wording; the draft of 2020 was read. A connection through a body to which the council appointed the councillor counts where the matter is quasi-judicial or regulatory, or where they have a personal conflict. Dispensations of the Standards Commission are not encoded: ask the monitoring officer.',
  decide(facts) {
    const connection = isConnection(facts);
    const interest = all(
      connection,
      condition('objectiveTestMet', facts.objectiveTestMet, 'scotland-objective-test-not-met'),
    );
    return {
      connection: stage(connection, 'scotland-connection'),
      interest: stage(interest, 'scotland-interest'),
      disclose: ifInterest<Disclose>(interest, 'existence_and_nature', 'scotland-declare', 'none'),
      discuss: ifInterest<Discuss>(interest, false, 'scotland-no-part', true),
      vote: ifInterest(interest, false, 'scotland-no-part', true),
      leave: ifInterest<Leave>(interest, true, 'scotland-leave', false),
    };
  },
};

/** At least one link counts. */
function isConnection(facts: DeclarationFacts): Truth {
  const { links } = facts;
  const [first, ...rest] = links ?? [];
  if (first === undefined) {
    return condition('links', links === undefined ? undefined : false, 'scotland-no-link');
  }
  const counted = counts(first, facts);
  return any(counted.otherwise, counted, ...rest.map((link) => counts(link, facts)));
}

function counts(link: Link, { quasiJudicialOrRegulatory, personalConflict }: DeclarationFacts): Truth {
  switch (link) {
    case 'registered-interest':
    case 'other':
      return condition('links', true, 'scotland-link-left-out');
    case 'body-by-appointment':
      return any(
        'scotland-body-by-appointment',
        condition('quasiJudicialOrRegulatory', quasiJudicialOrRegulatory, 'scotland-body-by-appointment'),
        condition('personalConflict', personalConflict, 'scotland-body-by-appointment'),
      );
    default:
      return condition('links', false, 'scotland-link-left-out');
  }
}

function stage(reached: Truth, point: Point): Finding<boolean> {
  return when(
    reached,
    () => decided(true, reason(section5, point, reached.facts)),
    () => decided(false, reason(section5, reached.otherwise, reached.facts)),
  );
}

/** What an interest asks of the councillor, and what is free without one. */
function ifInterest<V>(interest: Truth, then: V, point: Point, free: V): Finding<V> {
  return when(
    interest,
    () => decided(then, reason(section5, point, interest.facts, 'standards-complaint')),
    () => decided(free, reason(section5, interest.otherwise, interest.facts)),
  );
}
