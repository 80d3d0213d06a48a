import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleVersion } from '../law/index.js';

/** What one member was told before one meeting: evidence, kept when it is sent and when it is opened. */
@Entity('briefing_edition')
export class BriefingEdition {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  /** 1 for the first; another one each time that what is told has changed. */
  @Column('integer') edition: number;
  /** A hash of what is told, so that the same is not told twice as news. */
  @Column('text') fingerprint: string;
  @Column('integer', { name: 'agenda_revision' }) agendaRevision: number;
  @Column('bigint', { name: 'register_version' }) registerVersion: string;
  @Column('jsonb', { name: 'rule_versions' }) ruleVersions: readonly RuleVersion[];
  @Column('text', { name: 'matcher_version' }) matcherVersion: string;
  /** Sealed: the facts used and the words shown, less what touches a sensitive interest. */
  @Column('text') details: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { name: 'first_opened_at', nullable: true }) firstOpenedAt: Date | null;
}
