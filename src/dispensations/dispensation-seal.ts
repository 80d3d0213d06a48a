import { Injectable } from '@nestjs/common';
import { Sealer } from '../platform/sealing/index.js';

/** What a member asks for, in words. It can tell what the interest is, so it is always sealed. */
export interface AskedInWords {
  readonly matter: string;
  readonly reason: string;
}

/** What was decided, in words: the cases that a dispensation describes (s.33(1)), and why. */
export interface DecidedInWords {
  readonly cases: string;
  readonly reason: string;
}

interface Row {
  readonly authorityId: string;
  readonly id: string;
}

interface Tables {
  readonly dispensation_request: AskedInWords;
  readonly dispensation_invitation: AskedInWords;
  readonly dispensation_decision: DecidedInWords;
}

/** Seals and opens the words of dispensations, each bound to its own row. */
@Injectable()
export class DispensationSeal {
  constructor(private readonly sealer: Sealer) {}

  seal<T extends keyof Tables>(table: T, row: Row, words: Tables[T]): string {
    return this.sealer.seal(words, { authorityId: row.authorityId, row: `${table}:${row.id}` });
  }

  open<T extends keyof Tables>(table: T, row: Row & { readonly details: string }): Tables[T] {
    const owner = { authorityId: row.authorityId, row: `${table}:${row.id}` };
    return this.sealer.open(row.details, owner) as Tables[T];
  }
}
