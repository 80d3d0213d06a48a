import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Authorities } from '../../authorities/index.js';
import { Audits, Requires } from '../../identity/index.js';
import { Members } from '../../members/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { TurnOff, Wishes, type TurnsOff } from '../../reminders/index.js';
import { offView, type OffAddress } from './page.js';

/** Whoever holds a message may turn off what it says can be turned off. It is planned anew from what they did. */
const ACTOR = { kind: 'system', name: 'turn-off-address' } as const;

const NOT_OURS =
  'This address turns nothing off. Part of it may be missing: open the link in the message again. Or sign in, and choose your reminders under “My duties”, “My reminders”.';

/**
 * Turns optional reminders off by the address in a message, without signing in. Opening it changes nothing, because
 * programs that look for bad links open every link; a person presses the button, a mail program posts (RFC 8058).
 */
@Controller('reminders/off/:sealed')
export class RemindersOffController {
  constructor(
    private readonly authorities: Authorities,
    private readonly database: Database,
    private readonly members: Members,
    private readonly turnOff: TurnOff,
    private readonly wishes: Wishes,
  ) {}

  @Get()
  @Requires('anybody')
  @Audits('none')
  async show(@Param('sealed') sealed: string, @Res() response: Response): Promise<void> {
    await this.#answer(sealed, response, () => Promise.resolve());
  }

  /** Answers with the page itself: a mail program does not follow a redirect. Doing it twice changes nothing more. */
  @Post()
  @Requires('anybody')
  @Audits('reminder-wish.changed')
  async off(@Param('sealed') sealed: string, @Res() response: Response): Promise<void> {
    await this.#answer(sealed, response, (uow, { memberId, kinds }) =>
      this.wishes.turnOff(uow, memberId, kinds),
    );
  }

  async #answer(
    sealed: string,
    response: Response,
    act: (uow: UnitOfWork, says: TurnsOff) => Promise<void>,
  ): Promise<void> {
    // The address is a secret: where the page's links lead must not learn it.
    response.setHeader('Referrer-Policy', 'no-referrer');
    const says = this.turnOff.read(sealed);
    const address = says && (await this.#do(says, act));
    if (address === undefined) throw new Refusal(404, NOT_OURS);
    response.status(200).render('web/reminders-off/page.njk', offView(address));
  }

  /** Undefined where the member is gone. */
  async #do(
    says: TurnsOff,
    act: (uow: UnitOfWork, says: TurnsOff) => Promise<void>,
  ): Promise<OffAddress | undefined> {
    const { authorityId, memberId, kinds } = says;
    return this.database.unitOfWork({ authorityId, actor: ACTOR }, async (uow) => {
      if (kinds.length === 0 || (await this.members.find(uow, memberId)) === undefined) return undefined;
      await act(uow, says);
      const off = await this.wishes.off(uow, memberId);
      const { name } = await this.authorities.get(uow);
      return { authorityName: name, kinds, isOff: kinds.every((kind) => off.has(kind)) };
    });
  }
}
