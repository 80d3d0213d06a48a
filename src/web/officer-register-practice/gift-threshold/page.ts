import { IsIn } from 'class-validator';
import { civilDate, type CivilDate } from '../../../law/index.js';
import { DateField, MoneyField, type FormState } from '../../form/index.js';

export class ThresholdForm {
  @MoneyField({ enter: 'Enter the figure in pounds', name: 'The figure' })
  pence: number;

  @IsIn(['at-least', 'more-than'], { message: 'Choose whether a gift of exactly this value is registered' })
  registers: 'at-least' | 'more-than';

  @DateField({
    enter: 'Enter the day from which the figure counts',
    name: 'The day from which the figure counts',
    earliest: civilDate('2012-07-01'),
  })
  fromOn: CivilDate;
}

export function thresholdView(form: FormState): object {
  return {
    title: 'Set the figure from which gifts are registered',
    backHref: '/officer/register/practice',
    button: 'Record it',
    form,
  };
}
