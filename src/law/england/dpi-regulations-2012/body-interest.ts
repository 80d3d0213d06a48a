import type { BodyConnection } from '../../facts.js';
import { test } from '../../truth.js';
import type { Truth } from '../../truth.js';

/** The ties of reg 1(2). A director includes a member of the committee of management of a registered society. */
const BENEFICIAL: readonly BodyConnection[] = [
  'partner-in-firm',
  'director',
  'committee-of-management',
  'holds-securities',
];

/**
 * Reg 1(2), "body in which the relevant person has a beneficial interest": a firm in which they are a partner, or a
 * body corporate of which they are a director or in whose securities they have a beneficial interest.
 *
 * One share is enough: the thresholds of the securities row do not apply here. Being only an employee is not a tie.
 */
export function hasBeneficialInterestInBody(connections: readonly BodyConnection[] | undefined): Truth {
  return test(
    'connections',
    connections,
    (ties) => ties.some((tie) => BENEFICIAL.includes(tie)),
    'no-beneficial-interest-in-body',
  );
}
