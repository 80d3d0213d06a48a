/** PURE. A member's register of interests from a page of ModernGov. */
export type { Filler } from './fillers.js';
export { proposedWords } from './propose.js';
export {
  MOST_ROWS,
  readModernGovRegister,
  type ModernGovReading,
  type ModernGovRegister,
  type ReadCategory,
  type ReadRow,
} from './read-register.js';
