import { createHash } from 'node:crypto';
import type { CheckId, Evidence, Found } from './finding.js';

/**
 * Of the facts that a finding rests on, so that it is open again when they change. Ids, days, counts and titles, and no
 * word of an interest: nobody may find out by trying which words a digest is of.
 */
export function fingerprintOf(check: CheckId, found: Found): string {
  const { key, memberIds, meetingId, agendaItemId, on, lastDay, tags, evidence } = found;
  // Time that passes is no new fact: the last day itself is, how near it is is not.
  const told = tags.filter((tag) => !tag.startsWith('clock-'));
  const facts = [check, key, memberIds, meetingId, agendaItemId, on, lastDay, [...told].sort()];
  return digest([...facts, evidence.map(factsOf).sort()]);
}

/** Names a finding in an address, without the ids in its key. */
export const refOf = (authorityId: string, check: CheckId, key: string): string =>
  digest([authorityId, check, key]).slice(0, 32);

function factsOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'interest':
      return JSON.stringify([evidence.memberId, evidence.id]);
    case 'company':
      return JSON.stringify([evidence.number, evidence.role, evidence.appointedOn, evidence.resignedOn]);
    default:
      return JSON.stringify(Object.values(evidence));
  }
}

const digest = (facts: unknown): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex');
