import { unzipSync } from 'fflate';
import type { RefusedFile } from '../document.js';
import { LIMITS } from '../limits.js';

/** Unpacks the parts that are wanted, after the sizes in the zip's own list have been looked at. */
export function unpacked(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): { readonly parts: Record<string, Uint8Array>; readonly names: readonly string[] } | RefusedFile {
  // Bit 0 of the flags of the first entry.
  if (((bytes[6] ?? 0) & 1) === 1) return { refused: 'encrypted' };
  const names: string[] = [];
  let size = 0;
  try {
    // The first look unpacks nothing. What an entry then becomes is never more than the list says: the rest is cut off.
    unzipSync(bytes, {
      filter: (entry) => {
        names.push(entry.name);
        if (isWanted(entry.name)) size += entry.originalSize;
        return false;
      },
    });
    if (size > LIMITS.unpackedBytes || names.length > LIMITS.zipEntries)
      return { refused: 'inflates-too-much' };
    const parts = unzipSync(bytes, { filter: ({ name }) => isWanted(name) });
    return { parts, names };
  } catch {
    return { refused: 'damaged' };
  }
}
