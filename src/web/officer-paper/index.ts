import { PaperController } from './paper.controller.js';
import { PaperForms } from './paper-forms.js';
import { PaperQuestionsController } from './questions.controller.js';

export const officerPaperControllers = [PaperController, PaperQuestionsController];
export const officerPaperProviders = [PaperForms];
