import type { DeliveryState, WebhookEventType, WebhookTopic } from '../../exchange/index.js';

export const TOPICS_IN_WORDS: Readonly<Record<WebhookTopic, { text: string; hint: string }>> = {
  agendas: { text: 'Agendas', hint: 'An agenda is published, or a revised one takes its place' },
  meetings: { text: 'Meetings', hint: 'A meeting is moved, changed or cancelled' },
  register: {
    text: 'The public register',
    hint: 'An entry is published, changed or removed. What is withheld is not told',
  },
};

export const EVENTS_IN_WORDS: Readonly<Record<WebhookEventType, string>> = {
  'agenda.published': 'An agenda was published',
  'agenda.revised': 'An agenda was revised',
  'meeting.changed': 'A meeting was changed',
  'meeting.cancelled': 'A meeting was cancelled',
  'register.published': 'An entry was published',
  'register.changed': 'An entry was changed',
  'register.removed': 'An entry was removed',
};

export const STATES_IN_WORDS: Readonly<Record<DeliveryState, { text: string; classes: string }>> = {
  waiting: { text: 'Waiting', classes: 'govuk-tag--yellow' },
  delivered: { text: 'Delivered', classes: 'govuk-tag--green' },
  dead: { text: 'Given up', classes: 'govuk-tag--red' },
};

const ERRORS: Readonly<Record<string, string>> = {
  'webhook-removed': 'The address was removed',
  redirected: 'The answer led to another address, which is not followed',
  'took-too-long': 'There was no answer in time',
  'unknown-host': 'The name of the server is not known',
  'inside-the-network': 'The address leads inside a network, and is not asked',
  certificate: 'The server’s certificate is not trusted',
  unreachable: 'The server was not reached',
};

/** Why a try failed: 'The server answered 500'. */
export function whyNotInWords(status: number | null, error: string | null): string | undefined {
  if (error !== null) return ERRORS[error] ?? 'It could not be sent';
  return status === null || (status >= 200 && status < 300) ? undefined : `The server answered ${status}`;
}

const REFUSALS: Readonly<Record<string, string>> = {
  'not-https': 'The address must begin with https://',
  'has-credentials': 'The address must hold no name or password',
  'other-port': 'The address must have no port',
  'inside-the-network': 'The address leads inside a network. It must be public',
  'unknown-host': 'The name of the server is not known. Check the address',
  'took-too-long': 'The name of the server could not be found in time. Try again',
};

/** Why an address is not accepted, beside its field. */
export const refusalInWords = (refused: string): string =>
  REFUSALS[refused] ?? 'Enter a web address, like https://www.example.org/probity';
