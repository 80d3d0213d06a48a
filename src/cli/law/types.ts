import type { Asked } from './asked.js';
import { answerAgenda } from './types/agenda.js';
import { answerClassification } from './types/classification.js';
import { answerClock } from './types/clock.js';
import { answerCoOpted } from './types/co-opted.js';
import { answerCouncilTax } from './types/council-tax.js';
import { answerDeclarationForm } from './types/declaration-form.js';
import { answerDispensation } from './types/dispensation.js';
import { answerGift } from './types/gift.js';
import { answerTimeline } from './types/meeting-timeline.js';
import { answerMeeting } from './types/meeting.js';
import { answerOffence } from './types/offence.js';
import { answerOtherJurisdiction } from './types/other-jurisdiction.js';
import { answerPredetermination } from './types/predetermination.js';
import { answerPublicParticipation } from './types/public-participation.js';
import { answerRecord } from './types/record.js';
import { answerRegister } from './types/register.js';
import { answerSingleMember } from './types/single-member.js';
import { answerWhip } from './types/whip.js';

/** What answers each type of case. Undefined where no module covers the code. */
export const TYPES: Readonly<Record<string, (facts: object, asked: Asked) => object | undefined>> = {
  agenda: answerAgenda,
  classification: answerClassification,
  clock: answerClock,
  'co-opted': answerCoOpted,
  'council-tax': answerCouncilTax,
  'declaration-form': answerDeclarationForm,
  dispensation: answerDispensation,
  gift: answerGift,
  meeting: answerMeeting,
  'meeting-timeline': answerTimeline,
  offence: answerOffence,
  'other-jurisdiction': answerOtherJurisdiction,
  predetermination: answerPredetermination,
  'public-participation': answerPublicParticipation,
  record: answerRecord,
  register: answerRegister,
  'single-member': answerSingleMember,
  whip: answerWhip,
};
