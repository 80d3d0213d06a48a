import { Injectable } from '@nestjs/common';
import { tellingWords, type OpenedDisclosure } from '../disclosures/index.js';
import type { CivilDate, HeldBy, RegisterCategory } from '../law/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { namesAndAddresses, sameDetails, ToldBefore, type InterestToldBefore } from '../register/index.js';

/** An interest that was notified for the first time, and on which day. */
export interface FirstTold {
  readonly ids: readonly string[];
  readonly category: RegisterCategory;
  readonly heldBy: HeldBy;
  readonly on: CivilDate;
  /** That name it. */
  readonly words: ReadonlySet<string>;
}

/** A disclosure that waits for a notification, or did. */
export interface Awaited {
  readonly disclosure: OpenedDisclosure;
  /** Under which heading it is told, where that is known. */
  readonly category: RegisterCategory | undefined;
  readonly metOn: CivilDate | undefined;
}

/** What members told the monitoring officer for the first time. */
@Injectable()
export class FirstTellings {
  constructor(private readonly toldBefore: ToldBefore) {}

  /** Every interest that a member has told by the end of a day, once each, with the day on which it was told first. */
  async of(uow: UnitOfWork, memberId: string, asAt: CivilDate): Promise<FirstTold[]> {
    return (await this.ofMembers(uow, [memberId], asAt))(memberId);
  }

  /** The same of many members, in one reading. */
  async ofMembers(
    uow: UnitOfWork,
    memberIds: readonly string[],
    asAt: CivilDate,
  ): Promise<(memberId: string) => FirstTold[]> {
    const told = await this.toldBefore.ofMembers(uow, memberIds, asAt);
    return (memberId) => firstIn(told(memberId));
  }
}

function firstIn(told: readonly InterestToldBefore[]): FirstTold[] {
  const seen: InterestToldBefore[] = [];
  for (const one of told) {
    const before = seen.some(
      ({ heldBy, details }) => heldBy === one.heldBy && sameDetails(details, one.details),
    );
    if (one.act !== 'end' && !before) seen.push(one);
  }
  return seen.map(({ id, entryIds, category, heldBy, receivedOn, details }) => {
    const { names, addresses } = namesAndAddresses(details);
    const words = tellingWords([...names, ...addresses]);
    return { ids: [id, ...entryIds], category, heldBy, on: receivedOn, words };
  });
}

/** Whether the officer knew something of the kind by then whose names the clerk's words have. */
export function seemsKnown(
  told: readonly FirstTold[],
  { details, heldBy }: OpenedDisclosure,
  day: CivilDate,
): boolean {
  const said = tellingWords([details.nature ?? '']);
  return told.some(
    (one) => one.heldBy === heldBy && one.on <= day && [...one.words].some((word) => said.has(word)),
  );
}

/**
 * The day on which it was notified. The member may point to what they notified; otherwise an interest counts that was
 * told for the first time since it was first declared, under the same heading and of the same holder. It counts once: a
 * second disclosure in other words waits for another.
 */
export function toldOn(
  told: readonly FirstTold[],
  { disclosure: { details, heldBy }, category }: Omit<Awaited, 'metOn'>,
  day: CivilDate,
  before: readonly Awaited[],
): CivilDate | undefined {
  const { interestId, nature } = details;
  const pointedTo = told.find(({ ids }) => interestId !== undefined && ids.includes(interestId));
  if (pointedTo !== undefined) return pointedTo.on;
  const alike = before.filter((one) => one.category === category && one.disclosure.heldBy === heldBy);
  const same = alike.find(({ disclosure }) => nature !== undefined && disclosure.details.nature === nature);
  if (same !== undefined) return same.metOn;
  const fits = told.filter(
    (one) => (category === undefined || one.category === category) && one.heldBy === heldBy && one.on >= day,
  );
  const others = new Set(alike.map(({ disclosure }) => disclosure.details.nature));
  return fits[others.size]?.on;
}
