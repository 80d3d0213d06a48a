import { Injectable } from '@nestjs/common';
import { Sealer, type SealedFor } from '../../platform/sealing/index.js';

/** Where the words of case files lie; part of what they are bound to. */
type Column = 'case_file.alleged' | 'case_file.outcome' | 'case_file_note.words';

interface Row {
  readonly authorityId: string;
  readonly id: string;
}

/** Seals and opens what officers wrote into case files, each bound to its own row and column. */
@Injectable()
export class CaseSeal {
  constructor(private readonly sealer: Sealer) {}

  seal(column: Column, row: Row, words: string): string {
    return this.sealer.seal(words, boundTo(column, row));
  }

  open(column: Column, row: Row, sealed: string): string {
    return this.sealer.open(sealed, boundTo(column, row)) as string;
  }
}

const boundTo = (column: Column, { authorityId, id }: Row): SealedFor => ({
  ...{ authorityId, row: `${column}:${id}` },
});
