import { Injectable } from '@nestjs/common';
import { INSTALLATION } from '../../platform/database/index.js';
import { Sealer, type SealedFor } from '../../platform/sealing/index.js';
import type { IntakeProblem, IntakeRow } from './intake-row.js';

/** What lies sealed in a row of `intake`: the rows until they are taken in, and what was wrong. */
export interface IntakeContent {
  readonly rows?: readonly IntakeRow[];
  readonly problems?: readonly IntakeProblem[];
}

/** Seals names and addresses for as long as they wait. */
@Injectable()
export class IntakeSeal {
  constructor(private readonly sealer: Sealer) {}

  seal(id: string, content: IntakeContent): string {
    return this.sealer.seal(content, boundTo(id));
  }

  /** @throws when the content belongs to another intake. */
  open({ id, content }: { readonly id: string; readonly content: string }): IntakeContent {
    return this.sealer.open(content, boundTo(id)) as IntakeContent;
  }
}

const boundTo = (id: string): SealedFor => ({ authorityId: INSTALLATION, row: `intake:${id}` });
