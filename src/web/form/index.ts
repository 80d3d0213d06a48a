export { DateField, type DateRule } from './date-field.js';
export { blankForm, refusedForm, wordsOfDate, type FormState } from './form-state.js';
export {
  validateForm,
  type FormError,
  type FormOptions,
  type FormResult,
  type Words,
} from './validate-form.js';
