import { localismAct } from '../../citation.js';
import type { Finding } from '../../conclusion.js';
import type { Facts } from '../../facts.js';
import { decided, when } from '../../finding.js';
import { reason } from '../../rule.js';
import type { Rule, RuleSource } from '../../rule.js';
import { civilDate } from '../../time/civil-date.js';
import { condition } from '../../truth.js';
import { isParish } from './s29-4-monitoring-officer.js';
import type { RegisterKeeperFacts } from './s29-4-monitoring-officer.js';

export type PublicationFacts = Pick<RegisterKeeperFacts, 'parishCouncil'> &
  Facts<{ parishHasWebsite: boolean }>;

export type Website = 'the-authority' | 'the-principal-authority' | 'the-parish-council';

export interface Publication {
  /** Every website that the register is published on. */
  readonly publishOn: Finding<readonly Website[]>;
  /** In whose area a copy can be inspected at all reasonable hours. */
  readonly inspectIn: Finding<'the-authoritys-area' | 'the-principal-authoritys-area'>;
  /** Must the monitoring officer give the parish council what it needs to publish? */
  readonly giveParishItsData: Finding<boolean>;
}

export const s29_5: Rule<PublicationFacts, Publication> = {
  id: 'england/localism-act-2011/s29(5)',
  question: 'Where is the register published, and where can it be inspected?',
  citation: localismAct('29(5)'),
  source: 'statute',
  inForceFrom: civilDate('2012-07-01'),
  says: 's.29(5)-(7): the monitoring officer secures that the register can be inspected “at a place in the authority’s area at all reasonable hours” and is published on the authority’s website; a parish council’s in the principal authority’s area and on the principal authority’s website, and the parish council, “if it has a website”, on its own too, with the data that the officer gives it.',
  reading:
    '[M] Wording. The Act sets no day. A parish council shows the register itself: a link is not taken to be enough. What s.32 keeps back is left out (s.29(8)).',
  decide: (facts) => ({
    publishOn: publishOn(facts),
    inspectIn: inspectIn(facts),
    giveParishItsData: giveParishItsData(facts),
  }),
};

const s29_6: RuleSource = {
  id: 'england/localism-act-2011/s29(6)',
  citation: localismAct('29(6)'),
  source: 'statute',
};

const s29_7: RuleSource = {
  id: 'england/localism-act-2011/s29(7)',
  citation: localismAct('29(7)'),
  source: 'statute',
};

const OWN: readonly Website[] = ['the-authority'];
const PRINCIPALS: readonly Website[] = ['the-principal-authority'];
const PRINCIPALS_AND_PARISHS: readonly Website[] = ['the-principal-authority', 'the-parish-council'];

function publishOn(facts: PublicationFacts): Publication['publishOn'] {
  const parish = isParish(facts);
  const website = hasWebsite(facts);
  const onPrincipals = reason(s29_6, 'parish-register-on-principals-website', parish.facts);
  return when(
    parish,
    () =>
      when(
        website,
        () =>
          decided(
            PRINCIPALS_AND_PARISHS,
            onPrincipals,
            reason(s29_7, 'parish-publishes-on-its-own-website-too', website.facts),
          ),
        () => decided(PRINCIPALS, onPrincipals, reason(s29_7, website.otherwise, website.facts)),
      ),
    () => decided(OWN, reason(s29_5, 'published-on-own-website', parish.facts)),
  );
}

function inspectIn(facts: PublicationFacts): Publication['inspectIn'] {
  const parish = isParish(facts);
  return when<'the-authoritys-area' | 'the-principal-authoritys-area'>(
    parish,
    () =>
      decided(
        'the-principal-authoritys-area',
        reason(s29_6, 'parish-register-inspected-in-principals-area', parish.facts),
      ),
    () => decided('the-authoritys-area', reason(s29_5, 'inspected-in-own-area', parish.facts)),
  );
}

function giveParishItsData(facts: PublicationFacts): Publication['giveParishItsData'] {
  const parish = isParish(facts);
  const website = hasWebsite(facts);
  return when(
    parish,
    () =>
      when(
        website,
        () => decided(true, reason(s29_6, 'parish-is-given-its-data', website.facts)),
        () => decided(false, reason(s29_7, website.otherwise, website.facts)),
      ),
    () => decided(false, reason(s29_5, 'published-on-own-website', parish.facts)),
  );
}

function hasWebsite({ parishHasWebsite }: PublicationFacts): ReturnType<typeof condition> {
  return condition('parishHasWebsite', parishHasWebsite, 'parish-has-no-website');
}
