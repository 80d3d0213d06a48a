import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { RegisterSettings, Rulebooks } from '../authorities/index.js';
import { londonDateOf, type RegisterCategory } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import type { UnitOfWork } from '../platform/database/index.js';
import { describeInterest } from './describe.js';
import type { InterestDetails } from './details.js';
import { HomeAddresses } from './home-addresses.js';
import { InterestSeal } from './interest-seal.js';
import { Notification, NotificationAnswer } from './notification.entity.js';
import { includesHomeAddress, publicDetails } from './public-details.js';
import { PublicLine, type WithheldBy } from './public-line.entity.js';
import { RegisterEntry } from './register-entry.entity.js';
import { samePlace, tellsOf } from './same-thing.js';

/** What a line says, without the days on which it stands. */
type Says = Pick<
  PublicLine,
  'kind' | 'category' | 'registerEntryId' | 'thingId' | 'details' | 'words' | 'withheldBy'
>;

/**
 * Keeps what the public may read equal to what the register, the law of the day and the council's practice let it. There
 * is one way: work out what should stand, close the lines that should not, and add those that are missing.
 */
@Injectable()
export class Publishing {
  constructor(
    private readonly addresses: HomeAddresses,
    private readonly clock: Clock,
    private readonly rulebooks: Rulebooks,
    private readonly seal: InterestSeal,
    private readonly settings: RegisterSettings,
  ) {}

  /**
   * Waits until nobody else changes the register of this authority, and keeps others waiting until the unit of work ends.
   * Every change counts in this one row, so whoever is about to change entries takes it first, after the notification
   * where there is one: then nobody waits for another in a circle, and no decision meets another half done.
   */
  async hold(uow: UnitOfWork): Promise<void> {
    await uow.manager.query(
      'insert into register_version (authority_id, version) values ($1, 0) on conflict do nothing',
      [uow.authorityId],
    );
    await uow.manager.query('select 1 from register_version where authority_id = $1 for update', [
      uow.authorityId,
    ]);
  }

  /** Brings the lines of one member to what should stand now. */
  async refresh(uow: UnitOfWork, memberId: string): Promise<void> {
    const { authorityId } = uow;
    await this.hold(uow);
    const { should, homes } = await this.#shouldStand(uow, memberId);
    const standing = await uow.manager.findBy(PublicLine, { authorityId, memberId, closedAt: IsNull() });
    const wanted = new Map(should.map((line) => [keyOf(line), line]));
    const gone = standing.filter((line) => !wanted.delete(keyOf(line)));
    // One moment for both: what was closed and what came in its place tell of one change.
    const at = this.clock.now();
    const on = londonDateOf(at);
    if (gone.length > 0) {
      const ids = gone.map(({ id }) => id);
      await uow.manager.update(PublicLine, { authorityId, id: In(ids) }, { closedAt: at, closedOn: on });
    }
    await uow.manager.insert(
      PublicLine,
      [...wanted.values()].map((line) => ({
        ...{ authorityId, id: randomUUID(), memberId, ...line },
        ...{ publishedAt: at, publishedOn: on },
      })),
    );
    await this.#forgetHomes(uow, memberId, should, homes);
  }

  /** The same for every member of the acting authority: after the law or the council's practice has changed. */
  async refreshAll(uow: UnitOfWork): Promise<void> {
    const rows = await uow.manager.query<{ member_id: string }[]>(
      'select distinct member_id from register_entry where authority_id = $1 order by member_id',
      [uow.authorityId],
    );
    for (const { member_id } of rows) await this.refresh(uow, member_id);
  }

  /**
   * Deletes every line of a thing, and every closed one of another that tells what these details tell: what may be
   * published no longer is on no page of a past day either. What of other things stands today is for the officer to
   * decide. To be asked after `refresh`, which closes lines.
   */
  async forget(uow: UnitOfWork, memberId: string, thingId: string, details: InterestDetails): Promise<void> {
    await this.#forgetThing(uow, memberId, thingId);
    const lines = await this.#told(uow, memberId);
    const telling = lines.filter(
      (line) =>
        line.closedAt !== null && line.details !== null && tellsOf(line.details, publicDetails(details)),
    );
    await this.#delete(uow, telling);
  }

