import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { InterruptedForms, type KeptForm } from './interrupted-forms.js';

const MINUTE = 60_000;
/** Where somebody shows again that it is they. */
const CONFIRM = '/sign-in/confirm';

/** Whether somebody has shown lately that it is they, and where they go when they have not. */
@Injectable()
export class StepUps {
  constructor(
    private readonly clock: Clock,
    private readonly forms: InterruptedForms,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether the last proof of identity is so old that it must be given again. */
  isDue({ session: { signedIn } }: Request): boolean {
    if (signedIn === undefined) return true;
    const { at, secondFactorAt = 0, steppedUpAt = 0 } = signedIn;
    const age = this.clock.machineNow().getTime() - Math.max(at, secondFactorAt, steppedUpAt);
    return age >= this.config.stepUpMinutes * MINUTE;
  }

  /**
   * The page on which somebody shows that it is they, and from which they come back to where they were going. The words
   * of a form are kept; a file is not, so its sender comes back to the page with the form.
   */
  async pathFor(request: Request, accountId: string): Promise<string> {
    if (request.method === 'GET' || request.method === 'HEAD') {
      return `${CONFIRM}?returnTo=${encodeURIComponent(request.originalUrl)}`;
    }
    if (request.is('multipart/form-data') !== false) {
      return `${CONFIRM}?returnTo=${encodeURIComponent(pathOfReferrer(request))}`;
    }
    const { id } = await this.forms.keep(accountId, formIn(request));
    return `${CONFIRM}?returnTo=${encodeURIComponent(`${FORM}/${id}`)}`;
  }
}

/** Where an interrupted form is handed back. */
const FORM = '/account/interrupted-form';

/** The session's token is put in anew; a password is typed anew, since it is never shown again. */
const NOT_KEPT = ['_csrf', 'password'];

function formIn({ originalUrl, body }: Request): KeptForm {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const fields = Object.entries(sent)
    .filter(([name]) => !NOT_KEPT.includes(name))
    .flatMap(([name, word]) => [word].flat().map((each) => [name, each] as const))
    .filter((field): field is readonly [string, string] => typeof field[1] === 'string');
  return { path: originalUrl, fields };
}

/** Browsers tell it within this site. The page that receives it looks whether it is one of ours. */
function pathOfReferrer(request: Request): string {
  const referrer = request.get('referer') ?? '';
  if (!URL.canParse(referrer)) return request.originalUrl;
  const { host, pathname, search } = new URL(referrer);
  return host === request.get('host') ? `${pathname}${search}` : request.originalUrl;
}
