export { STEP_UP_BEFORE } from './before.js';
export { InterruptedForm, InterruptedForms } from './interrupted-forms.js';
export type { KeptForm } from './interrupted-forms.js';
export { StepUps } from './step-ups.js';
