import type { VariableName } from './variables.js';

/** How to reach GOV.UK Notify, and how it proves itself when it calls back. */
export interface NotifySetting {
  readonly url: string;
  readonly apiKey: string;
  readonly templateId: string;
  readonly callbackToken: string;
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const OF_THE_SERVICE = 'https://api.notifications.service.gov.uk';
const BELONGING = ['NOTIFY_TEMPLATE_ID', 'NOTIFY_CALLBACK_TOKEN'] as const;

/** Reads what belongs to Notify. No sentence repeats a value: each may be a secret. */
export function readNotify(
  given: (name: VariableName) => string | undefined,
  givenUrl: string | undefined,
  refuse: (sentence: string) => void,
): NotifySetting | undefined {
  const apiKey = given('NOTIFY_API_KEY');
  const [templateId, callbackToken] = BELONGING.map(given);
  if (apiKey === undefined) {
    for (const name of BELONGING) {
      if (given(name) !== undefined)
        refuse(`${name} is set but NOTIFY_API_KEY is not: give both or neither.`);
    }
    return undefined;
  }
  if (given('SMTP_URL') !== undefined) {
    refuse('SMTP_URL and NOTIFY_API_KEY are both set: choose one way in which messages leave.');
  }
  for (const name of BELONGING) {
    if (given(name) === undefined) refuse(`${name} must be given with NOTIFY_API_KEY.`);
  }
  if (!new RegExp(`^.+-${ID}-${ID}$`, 'i').test(apiKey)) {
    refuse(
      'NOTIFY_API_KEY must be a whole API key of GOV.UK Notify: a name and two ids, with hyphens between.',
    );
  }
  if (templateId !== undefined && !new RegExp(`^${ID}$`, 'i').test(templateId)) {
    refuse('NOTIFY_TEMPLATE_ID must be the id of a template, such as 1c1a4f7e-0000-4000-8000-000000000000.');
  }
  if (callbackToken !== undefined && callbackToken.length < 32) {
    refuse('NOTIFY_CALLBACK_TOKEN is too short: use at least 32 random characters.');
  }
  if (templateId === undefined || callbackToken === undefined) return undefined;
  return { url: (givenUrl ?? OF_THE_SERVICE).replace(/\/+$/, ''), apiKey, templateId, callbackToken };
}
