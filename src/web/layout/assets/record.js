/**
 * The recording page with a script: forms are sent without leaving the page. When the connection is lost, or the session
 * has ended, what was recorded waits on the device and is sent when it can be. Without this file every form works as it is.
 */
import { initAll } from './govuk-frontend.min.js';
import {
  clearErrors,
  entryOf,
  everybodyElseIsPresent,
  missingIn,
  putBack,
  restore,
  settle,
  showError,
  stepAside,
  unsentIn,
} from './record-forms.js';
import { Queue } from './record-queue.js';
import { sender } from './record-send.js';

const TRY_AGAIN_MS = 5_000;

const page = document.getElementById('record');
const { account, meeting } = page.dataset;
const queue = new Queue(account, meeting);
const send = sender({ account, meeting }, document.querySelector('[name="_csrf"]')?.value ?? '');
const box = document.getElementById('waiting');
const said = document.getElementById('said');

/** 'sent' while all is well; otherwise why nothing can be sent now. */
let state = 'sent';
/** Something had to wait, and not all of it has been sent yet. */
let held = false;
let sending = false;
/** The entry that was taken down last, when its form has not been touched since. */
let newest;

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form[data-record]')) return;
  event.preventDefault();
  clearErrors(form);
  const missing = missingIn(form);
  if (missing) {
    showError(form, missing.dataset.missing ?? 'Enter or choose an answer', missing);
    return;
  }
  if (event.submitter?.name === 'rest') everybodyElseIsPresent(form);
  const entry = entryOf(form, event.submitter);
  queue.add(entry);
  said.textContent = 'Sending.';
  newest = entry.id;
  if (form.id.startsWith('begin-')) openItem(form.id.slice('begin-'.length));
  settle(form);
  if (/^(opened|closed|begin-.*)$/.test(form.id)) stepAside(form);
  void sendAll();
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-open]');
  if (!link) return;
  event.preventDefault();
  openItem(link.dataset.open);
  document.getElementById(`item-${link.dataset.open}`)?.focus();
  void refresh();
});

/** The nature of an interest that is withheld is not even typed. */
document.addEventListener('change', (event) => {
  const nature = document.getElementById(event.target.dataset?.withholds ?? '');
  if (!nature) return;
  if (event.target.checked) nature.value = '';
  nature.disabled = event.target.checked;
});

window.addEventListener('online', () => void sendAll());
document.addEventListener('visibilitychange', () => void sendAll());
setInterval(() => void sendAll(), TRY_AGAIN_MS);
show();
void sendAll();

/** Sends one after the other, in the order in which they were said; stops at the first that has to wait. */
async function sendAll() {
  if (sending || document.visibilityState === 'hidden') return;
  const waiting = queue.entries().filter((entry) => entry.refused === undefined);
  if (waiting.length === 0) return;
  sending = true;
  let sent = 0;
  for (const entry of waiting) {
    const outcome = await send(entry);
    if (outcome.is === 'sent') {
      queue.remove(entry.id);
      sent += 1;
    } else if (outcome.is === 'refused') refuse(entry, outcome.why);
    state = outcome.is === 'refused' ? 'sent' : outcome.is;
    show();
    if (state !== 'sent') break;
  }
  sending = false;
  if (sent > 0) {
    said.textContent = sent === 1 ? 'Recorded.' : `${sent} entries are recorded.`;
    await refresh();
  } else if (state !== 'sent') said.textContent = `Waiting to be sent: ${queue.entries().length}.`;
  // Something was taken down meanwhile.
  if (state === 'sent') void sendAll();
}

/** Back into its form when it was only just sent; otherwise it is listed, until the clerk takes it up. */
function refuse(entry, why) {
  if (entry.id === newest && putBack(entry, why)) queue.remove(entry.id);
  else queue.put({ ...entry, refused: why });
}

const STATES = {
  sent: ['The connection is back. What waits is being sent.'],
  waits: [
    'The connection is lost. Go on: what you record is kept on this device and sent when the connection is back.',
  ],
  'signed-out': ['You are signed out. Sign in again, and what waits here is sent.', 'Sign in'],
  'may-not': [
    'You act for another council now, or may not record meetings any more. What waits here is kept.',
    'Choose the council',
    '/choose-authority',
  ],
  'other-person': [
    'Somebody else is signed in now. Sign in as yourself, and what waits here is sent.',
    'Sign in',
  ],
};

