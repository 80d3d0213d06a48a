import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBackupKey } from '../platform/backup/index.js';
import type { Config } from '../platform/config/index.js';
import { INSTALLATION } from '../platform/database/index.js';
import { Sealer } from '../platform/sealing/index.js';
import { CommandFailure } from './command-failure.js';

/** What the proof of a key is bound to. */
const PROOF = { authorityId: INSTALLATION, row: 'backup:key' } as const;
const PROVEN = 'this key';

/**
 * The key that encrypts the file: of the command, or of the configuration; undefined where none is given.
 * @throws CommandFailure when it is none
 */
export function backupKey(
  config: Pick<Config, 'backupKey'>,
  keyFile: string | undefined,
): Buffer | undefined {
  const written = keyFile === undefined ? config.backupKey : fileOf(keyFile);
  if (written === undefined) return undefined;
  const key = readBackupKey(written);
  if (key !== undefined) return key;
  throw new CommandFailure(
    `${keyFile ?? 'PROBITY_BACKUP_KEY'} must hold 32 bytes in base64, such as the output of: openssl rand -base64 32`,
  );
}

function fileOf(keyFile: string): string {
  try {
    return readFileSync(keyFile, 'utf8');
  } catch (error) {
    throw new CommandFailure(
      `${keyFile}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? '?'}).`,
    );
  }
}

/** For each key that seals details, a value that opens with it alone, by the key's id. */
export function proofsOf(keys: string): Record<string, string> {
  const sealers = keys.split(',').map((key) => new Sealer(key));
  return Object.fromEntries(sealers.map((sealer) => [sealer.currentKey, sealer.seal(PROVEN, PROOF)]));
}

/**
 * That what was sealed when the backup was taken can be opened here.
 * @throws CommandFailure, naming the keys that are missing or others
 */
export function requireKeys(proofs: Readonly<Record<string, string>>, keys: string | undefined): void {
  const sealer = keys === undefined ? undefined : new Sealer(keys);
  const missing = Object.entries(proofs).filter(
    ([id, proof]) => sealer === undefined || !opens(sealer, id, proof),
  );
  if (missing.length === 0) return;
  throw new CommandFailure(
    `Details in this backup are sealed with the key ${missing.map(([id]) => `"${id}"`).join(' and ')}, which is not here, or is another one of that name. Set PROBITY_KEYS as it was then, or put the file "keys" of the former DATA_DIR into this one: a backup never holds a key. Nothing was restored.`,
  );
}

function opens(sealer: Sealer, id: string, proof: string): boolean {
  if (!sealer.hasKey(id)) return false;
  try {
    return sealer.open(proof, PROOF) === PROVEN;
  } catch {
    return false;
  }
}

/** The version in package.json, which lies above this file, in the sources and in what is built of them. */
export function versionHere(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (existsSync(path)) return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
    if (folder === dirname(folder)) return 'unknown';
  }
}
