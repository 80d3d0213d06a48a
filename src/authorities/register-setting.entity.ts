import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How an authority keeps and publishes its register, where the law leaves it to the authority. */
@Entity('register_setting')
export class RegisterSetting {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  /** Does the public page name the members who have not answered in time? */
  @Column('boolean', { name: 'names_overdue' }) namesOverdue: boolean;
  /** Its own practice while s.32A is not in force. */
  @Column('boolean', { name: 'withholds_home_addresses' }) withholdsHomeAddresses: boolean;
  /** How long after their last notification or confirmation a member is asked to confirm their entries. */
  @Column('integer', { name: 'confirm_every_months' }) confirmEveryMonths: number;
  /** A parish council's own website, where it has one (s.29(7)). */
  @Column('text', { name: 'parish_website', nullable: true }) parishWebsite: string | null;
  /** Where a copy can be inspected at all reasonable hours (s.29(5), (6)). */
  @Column('text', { name: 'inspection_place', nullable: true }) inspectionPlace: string | null;
}

/** The authority's own figure from which gifts are registered, between two days. One at a time, kept by the database. */
@Entity('gift_threshold')
export class GiftThresholdSet {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') pence: number;
  /** Does the figure itself count? */
  @Column('text') registers: 'at-least' | 'more-than';
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'to_on', nullable: true }) toOn: string | null;
}

/** Evidence that a parish council's website carries its register. */
@Entity('parish_publication')
export class ParishPublication {
  @PrimaryColumn('uuid', { name: 'authority_id' }) authorityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') url: string;
  @Column('date', { name: 'seen_on' }) seenOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
}

/** What holds for every authority here. One row, outside all authorities. */
@Entity('installation_setting')
export class InstallationSetting {
  @PrimaryColumn('boolean', { name: 'only_row' }) onlyRow: boolean;
  /** The day on which s.32A of the Localism Act begins, as an administrator has entered it. */
  @Column('date', { name: 'residential_addresses_from', nullable: true }) residentialAddressesFrom:
    string | null;
}
