import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { BackupRefused } from './refused.js';

/** What an encrypted backup begins with. A salt of 32 bytes and a check of the key follow, then the pieces. */
export const SEALED_MAGIC = Buffer.from('probity-backup-aes-256-gcm-1\n');

const SALT = 32;
const CHECK = 16;
const TAG = 16;
/** Every piece but the last holds so many bytes; the last at most so many. */
const PIECE = 64 * 1024;
const HEAD = SEALED_MAGIC.length + SALT + CHECK;

/** Written form of a key, 32 bytes in base64, as bytes; undefined when it is none. */
export function readBackupKey(written: string): Buffer | undefined {
  const key = Buffer.from(written.trim(), 'base64');
  return key.length === 32 ? key : undefined;
}

/**
 * Encrypts in pieces, each authenticated with its place and with whether it is the last: a piece that was changed, left
 * out, moved or cut off does not open. Each file has a key of its own, made of the given one and the salt, so that
 * counting the pieces never uses a nonce twice.
 */
export function sealing(key: Buffer) {
  return async function* (plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const salt = randomBytes(SALT);
    const { fileKey, check } = keysOf(key, salt);
    yield Buffer.concat([SEALED_MAGIC, salt, check]);
    let place = 0;
    for await (const { piece, last } of inPieces(plain, PIECE)) {
      const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(place++, last));
      yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    }
  };
}

/** @throws BackupRefused when the key is another one, or the file is not as it was written */
export function opening(key: Buffer) {
  return async function* (sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const [head, rest] = await headOf(sealed);
    const { fileKey, check } = keysOf(key, head.subarray(SEALED_MAGIC.length, -CHECK));
    if (!timingSafeEqual(check, head.subarray(-CHECK)))
      throw new BackupRefused('The key is not the one with which this backup was encrypted.');
    let place = 0;
    for await (const { piece, last } of inPieces(rest, PIECE + TAG)) {
      yield opened(fileKey, nonceOf(place++, last), piece);
    }
  };
}

function opened(fileKey: Buffer, nonce: Buffer, piece: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce, { authTagLength: TAG });
    decipher.setAuthTag(piece.subarray(-TAG));
    return Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()]);
  } catch {
    throw new BackupRefused('The backup is damaged, or it was cut short: a part of it does not open.');
  }
}

function keysOf(key: Buffer, salt: Buffer): { fileKey: Buffer; check: Buffer } {
  const derived = Buffer.from(hkdfSync('sha256', key, salt, SEALED_MAGIC, 32 + CHECK));
  return { fileKey: derived.subarray(0, 32), check: derived.subarray(32) };
}

function nonceOf(place: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(place, 0, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

async function headOf(sealed: AsyncIterable<Buffer>): Promise<[Buffer, AsyncIterable<Buffer>]> {
  const source = sealed[Symbol.asyncIterator]();
  let read = Buffer.alloc(0);
  while (read.length < HEAD) {
    const next = await source.next();
    if (next.done === true) throw new BackupRefused('The backup was cut short: it ends in its first line.');
    read = Buffer.concat([read, next.value]);
  }
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield read.subarray(HEAD);
    yield* { [Symbol.asyncIterator]: () => source };
  };
  return [read.subarray(0, HEAD), rest()];
}

/** Cuts a stream into pieces of one size; the last one is what is left, and there always is one. */
async function* inPieces(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    // The last piece is told apart when the stream has ended, so a whole one is kept back until then.
    let from = 0;
    for (; held.length - from > size; from += size)
      yield { piece: held.subarray(from, from + size), last: false };
    held = held.subarray(from);
  }
  yield { piece: held, last: true };
}
