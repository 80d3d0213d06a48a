import {
  KEPT_BY_INSTALLATION,
  KEPT_FOR,
  RETENTION_KINDS,
  type InstallationKind,
} from '../../oversight/index.js';
import { INSTALLATION_IN_WORDS, keptInWords, KINDS_IN_WORDS } from '../officer-retention/index.js';

interface KeptRow {
  readonly title: string;
  readonly kept: string;
}

/** What is kept how long unless a council has set another period: the same words as in docs/dpia.md. */
export function keptRows(): KeptRow[] {
  const ofCouncils = RETENTION_KINDS.map((kind) => ({
    title: KINDS_IN_WORDS[kind].title,
    kept: keptInWords(KEPT_FOR[kind].months, KINDS_IN_WORDS[kind]),
  }));
  const ofInstallation = (Object.keys(KEPT_BY_INSTALLATION) as InstallationKind[])
    .filter((kind) => kind !== 'audit-words')
    .map((kind) => ({
      title: INSTALLATION_IN_WORDS[kind].title,
      kept: keptInWords(KEPT_BY_INSTALLATION[kind], INSTALLATION_IN_WORDS[kind]),
    }));
  return [...ofCouncils, ...ofInstallation];
}
