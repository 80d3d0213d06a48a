import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A secret that the installation makes for itself and keeps in a file only its owner can read (mode 0600).
 * A whole file is linked into place, so that two processes starting at once end up with the same one and neither reads
 * half of it.
 */
export function keptSecret(dataDir: string, name: string, make: () => string): string {
  const path = join(dataDir, name);
  mkdirSync(dataDir, { recursive: true });
  const whole = `${path}.${process.pid}`;
  try {
    writeFileSync(whole, make(), { mode: 0o600 });
    linkSync(whole, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(whole, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}
