import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Audit } from '../audit/index.js';
import { addDays, parseCivilDate, type CivilDate } from '../law/index.js';
import { Clock } from '../platform/clock/index.js';
import { INSTALLATION, type Actor, type UnitOfWork } from '../platform/database/index.js';
import { Database } from '../platform/database/index.js';
import {
  GiftThresholdSet,
  InstallationSetting,
  ParishPublication,
  RegisterSetting,
} from './register-setting.entity.js';

/** What an authority may set about its register. */
export type RegisterPractice = Omit<RegisterSetting, 'authorityId'>;

/** What holds until an authority has set something else. */
const UNTIL_SET: RegisterPractice = {
  namesOverdue: false,
  withholdsHomeAddresses: false,
  confirmEveryMonths: 12,
  parishWebsite: null,
  inspectionPlace: null,
};

/** How each authority keeps and publishes its register, and what an administrator set for all of them. */
@Injectable()
export class RegisterSettings {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async of(uow: UnitOfWork): Promise<RegisterPractice> {
    const row = await uow.manager.findOneBy(RegisterSetting, { authorityId: uow.authorityId });
    return row ?? UNTIL_SET;
  }

  async set(uow: UnitOfWork, changes: Partial<RegisterPractice>): Promise<void> {
    const setting = { ...UNTIL_SET, ...(await this.of(uow)), ...changes };
    await uow.manager.save(RegisterSetting, { ...setting, authorityId: uow.authorityId });
    this.audit.record(uow, {
      action: 'register-setting.changed',
      subject: { type: 'authority', id: uow.authorityId },
      payload: { ...changes },
    });
  }

  async giftThresholds(uow: UnitOfWork): Promise<GiftThresholdSet[]> {
    return uow.manager.find(GiftThresholdSet, {
      where: { authorityId: uow.authorityId },
      order: { fromOn: 'ASC' },
    });
  }

  /** Sets the figure from a day on; the one in force until then ends on the day before. */
  async setGiftThreshold(
    uow: UnitOfWork,
    figure: { pence: number; registers: 'at-least' | 'more-than'; fromOn: CivilDate },
  ): Promise<{ id: string } | { refused: 'later-figure-exists' }> {
    const known = await this.giftThresholds(uow);
    if (known.some(({ fromOn }) => fromOn >= figure.fromOn)) return { refused: 'later-figure-exists' };
    await uow.manager.update(
      GiftThresholdSet,
      { authorityId: uow.authorityId, toOn: IsNull(), fromOn: LessThan(figure.fromOn) },
      { toOn: addDays(figure.fromOn, -1) },
    );
    const id = randomUUID();
    await uow.manager.insert(GiftThresholdSet, { authorityId: uow.authorityId, id, ...figure, toOn: null });
    this.audit.record(uow, {
      action: 'gift-threshold.set',
      subject: { type: 'authority', id: uow.authorityId },
      payload: figure,
    });
    return { id };
  }

  /** Records that the parish council's website was seen to carry the register at this address on a day. */
  async recordParishPublication(uow: UnitOfWork, seen: { url: string; seenOn: CivilDate }): Promise<void> {
    if (uow.actor.kind !== 'person') throw new Error('Only a person sees a website.');
    await uow.manager.insert(ParishPublication, {
      authorityId: uow.authorityId,
      id: randomUUID(),
      ...seen,
      recordedAt: this.clock.now(),
      recordedBy: uow.actor.accountId,
    });
    this.audit.record(uow, {
      action: 'parish-publication.seen',
      subject: { type: 'authority', id: uow.authorityId },
      payload: seen,
    });
  }

  /** The newest evidence first. */
  async parishPublications(uow: UnitOfWork): Promise<ParishPublication[]> {
    return uow.manager.find(ParishPublication, {
      where: { authorityId: uow.authorityId },
      order: { seenOn: 'DESC', recordedAt: 'DESC' },
    });
  }

  /** The day on which s.32A begins; undefined while nobody has entered it. */
  async residentialAddressesFrom(uow: Pick<UnitOfWork, 'manager'>): Promise<CivilDate | undefined> {
    const [row] = await uow.manager.find(InstallationSetting);
    return parseCivilDate(row?.residentialAddressesFrom ?? '');
  }

  /** Enters, or takes back, the day on which s.32A begins, for every authority of the installation. */
  async setResidentialAddressesFrom(day: CivilDate | null, actor: Actor): Promise<void> {
    await this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async (uow) => {
      await uow.manager.update(InstallationSetting, { onlyRow: true }, { residentialAddressesFrom: day });
      this.audit.record(uow, {
        action: 'residential-addresses.commencement-set',
        subject: { type: 'installation', id: INSTALLATION },
        payload: { from: day },
      });
    });
  }
}
