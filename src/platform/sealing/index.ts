export { generateKeys, KeysRefused, Sealer } from './sealer.js';
export type { SealedFor } from './sealer.js';
export { keptSecret } from './kept-secret.js';
