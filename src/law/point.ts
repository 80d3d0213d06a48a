import type { TakingOfficePoint } from './vocabulary/taking-office.js';
import type { DescriptionsPoint } from './vocabulary/descriptions.js';
import type { MeetingsPoint } from './vocabulary/meetings.js';
import type { CodesPoint } from './vocabulary/codes.js';
import type { NoticesPoint } from './vocabulary/notices.js';
import type { AlonePoint } from './vocabulary/alone.js';
import type { RegisterPoint } from './vocabulary/register.js';
import type { DispensationsPoint } from './vocabulary/dispensations.js';
import type { OffencesPoint } from './vocabulary/offences.js';
import type { OverlaysPoint } from './vocabulary/overlays.js';
import type { ModelCodePoint } from './vocabulary/model-code.js';
import type { GiftsPoint } from './vocabulary/gifts.js';
import type { DeclarationsPoint } from './vocabulary/declarations.js';
import type { WalesPoint } from './vocabulary/wales.js';
import type { ScotlandPoint } from './vocabulary/scotland.js';
import type { NorthernIrelandPoint } from './vocabulary/northern-ireland.js';

/**
 * Every point that a reason can make. A point is a tag: `wording` holds its sentence, and its table does not compile
 * while one is missing.
 */
export type Point =
  | TakingOfficePoint
  | DescriptionsPoint
  | MeetingsPoint
  | CodesPoint
  | NoticesPoint
  | AlonePoint
  | RegisterPoint
  | DispensationsPoint
  | OffencesPoint
  | OverlaysPoint
  | ModelCodePoint
  | GiftsPoint
  | DeclarationsPoint
  | WalesPoint
  | ScotlandPoint
  | NorthernIrelandPoint;