/** Draws what waits, what was refused, and why. */
function show() {
  const entries = queue.entries();
  const waiting = entries.filter(({ refused }) => refused === undefined);
  const refused = entries.filter((entry) => entry.refused !== undefined);
  const others = queue.ofOthers();
  const parts = [];
  held = waiting.length > 0 && (held || state !== 'sent');
  if (held) {
    const [text, link, address = '/sign-in'] = STATES[state];
    const signIn = element(
      'a',
      { className: 'govuk-link', href: `${address}?returnTo=${encodeURIComponent(location.pathname)}` },
      link,
    );
    parts.push(
      element('h2', { className: 'govuk-heading-s' }, `Waiting to be sent (${waiting.length})`),
      element('p', { className: 'govuk-body' }, text, ...(link ? [' ', signIn] : [])),
      element(
        'ul',
        { className: 'govuk-list govuk-list--bullet' },
        ...waiting.map((entry) => element('li', {}, `${timeOf(entry)}: ${entry.label}`)),
      ),
    );
  }
  if (queue.keepsNothing) {
    parts.push(
      element(
        'p',
        { className: 'govuk-body' },
        'This browser keeps nothing. Do not close this page before everything is sent.',
      ),
    );
  }
  if (refused.length > 0) {
    parts.push(
      element('h2', { className: 'govuk-heading-s' }, `Not recorded (${refused.length})`),
      ...refused.map(refusedPart),
    );
  }
  if (others > 0) {
    parts.push(
      element(
        'p',
        { className: 'govuk-body' },
        `Somebody else recorded things on this device that wait to be sent (${others}). They are sent when that person signs in here and opens this page.`,
      ),
    );
  }
  box.replaceChildren(...parts);
  box.hidden = parts.length === 0;
}

function refusedPart(entry) {
  const again = element(
    'button',
    { className: 'govuk-button govuk-button--secondary', type: 'button' },
    'Put back into its form',
  );
  const away = element(
    'button',
    { className: 'govuk-button govuk-button--warning', type: 'button' },
    'Throw away',
  );
  again.addEventListener('click', () => {
    const [, item] = entry.fields.find(([name]) => name === 'item') ?? [];
    if (item) openItem(item);
    if (putBack(entry, entry.refused)) queue.remove(entry.id);
    else showGone(again);
    show();
  });
  away.addEventListener('click', () => {
    queue.remove(entry.id);
    show();
  });
  return element(
    'div',
    {},
    element(
      'p',
      { className: 'govuk-body' },
      element('strong', {}, `${timeOf(entry)}: ${entry.label}`),
      ' ',
      entry.refused,
    ),
    element('div', { className: 'govuk-button-group' }, again, away),
  );
}

function showGone(button) {
  button.after(
    element(
      'p',
      { className: 'govuk-body' },
      'Its form is not on this page any more. Record it in another one, then throw this away.',
    ),
  );
}

const timeOf = ({ saidAt }) =>
  new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit' }).format(saidAt);

/** Puts the forms under an item. */
function openItem(id) {
  const panel = document.getElementById('panel');
  const place = document.querySelector(`[data-place="${CSS.escape(id)}"]`);
  if (!panel || !place || panel.dataset.item === id) return;
  panel.dataset.item = id;
  for (const field of panel.querySelectorAll('input[name="item"]')) field.value = id;
  for (const field of panel.querySelectorAll('input[name="itemTitle"]')) field.value = place.dataset.title;
  for (const field of panel.querySelectorAll('[data-of-item]')) field.remove();
  for (const form of panel.querySelectorAll('form')) settle(form);
  for (const link of document.querySelectorAll('a[data-open]')) link.hidden = link.dataset.open === id;
  place.append(panel);
  history.replaceState(null, '', `${location.pathname}?item=${id}`);
}

/**
 * The one string of which HTML may be made: a page of our own, fetched from where this one came from. Browsers with
 * Trusted Types refuse any other.
 */
const readPage = window.trustedTypes?.createPolicy('probity-record', { createHTML: (text) => text });
const ourOwnPage = (text) => readPage?.createHTML(text) ?? text;

/** Draws what is recorded now, and keeps what somebody is in the middle of. */
async function refresh() {
  const item = document.getElementById('panel')?.dataset.item;
  try {
    const response = await fetch(`${location.pathname}${item ? `?item=${item}` : ''}`, {
      headers: { Accept: 'text/html' },
      signal: AbortSignal.timeout(15_000),
    });
    const fresh = new DOMParser()
      .parseFromString(ourOwnPage(await response.text()), 'text/html')
      .getElementById('record');
    // Somebody who is signed out gets another page; what is on this one is better than nothing.
    if (!response.ok || fresh?.dataset.account !== account) return;
    redraw(fresh);
  } catch {
    // The connection went again. The page stays as it is, and what is taken down next waits.
  }
}

function redraw(fresh) {
  const unsent = unsentIn(page);
  const open = [...page.querySelectorAll('details[open]')].map(({ id }) => id);
  const backTo = placeOf(document.activeElement);
  const top = window.scrollY;
  page.replaceChildren(...document.adoptNode(fresh).childNodes);
  for (const id of open) if (id) document.getElementById(id)?.setAttribute('open', '');
  initAll({ scope: page });
  restore(unsent);
  backTo()?.focus({ preventScroll: true });
  window.scrollTo(0, top);
}

/** Finds again, on the page as it is drawn then, what has the focus now; or what it stood under. */
function placeOf(active) {
  if (!active?.closest('#record')) return () => undefined;
  const form = active.closest('form');
  // Fields have ids; buttons keep their order, while what a form hides comes and goes.
  const index = form ? [...form.querySelectorAll('button')].indexOf(active) : -1;
  const heading = active.closest('section')?.querySelector('h3')?.id;
  return () =>
    (active.id && document.getElementById(active.id)) ||
    document.getElementById(form?.id ?? '')?.querySelectorAll('button')[index] ||
    document.getElementById(heading ?? '');
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}
