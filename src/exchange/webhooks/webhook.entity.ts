import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a webhook may ask to be told of. */
export const WEBHOOK_TOPICS = ['agendas', 'meetings', 'register'] as const;
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number];

export type WebhookEventType =
  | 'agenda.published'
  | 'agenda.revised'
  | 'meeting.changed'
  | 'meeting.cancelled'
  | 'register.published'
  | 'register.changed'
  | 'register.removed';

/** Another program of the council's, or somebody else's, that is told when something public has changed. */
@Entity('webhook')
export class Webhook {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') url: string;
  @Column('text', { array: true }) topics: WebhookTopic[];
  /** Sealed. */
  @Column('text') secret: string;
  /** Sealed: the one before, with which each delivery is signed too until `formerUntil`. */
  @Column('text', { name: 'former_secret', nullable: true }) formerSecret: string | null;
  /** Machine time. */
  @Column('timestamptz', { name: 'former_until', nullable: true }) formerUntil: Date | null;
  @Column('timestamptz', { name: 'registered_at' }) registeredAt: Date;
  @Column('uuid', { name: 'registered_by' }) registeredBy: string;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('uuid', { name: 'removed_by', nullable: true }) removedBy: string | null;
}

/** Something public that changed: ids alone. Written by triggers, in the transaction of the change. */
@Entity('webhook_event')
export class WebhookEvent {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  /** Of two events about one subject the later one has the higher. The database counts. */
  @Column({ type: 'bigint', insert: false, update: false }) position: string;
  @Column('text') type: WebhookEventType;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId: string | null;
  @Column('integer', { nullable: true }) revision: number | null;
  @Column('uuid', { name: 'member_id', nullable: true }) memberId: string | null;
  @Column('uuid', { name: 'thing_id', nullable: true }) thingId: string | null;
  /** Machine time. */
  @Column('timestamptz', { name: 'happened_at' }) happenedAt: Date;
}

/** `waiting` is owed; `delivered` was taken; `dead` is tried no more, until somebody replays it. */
export type DeliveryState = 'waiting' | 'delivered' | 'dead';

/** One event owed to one webhook. Its id is what the receiver knows it by, at every try and every replay. */
@Entity('webhook_delivery')
export class WebhookDelivery {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'webhook_id' }) webhookId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') state: DeliveryState;
  /** Since it was owed, or replayed. */
  @Column('integer') tries: number;
  @Column('integer') replays: number;
  /** Machine time, as the other moments. */
  @Column('timestamptz', { name: 'owed_since' }) owedSince: Date;
  /** Not tried before; while it is being sent, when another worker may take it for lost. */
  @Column('timestamptz', { name: 'next_at' }) nextAt: Date;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz', { name: 'last_tried_at', nullable: true }) lastTriedAt: Date | null;
  /** Of the receiver's answer; null where there was none. */
  @Column('integer', { name: 'last_status', nullable: true }) lastStatus: number | null;
  /** Why there was no answer: a FetchRefusal, or 'redirected'. */
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
}
