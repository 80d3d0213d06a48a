import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a chain stood on a day. Never updated, never deleted: the database refuses both. */
@Entity('audit_anchor')
export class AuditAnchor {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  /** The civil date in London; one anchor a day for each chain. */
  @PrimaryColumn('date', { name: 'anchored_on' }) anchoredOn: string;
  /** bigint: a string in JavaScript. */
  @Column('bigint') position: string;
  @Column('bytea') hash: Buffer;
  /** By the machine's clock. */
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
}

/** That an anchor was handed over to be mailed to an address. */
@Entity('audit_anchor_mail')
export class AuditAnchorMail {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('date', { name: 'anchored_on' }) anchoredOn: string;
  @PrimaryColumn('text', { name: 'to_address' }) toAddress: string;
  @Column('timestamptz', { name: 'handed_over_at' }) handedOverAt: Date;
}
