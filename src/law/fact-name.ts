import type { TakingOfficeFact } from './vocabulary/taking-office.js';
import type { DescriptionsFact } from './vocabulary/descriptions.js';
import type { MeetingsFact } from './vocabulary/meetings.js';
import type { CodesFact } from './vocabulary/codes.js';
import type { NoticesFact } from './vocabulary/notices.js';
import type { AloneFact } from './vocabulary/alone.js';
import type { RegisterFact } from './vocabulary/register.js';
import type { DispensationsFact } from './vocabulary/dispensations.js';
import type { OffencesFact } from './vocabulary/offences.js';
import type { OverlaysFact } from './vocabulary/overlays.js';
import type { ModelCodeFact } from './vocabulary/model-code.js';
import type { GiftsFact } from './vocabulary/gifts.js';
import type { DeclarationsFact } from './vocabulary/declarations.js';
import type { WalesFact } from './vocabulary/wales.js';
import type { ScotlandFact } from './vocabulary/scotland.js';
import type { NorthernIrelandFact } from './vocabulary/northern-ireland.js';

/** Every fact that an answer can be waiting for. Each has one question in `wording`. */
export type FactName =
  | TakingOfficeFact
  | DescriptionsFact
  | MeetingsFact
  | CodesFact
  | NoticesFact
  | AloneFact
  | RegisterFact
  | DispensationsFact
  | OffencesFact
  | OverlaysFact
  | ModelCodeFact
  | GiftsFact
  | DeclarationsFact
  | WalesFact
  | ScotlandFact
  | NorthernIrelandFact;
