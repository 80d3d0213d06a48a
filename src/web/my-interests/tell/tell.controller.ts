import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Rulebooks } from '../../../authorities/index.js';
import { Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import type { HeldBy, RequiredCategory } from '../../../law/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { found, IdInAddress } from '../../page/index.js';
import { AsMember } from '../as-member.js';
import { Laws } from '../law-says/laws.js';
import { newInterestsView } from '../new/page.js';
import { checkPage, stepPage, toldOf, type TellPage } from './page.js';
import { DeclaredAtMeetings } from './declared-at-meetings.js';
import { refusalView } from './refusals.js';
import { firstTurn, nextTurn, type Turn } from './steps.js';
import type { Subject, ToldAct } from './subject.js';
import { Telling, type WhyNotTold } from './telling.js';

const ABOUT_ENTRY = [':entryId/change', ':entryId/end', ':entryId/correct'];
const REFUSED = 'web/my-interests/tell/refused.njk';
const LAW_NOT_HELD = 'This service does not hold the law of today, so it cannot ask the right questions.';

type Found = Subject | { readonly refused: WhyNotTold };
type FindSubject = (uow: UnitOfWork, memberId: string) => Promise<Found>;

/** Telling the monitoring officer of one interest: new, changed, ended, or registered wrongly; and of a gift. */
@Controller('my/interests')
@Requires('NotifyOwnInterests')
export class TellController {
  constructor(
    private readonly asMember: AsMember,
    private readonly clock: Clock,
    private readonly declarations: DeclaredAtMeetings,
    private readonly laws: Laws,
    private readonly rulebooks: Rulebooks,
    private readonly telling: Telling,
  ) {}

  @Get('new')
  @Audits('none')
  async choose(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const required = await this.asMember.do(person, (uow) => this.#required(uow));
    response.render('web/my-interests/new/page.njk', newInterestsView(required));
  }

  @Get('gifts/new')
  @Audits('none')
  async showGift(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    await this.#show(person, response, (uow) => this.#newOne(uow, 'gifts', 'self'));
  }

  @Post('gifts/new')
  @Audits('notification.received')
  async tellGift(
    @CurrentPerson() person: Person,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.#take(person, body, response, (uow) => this.#newOne(uow, 'gifts', 'self'));
  }

  @Get('new/:category/:heldBy')
  @Audits('none')
  async showNew(
    @CurrentPerson() person: Person,
    @Param() { category, heldBy }: { category: string; heldBy: string },
    @Query('declared') declared: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.#show(person, response, async (uow, memberId) => ({
      ...(await this.#newOne(uow, category, heldBy)),
      declared: await this.declarations.find(uow, memberId, declared),
    }));
  }

  @Post('new/:category/:heldBy')
  @Audits('notification.received')
  async tellNew(
    @CurrentPerson() person: Person,
    @Param() { category, heldBy }: { category: string; heldBy: string },
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.#take(person, body, response, (uow) => this.#newOne(uow, category, heldBy));
  }

  @Get(ABOUT_ENTRY)
  @Audits('none')
  async showAbout(
    @CurrentPerson() person: Person,
    @IdInAddress('entryId') entryId: string,
    @Req() { path }: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.#show(person, response, (uow, memberId) => this.#about(uow, memberId, entryId, path));
  }

  @Post(ABOUT_ENTRY)
  @Audits('notification.received')
  async tellAbout(
    @CurrentPerson() person: Person,
    @IdInAddress('entryId') entryId: string,
    @Req() { path }: Request,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.#take(person, body, response, (uow, memberId) => this.#about(uow, memberId, entryId, path));
  }

  async #show(person: Person, response: Response, find: FindSubject): Promise<void> {
    const subject = await this.asMember.do(person, find);
    if ('refused' in subject) response.status(409).render(REFUSED, refusalView(subject.refused));
    else draw(stepPage(subject, firstTurn(subject)), response);
  }

  async #take(person: Person, body: unknown, response: Response, find: FindSubject): Promise<void> {
    const result = await this.asMember.do(person, async (uow, memberId) => {
      const subject = await find(uow, memberId);
      if ('refused' in subject) return subject;
      const turn = nextTurn(subject, body, this.clock.today());
      if (turn.send) return this.telling.tell(uow, memberId, subject, turn.said);
      return { page: await this.#page(uow, memberId, subject, turn), status: turn.refused ? 400 : 200 };
    });
    if ('refused' in result) response.status(409).render(REFUSED, refusalView(result.refused));
    else if ('page' in result) draw(result.page, response.status(result.status));
    else response.redirect(303, `/my/interests/told/${result.id}`);
  }

  async #page(uow: UnitOfWork, memberId: string, subject: Subject, turn: Turn): Promise<TellPage> {
    if (turn.step !== 'check') return stepPage(subject, turn);
    const otherGifts = await this.laws.otherGifts(uow, memberId);
    const told = { day: this.clock.today(), sent: false, otherGifts };
    return checkPage(subject, turn, await this.laws.on(uow, toldOf(subject, turn.said), told));
  }

  /** Only what today's law asks about is a page; anything else in the address is not found. */
  async #newOne(
    uow: UnitOfWork,
    category: string,
    heldBy: string,
  ): Promise<Extract<Subject, { act: 'add' }>> {
    const asked = found((await this.#required(uow)).find((one) => one.category === category));
    found(heldBy === 'self' || (heldBy === 'partner' && asked.asksPartner) ? asked : undefined);
    return { act: 'add', category: asked.category, heldBy: heldBy as HeldBy };
  }

  async #about(uow: UnitOfWork, memberId: string, entryId: string, path: string): Promise<Found> {
    const act = found(actIn(path));
    const about = found(await this.telling.about(uow, memberId, entryId));
    if ('refused' in about) return about;
    const { category, heldBy } = about.entry;
    return { act, category, heldBy, about };
  }

  async #required(uow: UnitOfWork): Promise<readonly RequiredCategory[]> {
    const rulebook = await this.rulebooks.on(uow, this.clock.today());
    if (rulebook.kind === 'not-encoded') throw new Refusal(422, LAW_NOT_HELD);
    return rulebook.requiredCategories();
  }
}

/** The last part of the address, which matches with capitals and with a slash after it too. */
function actIn(path: string): Exclude<ToldAct, 'add'> | undefined {
  const last = path.toLowerCase().replace(/\/+$/, '').split('/').at(-1);
  return last === 'change' || last === 'end' || last === 'correct' ? last : undefined;
}

function draw({ template, view }: TellPage, response: Response): void {
  response.render(template, view);
}
