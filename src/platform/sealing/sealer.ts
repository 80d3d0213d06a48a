import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a sealed value belongs to. It opens only for the same row of the same authority. */
export interface SealedFor {
  readonly authorityId: string;
  /** The table and id of the row, such as `register_entry:5f0c…`. */
  readonly row: string;
}

/**
 * Details of interests at rest: AES-256-GCM, a key id in each value (so that keys can be rotated) and the row and
 * authority as additional data (so that a value copied to another row does not open).
 * Form: `v1.<key id>.<iv>.<tag>.<ciphertext>`, base64url.
 */
export class Sealer {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #current: string;

  /** @param written `id:base64[,id:base64…]`, 32 bytes each; the first one encrypts. */
  constructor(written: string) {
    const keys = written.split(',').map(readKey);
    this.#keys = new Map(keys);
    const [first] = keys;
    if (first === undefined) throw new KeysRefused('PROBITY_KEYS holds no key.');
    if (this.#keys.size !== keys.length) throw new KeysRefused('PROBITY_KEYS uses the same key id twice.');
    this.#current = first[0];
  }

  /** The id of the key that seals. */
  get currentKey(): string {
    return this.#current;
  }

  hasKey(id: string): boolean {
    return this.#keys.has(id);
  }

  /** Seals any JSON value. */
  seal(value: unknown, owner: SealedFor): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.#current), iv);
    cipher.setAAD(boundTo(owner));
    const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return [
      'v1',
      this.#current,
      ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url')),
    ].join('.');
  }

  /** @throws when the value was changed, belongs to another row, or its key is not here. */
  open(sealed: string, owner: SealedFor): unknown {
    const [version, keyId = '', iv = '', tag = '', text = ''] = sealed.split('.');
    if (version !== 'v1')
      throw new Error(`A sealed value of form ${version ?? 'nothing'} cannot be opened here.`);
    const nonce = Buffer.from(iv, 'base64url');
    // Without the length a tag cut short would do, and a short one can be guessed.
    const decipher = createDecipheriv('aes-256-gcm', this.#key(keyId), nonce, { authTagLength: 16 });
    decipher.setAAD(boundTo(owner));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    const opened = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]);
    return JSON.parse(opened.toString('utf8'));
  }

  #key(id: string): Buffer {
    const key = this.#keys.get(id);
    if (key === undefined) throw new Error(`The key "${id}" is not among PROBITY_KEYS.`);
    return key;
  }
}

/** Keys that cannot be used; the message is a sentence for the operator and holds no key. */
export class KeysRefused extends Error {}

/** A fresh key in the written form. */
export function generateKeys(): string {
  return `k1:${randomBytes(32).toString('base64')}`;
}

function readKey(text: string): [string, Buffer] {
  const colon = text.indexOf(':');
  const id = text.slice(0, colon).trim();
  const key = Buffer.from(text.slice(colon + 1), 'base64');
  if (colon < 1 || !/^[A-Za-z0-9_-]{1,20}$/.test(id) || key.length !== 32) {
    throw new KeysRefused(
      'PROBITY_KEYS must be id:base64 with 32 bytes a key, such as the output of: echo "k1:$(openssl rand -base64 32)".',
    );
  }
  return [id, key];
}

function boundTo(owner: SealedFor): Buffer {
  return Buffer.from(`${owner.authorityId}/${owner.row}`, 'utf8');
}
