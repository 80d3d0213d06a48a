import { Injectable } from '@nestjs/common';
import { Bodies } from '../../../authorities/index.js';
import {
  coverageKey,
  DispensationCoverages,
  suggests,
  type AskedItem,
  type OpenedDispensation,
} from '../../../dispensations/index.js';
import { civilDate, type CivilDate } from '../../../law/index.js';
import { Meetings } from '../../../meetings/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { dayAndDateInWords } from '../../../wording/index.js';

/** A meeting in the period of a dispensation, with what was said of each item. */
export interface MeetingInPeriod {
  readonly id: string;
  readonly name: string;
  readonly items: readonly (AskedItem & { readonly covers: boolean | undefined })[];
}

/** An item that a dispensation may be meant for, of which nobody has said whether it is. */
export interface Unsaid {
  readonly one: OpenedDispensation;
  readonly meetingId: string;
  readonly meetingName: string;
  readonly itemTitle: string;
}

interface Coming {
  readonly id: string;
  readonly on: CivilDate;
  readonly name: string;
  readonly items: readonly AskedItem[];
}

/** The coming meetings in the periods of dispensations. */
@Injectable()
export class MeetingsInPeriod {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly coverages: DispensationCoverages,
    private readonly meetings: Meetings,
  ) {}

  async of(uow: UnitOfWork, one: OpenedDispensation): Promise<MeetingInPeriod[]> {
    const to = lastDayOf(one);
    if (to === undefined) return [];
    const said = await this.coverages.latest(uow, [one.request.id]);
    return (await this.#coming(uow, to))
      .filter(({ on }) => isIn(one, on))
      .map(({ id, name, items }) => ({
        ...{ id, name },
        items: items.map((item) => ({ ...item, covers: said.get(coverageKey(one.request.id, item)) })),
      }));
  }

  /** What somebody who may say so should be asked, of all dispensations, the next meeting first. */
  async unsaid(uow: UnitOfWork, all: readonly OpenedDispensation[]): Promise<Unsaid[]> {
    const running = all.filter((one) => (lastDayOf(one) ?? '') >= this.clock.today());
    if (running.length === 0) return [];
    const ids = running.map(({ request }) => request.id);
    const said = await this.coverages.latest(uow, ids);
    const coming = await this.#coming(uow);
    return coming.flatMap(({ id, on, name, items }) =>
      items.flatMap((item) =>
        running
          .filter((one) => isIn(one, on) && suggests(one, item) !== undefined)
          .filter(({ request }) => !said.has(coverageKey(request.id, item)))
          .map((one) => ({ one, meetingId: id, meetingName: name, itemTitle: item.title })),
      ),
    );
  }

  async #coming(uow: UnitOfWork, to?: CivilDate): Promise<Coming[]> {
    const days = { from: this.clock.today(), ...(to === undefined ? {} : { to }) };
    const meetings = (await this.meetings.list(uow, days)).filter(({ status }) => status === 'confirmed');
    const names = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    const coming: Coming[] = [];
    for (const { id, bodyId, meetsOn } of meetings) {
      const on = civilDate(meetsOn);
      const items = (await this.meetings.items(uow, id)).map((item) => ({ id: item.id, title: item.title }));
      coming.push({ id, on, name: `${names.get(bodyId) ?? ''}, ${dayAndDateInWords(on)}`, items });
    }
    return coming;
  }
}

/** The last day of one that lifts something at meetings; undefined of any other. */
function lastDayOf({ state, request, decision }: OpenedDispensation): CivilDate | undefined {
  if (state !== 'granted' || request.kind !== 'restriction' || !decision?.toOn) return undefined;
  return civilDate(decision.toOn);
}

const isIn = ({ decision }: OpenedDispensation, on: CivilDate): boolean =>
  (decision?.fromOn ?? '') <= on && on <= (decision?.toOn ?? '');
