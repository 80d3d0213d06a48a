import { Injectable } from '@nestjs/common';
import { Sealer } from '../platform/sealing/index.js';
import type { WhyNotEntered, RecordedForm } from '../register/index.js';
import type { ModernGovRegister } from './moderngov-register/index.js';

/** What the rows of one member come to, ready to be recorded on a day. */
export interface MemberToTakeOver {
  readonly memberId: string;
  readonly name: string;
  readonly hasPartner: boolean | null;
  readonly answers: RecordedForm['answers'];
  readonly rows: number;
}

/** Why a member's part could not be entered, so that nothing of the file was. */
export interface ImportFailure {
  readonly name: string;
  readonly why: WhyNotEntered | 'not-yet';
}

/** What a person decided when they had a file taken over: who answers for it, and when it is taken as received. */
export interface TakeOverOrder {
  readonly accountId: string;
  readonly receivedOn: string;
}

/** What lies sealed in a row of register_import. */
export interface ImportContent {
  readonly register?: ModernGovRegister;
  readonly members?: readonly MemberToTakeOver[];
  readonly order?: TakeOverOrder;
  /** Why it failed; empty where the program did and not the register. */
  readonly failures?: readonly ImportFailure[];
}

interface Row {
  readonly authorityId: string;
  readonly id: string;
}

/** Seals what was read, bound to its own row. */
@Injectable()
export class ImportSeal {
  constructor(private readonly sealer: Sealer) {}

  seal(row: Row, content: ImportContent): string {
    return this.sealer.seal(content, boundTo(row));
  }

  /** @throws when the content belongs to another row. */
  open(row: Row & { readonly content: string }): ImportContent {
    return this.sealer.open(row.content, boundTo(row)) as ImportContent;
  }
}

const boundTo = ({ authorityId, id }: Row): { authorityId: string; row: string } => ({
  authorityId,
  row: `register_import:${id}`,
});
