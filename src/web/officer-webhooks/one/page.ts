import {
  DEAD_AFTER_DAYS,
  OVERLAP_HOURS,
  type ListedDelivery,
  type Webhook,
} from '../../../exchange/index.js';
import type { FormState } from '../../form/index.js';
import { instantInWords } from '../../page/index.js';
import { EVENTS_IN_WORDS, STATES_IN_WORDS, TOPICS_IN_WORDS, whyNotInWords } from '../words.js';

/** More than anybody reads; older ones are sent again by their day. */
export const SHOWN = 50;

export function webhookView(
  { id, url, topics, formerUntil }: Webhook,
  listed: readonly ListedDelivery[],
  { form, machineNow }: { readonly form: FormState; readonly machineNow: Date },
): object {
  const at = `/officer/webhooks/${id}`;
  return {
    ...{ title: 'A program that is told of changes', url, at, form, backHref: '/officer/webhooks' },
    topics: topics.map((topic) => TOPICS_IN_WORDS[topic].text).join(', '),
    overlap:
      formerUntil !== null && formerUntil > machineNow
        ? `The secret before is good until ${instantInWords(formerUntil)}.`
        : undefined,
    ...{ deadAfter: DEAD_AFTER_DAYS, overlapHours: OVERLAP_HOURS, shown: SHOWN },
    deliveries: listed.map((one) => deliveryRow(one, at)),
  };
}

function deliveryRow({ delivery, event }: ListedDelivery, at: string): object {
  const { id, state, tries, nextAt, deliveredAt, lastStatus, lastError } = delivery;
  return {
    ...{ id, what: EVENTS_IN_WORDS[event.type], happened: instantInWords(event.happenedAt) },
    state: STATES_IN_WORDS[state],
    tries: tries === 1 ? 'Tried once' : `Tried ${tries} times`,
    why: whyNotInWords(lastStatus, lastError),
    when:
      state === 'delivered' && deliveredAt !== null
        ? `Taken on ${instantInWords(deliveredAt)}`
        : state === 'waiting'
          ? `Next try at about ${instantInWords(nextAt)}`
          : undefined,
    replayHref: state === 'waiting' ? undefined : `${at}/deliveries/${id}/replay`,
  };
}
