import type { Period } from '../../rulebook.js';
import type { CivilDate } from '../../time/civil-date.js';
import { RulebookError, covers } from '../../versions.js';
import type { GiftThreshold } from './gifts.js';

/** Kinds of business that many codes exempt, as the national code of 2007 did. */
export type Exemption =
  | 'council-housing-tenant'
  | 'school-meals-or-transport'
  | 'statutory-sick-pay'
  | 'members-allowances'
  | 'ceremonial-honours'
  | 'setting-council-tax';

/** What a council laid down with its code and the code leaves to it: data, from the council's own records. */
export interface CodeParameters {
  /** Its own figures for registering gifts; none where the code's figure stands. */
  readonly giftThresholds: readonly (GiftThreshold & Period)[];
  readonly exemptions: readonly ({ readonly exemption: Exemption } & Period)[];
}

/** The council's own figure for gifts on the day; null where it set none. */
export function giftThresholdOn(
  { giftThresholds }: Pick<CodeParameters, 'giftThresholds'>,
  on: CivilDate,
): GiftThreshold | null {
  const [current, second] = giftThresholds.filter(({ from, to }) => covers(from, to, on));
  if (current === undefined) return null;
  if (second !== undefined) throw new RulebookError(`Two figures for gifts are set for ${on}.`);
  return { pence: current.pence, registers: current.registers };
}

/** The kinds of business that the council's code exempted on the day. */
export function exemptionsOn(
  { exemptions }: Pick<CodeParameters, 'exemptions'>,
  on: CivilDate,
): readonly Exemption[] {
  return exemptions.filter(({ from, to }) => covers(from, to, on)).map(({ exemption }) => exemption);
}
