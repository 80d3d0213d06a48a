import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Column, Entity, PrimaryColumn, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/index.js';
import { Database, INSTALLATION } from '../../platform/database/index.js';
import { Sealer, type SealedFor } from '../../platform/sealing/index.js';

/** A form that was sent and not taken yet. Machine time. */
@Entity('interrupted_form')
export class InterruptedForm {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** Sealed: what it says may be sensitive. */
  @Column('text') content: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}

/** What a form said, and where it was going. */
export interface KeptForm {
  /** A path of this site. */
  readonly path: string;
  readonly fields: readonly (readonly [name: string, word: string])[];
}

/** In milliseconds. Long enough to find a phone; nothing is kept of somebody who walked away. */
const KEPT_FOR = 30 * 60_000;

/** Keeps what a form said while its sender shows that it is they. It is handed back to them alone, and then forgotten. */
@Injectable()
export class InterruptedForms {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  async keep(accountId: string, form: KeptForm): Promise<{ id: string }> {
    const id = randomUUID();
    const now = this.clock.machineNow();
    const content = this.sealer.seal(form, rowOf(id));
    await this.database.acrossAuthorities(async (manager) => {
      await manager.query('delete from interrupted_form where expires_at <= $1', [now]);
      const expiresAt = new Date(now.getTime() + KEPT_FOR);
      await manager.insert(InterruptedForm, { id, accountId, content, expiresAt });
    });
    return { id };
  }

  /** The form, for whoever sent it. It stays until it expires, so that the page that shows it may be loaded again. */
  async of(accountId: string, id: string): Promise<KeptForm | undefined> {
    const expiresAt = MoreThan(this.clock.machineNow());
    const kept = await this.database.acrossAuthorities((manager) =>
      manager.findOneBy(InterruptedForm, { id, accountId, expiresAt }),
    );
    return kept === null ? undefined : (this.sealer.open(kept.content, rowOf(id)) as KeptForm);
  }
}

const rowOf = (id: string): SealedFor => ({ authorityId: INSTALLATION, row: `interrupted_form:${id}` });
