import { IsIn, IsNotEmpty, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { GROUNDS, type Asked } from '../../../dispensations/index.js';
import type { CivilDate, Ground } from '../../../law/index.js';
import type { GroundWords } from '../../../wording/index.js';
import { DateField, type FormState } from '../../form/index.js';
import { relievesIn, SCOPES, type Scope } from '../../my-dispensations/index.js';

/** A request that came on paper, or was spoken. What it does not say is left open. */
export class PaperForm {
  @IsUUID('all', { message: 'Choose the member' })
  memberId: string;

  @IsIn(['yes', 'no'], { message: 'Choose whether it was in writing' })
  inWriting: 'yes' | 'no';

  @DateField({
    enter: 'Enter the day on which it was received',
    name: 'The day on which it was received',
    mustBe: 'today or in the past',
  })
  receivedOn: CivilDate;

  @IsIn(['restriction', 'executive-decision'], { message: 'Choose what it is for' })
  kind: 'restriction' | 'executive-decision';

  @MaxLength(1000, { message: 'The matter must be 1,000 characters or less' })
  @IsNotEmpty({ message: 'Enter the matter' })
  matter: string;

  @IsIn(SCOPES, { message: 'Choose what the dispensation is to allow' })
  @IsOptional()
  scope?: Scope;

  @IsIn([...GROUNDS, 'not-sure'], { message: 'Choose a ground, or that none is named' })
  @IsOptional()
  ground?: Ground | 'not-sure';

  @DateField({ enter: 'Enter the first day', name: 'The first day', optional: true })
  from: CivilDate | undefined;

  @DateField({ enter: 'Enter the last day', name: 'The last day', optional: true })
  to: CivilDate | undefined;

  @MaxLength(2000, { message: 'The reason must be 2,000 characters or less' })
  @IsOptional()
  reason?: string;
}

/** What was asked; undefined where it does not say from which bar. */
export function askedOnPaper(form: PaperForm): Asked | undefined {
  const { kind, matter, reason = '', scope, ground, from = null, to = null } = form;
  if (kind === 'executive-decision')
    return { ...{ kind, matter, reason, relieves: [], ground: null }, from: null, to: null };
  if (scope === undefined) return undefined;
  return {
    ...{ kind, matter, reason, from, to, relieves: relievesIn(scope) },
    ground: ground === undefined || ground === 'not-sure' ? null : ground,
  };
}

export interface Choices {
  readonly members: readonly { readonly value: string; readonly text: string }[];
  readonly grounds: readonly GroundWords[];
  readonly hasExecutive: boolean;
}

export function paperView({ members, grounds, hasExecutive }: Choices, form: FormState): object {
  return {
    title: 'Record a request on paper',
    backHref: '/officer/dispensations',
    members: [{ value: '', text: 'Choose a member' }, ...members],
    ...{ grounds, hasExecutive, form },
    button: 'Record the request',
  };
}
