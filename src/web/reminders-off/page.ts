import type { WishKind } from '../../reminders/index.js';
import { kindInWords } from '../my-reminders/index.js';

/** What an address turns off, and whether it did already. Whose it is stands nowhere: anybody may hold the message. */
export interface OffAddress {
  readonly authorityName: string;
  readonly kinds: readonly WishKind[];
  readonly isOff: boolean;
}

export function offView({ authorityName, kinds, isOff }: OffAddress): object {
  return {
    title: isOff ? 'These reminders are turned off' : 'Turn off these reminders?',
    councilName: authorityName,
    kinds: kinds.map(kindInWords),
    isOff,
  };
}
