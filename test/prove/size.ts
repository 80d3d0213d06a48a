/** True under `npm run prove`: the same proofs, at full size. */
export const isFull = process.env.PROVE === 'full';

/** The small number under `npm test`, the full one under `npm run prove`. */
export function sized(small: number, full: number): number {
  return isFull ? full : small;
}

/** Each proof ends within ten minutes; a small one within two, also where other tests keep every core busy. */
export const PROOF_TIMEOUT = isFull ? 600_000 : 120_000;
