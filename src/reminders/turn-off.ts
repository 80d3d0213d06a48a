import { Injectable } from '@nestjs/common';
import { INSTALLATION } from '../platform/database/index.js';
import { Sealer, type SealedFor } from '../platform/sealing/index.js';
import { Addresses } from './topics/addresses.js';
import { WISH_KINDS, type WishKind } from './wishes.js';

/** Whose reminders an address in a message turns off, and which kinds. */
export interface TurnsOff {
  readonly authorityId: string;
  readonly memberId: string;
  readonly kinds: readonly WishKind[];
}

/**
 * Addresses that turn off optional reminders without signing in (RFC 8058). What they mean is sealed in them: nobody
 * can read or make one, and nothing is stored.
 */
@Injectable()
export class TurnOff {
  constructor(
    private readonly addresses: Addresses,
    private readonly sealer: Sealer,
  ) {}

  address(authorityId: string, memberId: string, kinds: readonly WishKind[]): string {
    return this.addresses.of(
      `/reminders/off/${this.sealer.seal({ authorityId, memberId, kinds }, OF_TURNING_OFF)}`,
    );
  }

  /** What the last part of an address says; undefined where it is none of ours. */
  read(sealed: string): TurnsOff | undefined {
    try {
      const { authorityId, memberId, kinds } = this.sealer.open(sealed, OF_TURNING_OFF) as TurnsOff;
      return { authorityId, memberId, kinds: WISH_KINDS.filter((kind) => kinds.includes(kind)) };
    } catch {
      return undefined;
    }
  }
}

/** It belongs to no row: the name keeps a value that was sealed for anything else from being taken for one. */
const OF_TURNING_OFF: SealedFor = { authorityId: INSTALLATION, row: 'turn-off' };
