import { IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { civilDate } from '../../../law/index.js';
import type { OpenedRequest } from '../../../register/index.js';
import { categoryInWords, dateInWords, withheldInWords } from '../../../wording/index.js';
import type { FormState } from '../../form/index.js';
import { inFull } from '../../notify-interests/interest/kinds.js';
import { instantInWords } from '../../page/index.js';
import { addressOf, type OwnInterest } from '../own-interests.js';

/** Why a member asks. */
export class ReasonForm {
  @MaxLength(2000, { message: 'Your reason must be 2,000 characters or less' })
  @IsNotEmpty({ message: 'Enter why publishing the details could lead to violence or intimidation' })
  reason: string;

  /** send: it was checked. change: back to the question with the words kept. Otherwise it is shown for checking. */
  @IsOptional()
  step?: string;
}

/** How one request went, line by line. */
interface RequestWords {
  readonly state: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

export interface RequestView {
  readonly title: string;
  readonly backHref: string;
  readonly interest: string;
  readonly category: string;
  /** What the public reads once it is agreed. */
  readonly statement: string;
  /** The newest request, while it waits or is agreed; then there is nothing to ask. */
  readonly now: RequestWords | undefined;
  /** Where it is taken back; undefined where only the officer can end it. */
  readonly withdrawHref: string | undefined;
  readonly past: readonly RequestWords[];
  readonly button: string;
  readonly form: FormState;
}

export function requestView(own: OwnInterest, form: FormState): RequestView {
  const [newest, ...older] = own.requests;
  const now = newest !== undefined && holds(newest) ? newest : undefined;
  return {
    ...about(own),
    title: now === undefined ? 'Ask for this interest to be treated as sensitive' : 'A sensitive interest',
    backHref: '/my/interests',
    now: now && requestInWords(now, own.reviewOn),
    withdrawHref: now?.request.origin === 'member' ? `${addressOf(own.asked)}/withdraw` : undefined,
    past: (now === undefined ? own.requests : older).map((one) => requestInWords(one, null)),
    button: 'Continue',
    form,
  };
}

/** What is sent, before it is. */
export function checkView(own: OwnInterest, reason: string): object {
  return {
    ...about(own),
    title: 'Check what you ask',
    reason,
    action: addressOf(own.asked),
    backHref: addressOf(own.asked),
  };
}

export function withdrawView(own: OwnInterest): object {
  return {
    ...about(own),
    title: 'Take your request back',
    action: `${addressOf(own.asked)}/withdraw`,
    backHref: addressOf(own.asked),
    button: own.isEntered ? 'Take it back and let the details be published' : 'Take it back',
    secondary: { text: 'Leave it as it is', href: addressOf(own.asked) },
    isEntered: own.isEntered,
    form: { words: {}, errors: {}, errorList: [] },
  };
}

const about = (own: OwnInterest): { interest: string; category: string; statement: string } => ({
  interest: inFull(own.details),
  category: categoryInWords(own.details.category).name,
  statement: withheldInWords('s32'),
});

/** Does it keep the details back? */
const holds = ({ request }: OpenedRequest): boolean =>
  request.decision === null || request.decision === 'agreed';

const STATES = {
  agreed: 'Agreed: the details are withheld',
  'not-agreed': 'Not agreed',
  ended: 'Ended: no longer withheld',
} as const;

function requestInWords(
  { request, reason, decisionReason }: OpenedRequest,
  reviewOn: string | null,
): RequestWords {
  const { decision, decidedAt, origin } = request;
  const asked =
    origin === 'member'
      ? [
          { name: 'You asked', value: instantInWords(request.requestedAt) },
          { name: 'Your reason', value: reason },
        ]
      : [
          { name: 'Kept back since', value: instantInWords(request.requestedAt) },
          { name: 'Because', value: LIKENESS },
        ];
  return {
    state: decision === null ? 'Waiting for the monitoring officer' : STATES[decision],
    rows: [
      ...asked,
      ...(decidedAt === null
        ? []
        : [
            {
              name: endedByMember(request) ? 'You took it back' : 'Decided',
              value: instantInWords(decidedAt),
            },
          ]),
      ...(decisionReason === null
        ? []
        : [{ name: 'The monitoring officer’s reason', value: decisionReason }]),
      ...(decision === 'agreed' && reviewOn !== null
        ? [{ name: 'To be looked at again by', value: dateInWords(civilDate(reviewOn)) }]
        : []),
    ],
  };
}

const LIKENESS =
  'It may be the same thing as an interest of yours whose details are or were withheld. The monitoring officer decides; you need do nothing.';

/** An officer who ends it gives a reason. */
const endedByMember = ({ decision, decisionReason }: OpenedRequest['request']): boolean =>
  decision === 'ended' && decisionReason === null;
