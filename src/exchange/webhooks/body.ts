import type { WebhookEvent } from './webhook.entity.js';

/** What a message says: which thing changed, and where it can be read. */
export interface WebhookBody {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    /** Of two messages about one meeting or member, the later one has the higher. */
    readonly sequence: number;
    readonly authority: { readonly slug: string; readonly name: string };
    readonly meeting?: { readonly id: string; readonly href: string };
    /** Of the agenda, from 1. */
    readonly revision?: number;
    readonly member?: { readonly id: string; readonly href: string; readonly json: string };
    readonly entry?: { readonly id: string };
  };
}

export interface AboutEvent {
  readonly publicUrl: string;
  readonly authority: { readonly slug: string; readonly name: string };
  /** What it is about is withheld by now, or somebody has asked for that: then it is not named. */
  readonly keptBack: boolean;
}

/** The words of one event. Made at each sending, so that a replay names nothing that is withheld meanwhile. */
export function bodyOf(event: WebhookEvent, { publicUrl, authority, keptBack }: AboutEvent): WebhookBody {
  const { type, happenedAt, position, meetingId, revision, memberId, thingId } = event;
  const page = `${publicUrl}/register/${authority.slug}/${memberId ?? ''}`;
  return {
    type: keptBack ? 'register.changed' : type,
    timestamp: happenedAt.toISOString(),
    data: {
      sequence: Number(position),
      authority,
      ...(meetingId !== null && { meeting: { id: meetingId, href: `${publicUrl}/meetings/${meetingId}` } }),
      ...(revision !== null && { revision }),
      ...(memberId !== null && { member: { id: memberId, href: page, json: `${page}.json` } }),
      ...(thingId !== null && !keptBack && { entry: { id: thingId } }),
    },
  };
}
