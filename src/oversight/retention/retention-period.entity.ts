import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long a council keeps a kind, where it has set a period of its own. */
@Entity('retention_period')
export class RetentionPeriod {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('text') kind: string;
  @Column('integer') months: number;
}
