export { DateField, type DateRule } from './date-field.js';
export { MoneyField, type MoneyRule } from './money-field.js';
export { typedPounds } from './money-words.js';
export { blankForm, refusedForm, wordsOfDate, type FormState } from './form-state.js';
export {
  validateForm,
  type FormError,
  type FormOptions,
  type FormResult,
  type Words,
} from './validate-form.js';
