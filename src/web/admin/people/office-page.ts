import { IsIn, IsNotEmpty } from 'class-validator';
import type { ListedAuthority } from '../../../authorities/index.js';
import { addDays, civilDate, type CivilDate, type Clock as LegalClock } from '../../../law/index.js';
import { STANDINGS, VOTES, type Standing, type TermOfOffice, type VotesOn } from '../../../members/index.js';
import { dateInWords, dayAndDateInWords } from '../../../wording/index.js';
import { DateField, type FormError, type FormState } from '../../form/index.js';
import { officeInWords } from '../../page/index.js';
import { councilItems } from './page.js';

/** An office that a person takes at a council. */
export class OfficeForm {
  @IsNotEmpty({ message: 'Choose the council' })
  council: string;

  @IsIn(STANDINGS, { message: 'Choose whether they were elected, appointed or co-opted' })
  standing: Standing;

  @IsIn(VOTES, { message: 'Choose on what they may vote' })
  votesOn: VotesOn;

  @DateField({
    enter: 'Enter the day on which they became a member',
    name: 'The day on which they became a member',
  })
  becameMemberOn: CivilDate;

  @DateField({ enter: '', name: 'Polling day', optional: true })
  pollingDay?: CivilDate;
}

/** What is wrong between the answers. */
export function officeProblems({ becameMemberOn, pollingDay }: OfficeForm, today: CivilDate): FormError[] {
  const errors: FormError[] = [];
  if (becameMemberOn > addDays(today, 366)) {
    const text = 'The day on which they became a member must be within a year from today';
    errors.push({ field: 'becameMemberOn', href: '#becameMemberOn-day', text });
  }
  if (pollingDay !== undefined && pollingDay > becameMemberOn) {
    const text = 'Polling day must be the same as or before the day on which they became a member';
    errors.push({ field: 'pollingDay', href: '#pollingDay-day', text });
  }
  return errors;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export function addOfficeView(
  account: Named,
  authorities: readonly ListedAuthority[],
  form: FormState,
): object {
  return {
    title: 'Add an office',
    person: account.name,
    backHref: `/admin/people/${account.id}`,
    button: 'Add the office',
    councils: councilItems(authorities),
    form,
  };
}

/** A term of office with the law's clock for it; null where nothing has to be notified. */
export interface TermWithClock {
  readonly term: TermOfOffice;
  readonly clock: LegalClock | null;
}

/** Their terms at one council, each with the last day to notify interests. */
export function officeView(
  account: Named,
  council: ListedAuthority,
  terms: readonly TermWithClock[],
): object {
  return {
    title: `${account.name} at ${council.name}`,
    backHref: `/admin/people/${account.id}`,
    terms: terms.map(({ term, clock }) => ({
      heading: `${officeInWords(term)}, since ${dateInWords(civilDate(term.becameMemberOn))}`,
      pollingDay: term.pollingDay === null ? 'Not given' : dateInWords(civilDate(term.pollingDay)),
      lastDay: clock === null ? 'None: these rules do not apply' : dayAndDateInWords(clock.lastDay),
      remindBy:
        clock === null || clock.chaseBy === clock.lastDay ? undefined : dayAndDateInWords(clock.chaseBy),
      endHref: term.endedOn === null ? `/admin/people/${account.id}/offices/${council.slug}/end` : undefined,
      ended: term.endedOn === null ? undefined : dateInWords(civilDate(term.endedOn)),
    })),
  };
}
