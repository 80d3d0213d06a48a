/**
 * What a clerk recorded and the server has not acknowledged yet, kept on the device: one entry of localStorage each,
 * under the account and the meeting that it belongs to. docs/decisions/recording-a-meeting.md says what an entry holds.
 */
const ROOT = 'probity-record/';

/** When entries of this page were taken down, by a clock that nobody sets. */
const takenAt = new Map();

export class Queue {
  #prefix;
  #account;
  #meeting;
  /** Where the browser keeps nothing, entries live as long as the page. */
  #inMemory = new Map();

  constructor(account, meeting) {
    this.#account = account;
    this.#meeting = meeting;
    this.#prefix = `${ROOT}${account}/${meeting}/`;
  }

  add(entry) {
    takenAt.set(entry.id, performance.now());
    this.put(entry);
  }

  put(entry) {
    try {
      localStorage.setItem(this.#prefix + entry.id, JSON.stringify(entry));
      this.#inMemory.delete(entry.id);
    } catch {
      this.#inMemory.set(entry.id, entry);
    }
  }

  /** True when what waits is gone once the page is closed. */
  get keepsNothing() {
    return this.#inMemory.size > 0;
  }

  remove(id) {
    this.#inMemory.delete(id);
    takenAt.delete(id);
    try {
      localStorage.removeItem(this.#prefix + id);
    } catch {
      // Nothing is kept there, so nothing is left there.
    }
  }

  /** In the order in which they were taken down. */
  entries() {
    const kept = keys()
      .filter((key) => key.startsWith(this.#prefix))
      .flatMap((key) => parsed(localStorage.getItem(key)));
    return [...kept, ...this.#inMemory.values()].sort((a, b) => a.saidAt - b.saidAt);
  }

  /** How many entries another account left on this device for this meeting. */
  ofOthers() {
    return keys().filter((key) => {
      const [account, meeting] = key.slice(ROOT.length).split('/');
      return meeting === this.#meeting && account !== this.#account;
    }).length;
  }
}

/** How long ago an entry was taken down, in milliseconds. Only a reloaded page has to ask the device what time it is. */
export function ageOf(entry) {
  const taken = takenAt.get(entry.id);
  return Math.max(0, Math.round(taken === undefined ? Date.now() - entry.saidAt : performance.now() - taken));
}

function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(ROOT));
  } catch {
    return [];
  }
}

/** An entry that cannot be read is none: another program wrote it. */
function parsed(text) {
  try {
    const entry = JSON.parse(text ?? '');
    return Array.isArray(entry?.fields) && typeof entry.action === 'string' ? [entry] : [];
  } catch {
    return [];
  }
}

/** A random UUID. On an address without https the browser has no maker of its own. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
