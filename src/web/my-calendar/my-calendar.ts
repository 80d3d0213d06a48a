import { Inject, Injectable } from '@nestjs/common';
import { Authorities, Bodies } from '../../authorities/index.js';
import { asCalendar, MeetingsOfMember } from '../../briefings/index.js';
import { addDays } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { LastDays } from './last-days.js';

const DAYS_BACK = 31;
const DAYS_AHEAD = 366;

/** One member's calendar at one authority. */
@Injectable()
export class MyCalendar {
  constructor(
    private readonly authorities: Authorities,
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly lastDays: LastDays,
    private readonly meetings: MeetingsOfMember,
  ) {}

  /** From a month back to a year ahead; a last day that has passed stays for as long as it is owed. */
  async file(uow: UnitOfWork, memberId: string): Promise<string> {
    const today = this.clock.today();
    const days = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
    const { name } = await this.authorities.get(uow);
    const bodies = new Map((await this.bodies.list(uow)).map((body) => [body.id, body.name]));
    const meetings = await this.meetings.between(uow, memberId, days);
    const lastDays = await this.lastDays.ofMember(uow, memberId);
    return asCalendar(
      {
        name: `Probity: ${name}`,
        meetings: meetings.map((meeting) => ({
          ...{ meeting, bodyName: bodies.get(meeting.bodyId) ?? '', sequence: meeting.changes },
          address: this.#at(`/my/meetings/${meeting.id}`),
        })),
        lastDays: lastDays.map(({ id, lastDay, title, path }) => ({
          ...{ id, lastDay, title: `${title}, ${name}`, address: this.#at(path) },
        })),
      },
      this.clock.now(),
    );
  }

  #at(path: `/${string}`): string {
    return `${this.config.publicUrl}${path}`;
  }
}
