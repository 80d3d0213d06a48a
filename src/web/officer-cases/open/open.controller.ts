import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Bodies } from '../../../authorities/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../../identity/index.js';
import { addMonths, civilDate } from '../../../law/index.js';
import { Meetings } from '../../../meetings/index.js';
import { Members } from '../../../members/index.js';
import { CaseFiles } from '../../../oversight/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../../platform/database/index.js';
import { blankForm, refusedForm, validateForm, type FormError, type Words } from '../../form/index.js';
import { send, type Answer } from '../../my-dispensations/index.js';
import { dayAndDateInWords } from '../../../wording/index.js';
import {
  aboutView,
  AllegedForm,
  allegedView,
  choiceOf,
  isChosen,
  newCaseIn,
  WHY_NOT,
  type About,
  type Choices,
} from './page.js';

const ABOUT = 'web/officer-cases/open/about.njk';
const ALLEGED = 'web/officer-cases/open/alleged.njk';
/** s.34(7) ends three years after the offence; what is older is opened without its meeting, by its day. */
const MONTHS_OFFERED = 48;

/** Opens a case file: first whom and which meeting it is about, then what is alleged. A finding links to the second page. */
@Controller('officer/cases/new')
@Requires('KeepCaseFiles')
export class OpenCaseController {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly meetings: Meetings,
    private readonly members: Members,
  ) {}

  @Get()
  @Audits('none')
  async show(
    @CurrentPerson() person: Person,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const answer = await this.database.unitOfWork(actingOf(person), async (uow): Promise<Answer> => {
      const choices = await this.#choices(uow);
      const asked = choiceOf(query);
      // A page of a member or of a meeting names the one, and the other is still to be chosen.
      if (!isChosen(query))
        return { status: 200, page: ABOUT, view: aboutView(choices, blankForm(asked.words)) };
      const about = await this.#about(uow, choices, asked);
      if ('errors' in about)
        return { status: 400, page: ABOUT, view: aboutView(choices, refusedForm(about)) };
      const { itemId } = asked;
      const form = blankForm(itemId === undefined ? {} : { agendaItemId: itemId });
      return { status: 200, page: ALLEGED, view: allegedView(about, form) };
    });
    send(response, answer);
  }

  @Post()
  @Audits('case-file.opened')
  async open(
    @CurrentPerson() person: Person,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const form = validateForm(AllegedForm, body, { today: this.clock.today() });
    const answer = await this.database.unitOfWork(actingOf(person), async (uow): Promise<Answer> => {
      const choices = await this.#choices(uow);
      const asked = choiceOf(form.words);
      const about = await this.#about(uow, choices, asked);
      if ('errors' in about)
        return { status: 400, page: ABOUT, view: aboutView(choices, refusedForm(about)) };
      const again = (errors: readonly FormError[]): Answer => ({
        ...{
          status: 400,
          page: ALLEGED,
          view: allegedView(about, refusedForm({ errors, words: form.words })),
        },
      });
      if (!form.ok) return again(form.errors);
      const result = await this.files.open(uow, newCaseIn(form.value));
      if ('refused' in result) return again([WHY_NOT[result.refused]]);
      return { location: `/officer/cases/${result.id}?done=opened` };
    });
    send(response, answer);
  }

  /** The member and the meeting that were chosen, with the meeting's items; or what is wrong with the choice. */
  async #about(
    uow: UnitOfWork,
    choices: Choices,
    asked: { readonly memberId: string; readonly meetingId: string | undefined; readonly words: Words },
  ): Promise<About | { errors: readonly FormError[]; words: Words }> {
    const { memberId, meetingId, words } = asked;
    const member = choices.members.find(({ value }) => value === memberId);
    if (member === undefined) return { errors: [WHY_NOT['unknown-member']], words };
    if (meetingId === undefined) return { member, meeting: undefined, items: [] };
    const meeting = choices.meetings.find(({ value }) => value === meetingId);
    if (meeting === undefined) return { errors: [WHY_NOT['unknown-meeting']], words };
    const items = await this.files.itemsOf(uow, meetingId);
    return {
      ...{ member, meeting },
      items: items.map(({ id, number, title, withdrawnInRevision }) => {
        const withdrawn = withdrawnInRevision === null ? '' : ' (withdrawn from the agenda)';
        return { value: id, text: `${number === null ? '' : `${number}. `}${title}${withdrawn}` };
      }),
    };
  }

  async #choices(uow: UnitOfWork): Promise<Choices> {
    const today = this.clock.today();
    const bodies = new Map((await this.bodies.list(uow)).map(({ id, name }) => [id, name]));
    const meetings = await this.meetings.list(uow, { from: addMonths(today, -MONTHS_OFFERED), to: today });
    return {
      members: (await this.members.list(uow)).map(({ id, name }) => ({ value: id, text: name })),
      meetings: [...meetings].reverse().map(({ id, bodyId, meetsOn, status }) => {
        const cancelled = status === 'cancelled' ? ' (cancelled)' : '';
        const text = `${dayAndDateInWords(civilDate(meetsOn))}, ${bodies.get(bodyId) ?? ''}${cancelled}`;
        return { value: id, text };
      }),
    };
  }
}
