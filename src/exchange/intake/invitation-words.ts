import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '../../law/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';

/** What an invitation tells, and to whom. */
export interface Invited {
  readonly council: string;
  readonly name: string;
  readonly email: string;
  readonly becameMemberOn: CivilDate;
  /** The last part of the address at which a first password is chosen; undefined for whoever has one. */
  readonly key: string | undefined;
  /** For how many days that address opens. */
  readonly days: number;
}

/** The words of an invitation. */
@Injectable()
export class InvitationWords {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  of({ council, name, email, becameMemberOn, key, days }: Invited): { subject: string; body: string } {
    const { publicUrl } = this.config;
    const signIn = `${publicUrl}/sign-in`;
    const how =
      key === undefined
        ? [`You have an account already. Sign in with this address, ${email}, and your password:`, signIn]
        : [
            'Choose your password here:',
            `${publicUrl}/first-sign-in/${key}`,
            `The link is for you alone: do not pass it on. It works once, for ${days} days.`,
            `After that you sign in with your address, ${email}, at ${signIn}`,
          ];
    const paragraphs = [
      `Dear ${name},`,
      `Your term of office at ${council} begins on ${inWords(becameMemberOn)}. The council uses Probity for the register of members’ interests and for declarations at meetings.`,
      ...how,
      'Once you have signed in you see what you are asked to notify to the monitoring officer, and by which day.',
      `If you did not expect this message, tell ${council}.`,
    ];
    return {
      subject: `${council}: how to sign in and notify your interests`,
      body: `${paragraphs.join('\n\n')}\n`,
    };
  }
}

/** 'Monday 11 May 2026'. */
const inWords = (day: CivilDate): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '');