  /** A home address that is kept back is on no page of a past day either, under whichever entry it once stood. */
  async #forgetHomes(
    uow: UnitOfWork,
    memberId: string,
    should: readonly Says[],
    homes: readonly InterestDetails[],
  ): Promise<void> {
    const things = should.flatMap(({ withheldBy, thingId }) => (withheldBy === null ? [] : (thingId ?? [])));
    if (things.length === 0) return;
    const telling = (await this.#told(uow, memberId)).filter(
      ({ thingId, details }) =>
        (thingId !== null && things.includes(thingId)) || (details !== null && isAtHome(details, homes)),
    );
    await this.#delete(uow, telling);
  }

  async #forgetThing(uow: UnitOfWork, memberId: string, thingId: string): Promise<void> {
    // Lines that said that an address is withheld too: they name the category of what is withheld now.
    await uow.manager.delete(PublicLine, { authorityId: uow.authorityId, memberId, thingId });
  }

  #told(uow: UnitOfWork, memberId: string): Promise<PublicLine[]> {
    return uow.manager.findBy(PublicLine, { authorityId: uow.authorityId, memberId, kind: 'entry' });
  }

  async #delete(uow: UnitOfWork, lines: readonly PublicLine[]): Promise<void> {
    if (lines.length === 0) return;
    const ids = lines.map(({ id }) => id);
    await uow.manager.delete(PublicLine, { authorityId: uow.authorityId, id: In(ids) });
  }

  /** What should stand now, and the homes among what is held. */
  async #shouldStand(
    uow: UnitOfWork,
    memberId: string,
  ): Promise<{ should: Says[]; homes: InterestDetails[] }> {
    const { authorityId } = uow;
    const entries = await uow.manager.findBy(RegisterEntry, { authorityId, memberId, endedOn: IsNull() });
    const withholds = await this.withholdsHome(uow, memberId);
    const opened = entries.map((entry) => ({ entry, details: this.seal.open('register_entry', entry) }));
    const homes = opened.map(({ details }) => details).filter(includesHomeAddress);
    const lines = opened.flatMap(
      ({ entry, details }) => saysOf(entry, details, isAtHome(details, homes) ? withholds : null) ?? [],
    );
    const held = new Set(entries.map(({ category }) => category));
    const nothing = (await this.#saidNothing(uow, memberId)).filter((category) => !held.has(category));
    return { should: [...lines, ...nothing.map(nothingIn)], homes };
  }

  /** By which rule a home address of this member is kept back today; null where it is shown. */
  async withholdsHome(uow: UnitOfWork, memberId: string): Promise<WithheldBy | null> {
    const today = this.clock.today();
    const rulebook = await this.rulebooks.on(uow, today);
    if (rulebook.kind === 'not-encoded') return 'practice';
    const { withholdsHomeAddresses } = await this.settings.of(uow);
    const withheld = rulebook.homeAddressWithheld({
      includesHomeAddress: true,
      practiceWithholdsAddresses: withholdsHomeAddresses,
      ...(await this.addresses.asked(uow, memberId)),
    });
    if (withheld.kind === 'decided' && !withheld.value) return null;
    const from = await this.settings.residentialAddressesFrom(uow);
    return from !== undefined && from <= today ? 's32a' : 'practice';
  }

  /** The categories of which the newest notification that is entered says that nothing is held. */
  async #saidNothing(uow: UnitOfWork, memberId: string): Promise<RegisterCategory[]> {
    const { authorityId } = uow;
    const whole = await uow.manager.find(Notification, {
      where: { authorityId, memberId, kind: 'whole' },
      order: { receivedOn: 'DESC', position: 'DESC' },
    });
    const newest = whole.find(({ enteredAt }) => enteredAt !== null);
    if (newest === undefined) return [];
    const answers = await uow.manager.findBy(NotificationAnswer, { authorityId, notificationId: newest.id });
    const some = new Set(
      answers.filter(({ answer }) => answer === 'entries').map(({ category }) => category),
    );
    // What was held then, or told since, and has ended leaves silence, not "nothing": the member has not said so.
    const since = { authorityId, memberId, enteredAt: MoreThan(newest.enteredAt ?? newest.receivedAt) };
    for (const { category } of await uow.manager.findBy(RegisterEntry, since)) some.add(category);
    return [...new Set(answers.map(({ category }) => category))].filter((category) => !some.has(category));
  }
}

/** The home itself, or the same address told again, as the partner's or under another heading. */
const isAtHome = (details: InterestDetails, homes: readonly InterestDetails[]): boolean =>
  homes.some((home) => home === details || samePlace(details, home));

/**
 * What the public may read of one entry; undefined where nothing may be said.
 * @param withheldAsHome by which rule it is kept back as a home address; null where it is none, or is shown
 */
function saysOf(
  entry: RegisterEntry,
  details: InterestDetails,
  withheldAsHome: WithheldBy | null,
): Says | undefined {
  const { id: registerEntryId, thingId, category, sensitive } = entry;
  const withheld = { kind: 'withheld', details: null, words: null, registerEntryId } as const;
  if (sensitive === 'claimed') return undefined;
  // Neither the category nor the thing: both could be found again on a page that somebody kept.
  if (sensitive === 'agreed') return { ...withheld, category: null, thingId: null, withheldBy: 's32' };
  if (withheldAsHome !== null) return { ...withheld, category, thingId, withheldBy: withheldAsHome };
  const shown = publicDetails(details);
  return {
    ...{ kind: 'entry', category, registerEntryId, thingId, withheldBy: null },
    ...{ details: shown, words: describeInterest(shown) },
  };
}

function nothingIn(category: RegisterCategory): Says {
  return {
    ...{ kind: 'nothing', category, registerEntryId: null, thingId: null },
    ...{ details: null, words: null, withheldBy: null },
  };
}

/** Two lines with one key say the same. */
const keyOf = ({ kind, category, registerEntryId, withheldBy, words }: Says): string =>
  JSON.stringify([kind, category, registerEntryId, withheldBy, words]);
