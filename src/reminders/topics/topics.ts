import { Inject, Injectable, type Provider } from '@nestjs/common';
import type { WishKind } from '../wishes.js';
import { HourlyLog } from '../hourly-log.js';
import { AfterDisclosureTopic } from './after-disclosure.js';
import { ByTheCodeTopic } from './by-the-code.js';
import { ConfirmationTopic } from './confirmation.js';
import { DispensationEndsTopic } from './dispensation-ends.js';
import { EscalationTopic } from './escalation.js';
import { GiftsTopic } from './gifts.js';
import { MeetingCancelledTopic } from './meeting-cancelled.js';
import { MeetingsTopic } from './meetings.js';
import { MemberByMember } from './member-by-member.js';
import { NamedMeetings } from './named-meetings.js';
import { NoticesClosedTopic } from './notices-closed.js';
import { OfficerPages } from './officer-pages.js';
import { Officers } from './officers.js';
import { SensitiveReviewTopic } from './sensitive-review.js';
import { TakingOfficeTopic } from './taking-office.js';
import type { Topic } from './topic.js';

/** Every topic there is. A new one is one file beside this one, and one line here. */
const TOPICS = [
  TakingOfficeTopic,
  AfterDisclosureTopic,
  ByTheCodeTopic,
  GiftsTopic,
  MeetingsTopic,
  MeetingCancelledTopic,
  ConfirmationTopic,
  DispensationEndsTopic,
  SensitiveReviewTopic,
  EscalationTopic,
  NoticesClosedTopic,
];

const ALL_TOPICS = Symbol('all topics');

/** What Nest makes of them, with what several of them ask. */
export const TOPIC_PROVIDERS: Provider[] = [
  ...TOPICS,
  HourlyLog,
  MemberByMember,
  NamedMeetings,
  OfficerPages,
  Officers,
  { provide: ALL_TOPICS, useFactory: (...all: Topic[]) => all, inject: TOPICS },
];

/** What Probity reminds of. */
@Injectable()
export class Topics {
  readonly #byRule = new Map<string, Topic>();

  /** @throws where two topics have a rule: then neither could be told from its row. */
  constructor(@Inject(ALL_TOPICS) readonly all: readonly Topic[]) {
    for (const topic of this.all) {
      for (const rule of topic.rules) {
        if (this.#byRule.has(rule)) throw new Error(`Two topics remind by the rule "${rule}".`);
        this.#byRule.set(rule, topic);
      }
    }
  }

  /** @throws where no topic knows the rule: a row of a newer version, or a fault in the program. */
  of(rule: string): Topic {
    const topic = this.#byRule.get(rule);
    if (topic === undefined) throw new Error(`No topic reminds by the rule "${rule}".`);
    return topic;
  }

  /** What a member may turn off about a reminder; undefined where it always comes. */
  wishKind(rule: string, step: string): WishKind | undefined {
    return this.of(rule).wishKind(step);
  }
}
