import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import {
  Disclosure,
  DisclosureRows,
  isScattergun,
  saysNothing,
  standingOf,
  type OpenedDisclosure,
} from '../../disclosures/index.js';
import { AfterDisclosure } from '../../duties/index.js';
import { civilDate, londonDateOf, type CivilDate } from '../../law/index.js';
import { AgendaItem, Meetings, type Meeting } from '../../meetings/index.js';
import { grouped, type UnitOfWork } from '../../platform/database/index.js';
import { Register, type Sensitivity } from '../../register/index.js';
import type { DeclaredAtMeeting } from './declared-not-registered.js';
import { asksForDeclarations, type DeclarationSaid } from './incomplete-declaration.js';
import type { Period } from './scope.js';

type ItemLine = Pick<AgendaItem, 'id' | 'number' | 'title'> & { readonly withdrawn: boolean };

/** What was declared, as it stands: whether it says enough, and whether it was notified afterwards. */
@Injectable()
export class GatherDeclarations {
  constructor(
    private readonly afterDisclosure: AfterDisclosure,
    private readonly meetings: Meetings,
    private readonly register: Register,
    private readonly rows: DisclosureRows,
  ) {}

  async unregistered(uow: UnitOfWork, asAt: CivilDate): Promise<DeclaredAtMeeting[]> {
    const duties = await this.afterDisclosure.board(uow, asAt);
    const items = await itemsIn(
      uow,
      duties.map(({ disclosure }) => disclosure.agendaItemId),
    );
    return duties.map(({ disclosure, firstId, meeting, lastDay, state, isCertain }) => ({
      ...{ disclosureId: firstId, memberId: disclosure.memberId, meetingId: meeting.id },
      ...{ item: lineOf(items, disclosure), meetsOn: civilDate(meeting.meetsOn), lastDay, state, isCertain },
    }));
  }

  /** Declarations of an interest at meetings of these days that took place. */
  async said(uow: UnitOfWork, asAt: CivilDate, { from, to }: Period): Promise<DeclarationSaid[]> {
    const until = to === undefined || to > asAt ? asAt : to;
    const listed = await this.meetings.list(uow, { ...(from && { from }), to: until });
    const meetings = new Map(listed.map((meeting) => [meeting.id, meeting]));
    const rows = await uow.manager.find(Disclosure, {
      where: { authorityId: uow.authorityId, meetingId: Any([...meetings.keys()]) },
      order: { position: 'ASC' },
    });
    const known = rows.filter(({ saidAt }) => londonDateOf(saidAt) <= asAt);
    const ofMeeting = grouped(known, ({ meetingId }) => meetingId);
    const standing = [...meetings.keys()].flatMap((id) =>
      standingOf(ofMeeting(id)).filter(({ kind }) => kind === 'interest'),
    );
    const items = await itemsIn(
      uow,
      standing.map(({ agendaItemId }) => agendaItemId),
    );
    const sensitive = new Map<string, Sensitivity>();
    for (const entry of await this.register.outline(uow))
      for (const id of [entry.id, entry.thingId, entry.notifiedInterestId])
        sensitive.set(id, entry.sensitive);
    return standing.flatMap((row) => {
      const meeting = meetings.get(row.meetingId);
      return meeting === undefined ? [] : [saidIn(this.rows.open(row), meeting, { items, sensitive })];
    });
  }
}

interface Beside {
  readonly items: ReadonlyMap<string, ItemLine>;
  /** How the interest stands now, by every id under which it is known. */
  readonly sensitive: ReadonlyMap<string, Sensitivity>;
}

function saidIn(row: OpenedDisclosure, meeting: Meeting, { items, sensitive }: Beside): DeclarationSaid {
  const line = items.get(row.agendaItemId ?? '');
  return {
    ...{ disclosureId: row.id, memberId: row.memberId, meetingId: row.meetingId },
    ...{ meetsOn: civilDate(meeting.meetsOn), item: lineOf(items, row), nature: natureOf(row, sensitive) },
    itemWithdrawn: line?.withdrawn === true,
    itemIsForDeclarations: asksForDeclarations(row.itemTitle ?? line?.title ?? ''),
  };
}

function natureOf(
  { natureWithheld, details }: OpenedDisclosure,
  sensitive: Beside['sensitive'],
): DeclarationSaid['nature'] {
  const { nature = '', withheld, interestId } = details;
  if (natureWithheld) {
    const now = interestId === undefined ? undefined : sensitive.get(interestId);
    // Pointed to nothing, or to what waits still: whether both agree is for the sensitive interests’ own page.
    if (now === undefined) return withheld === 'agreed' ? 'withheld' : 'withheld-not-agreed';
    return now === 'no' ? 'withheld-not-agreed' : 'withheld';
  }
  if (nature.trim() === '') return 'missing';
  if (isScattergun(nature)) return 'any-item';
  return saysNothing(nature) ? 'says-nothing' : 'stated';
}

function lineOf(
  items: ReadonlyMap<string, ItemLine>,
  { agendaItemId, itemTitle }: Pick<Disclosure, 'agendaItemId' | 'itemTitle'>,
): DeclarationSaid['item'] {
  const line = items.get(agendaItemId ?? '');
  if (line === undefined) return undefined;
  const { id, number, title } = line;
  return { id, number, title: itemTitle ?? title };
}

/** Withdrawn ones too, without their reports. */
export async function itemsIn(
  uow: UnitOfWork,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, ItemLine>> {
  const items = await uow.manager.find(AgendaItem, {
    select: { id: true, number: true, title: true, withdrawnInRevision: true },
    where: { authorityId: uow.authorityId, id: Any(ids.filter((id) => id !== null)) },
  });
  return new Map(
    items.map(({ id, number, title, withdrawnInRevision }) => [
      id,
      { id, number, title, withdrawn: withdrawnInRevision !== null },
    ]),
  );
}
