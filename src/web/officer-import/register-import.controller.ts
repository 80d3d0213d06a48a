import { Body as SentBody, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  memberNamed,
  RegisterImports,
  TakingOver,
  templateCsv,
  type ModernGovRegister,
  type OpenedImport,
} from '../../exchange/index.js';
import { actingOf, Audits, CurrentPerson, Requires, type Person } from '../../identity/index.js';
import { civilDate } from '../../law/index.js';
import { Members, type Member } from '../../members/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { blankForm, refusedForm, validateForm, type FormState, type Words } from '../form/index.js';
import { uploadedFile } from '../layout/index.js';
import { Withholding } from '../officer-notifications/index.js';
import { found, IdInAddress } from '../page/index.js';
import { FileForm, fileView, progressView } from './file.js';
import { WHY_NOT_TAKEN_OVER } from './refusals.js';
import { addedIn, hasFieldsToShow, withFieldsShown } from './review-rows.js';
import { reviewView, wordsBefore } from './review-view.js';
import { checkedRegister, ReviewForm } from './review.js';
import { columnsView, refusedUpload, uploadRefusal, uploadView } from './upload.js';

const UPLOAD = 'web/officer-import/upload.njk';
const REVIEW = 'web/officer-import/review.njk';
const FILE = 'web/officer-import/file.njk';
const PROGRESS = 'web/officer-import/progress.njk';
/** Seconds after which the progress page loads itself again. */
const LOOK_AGAIN = '4';

/** An officer brings in a register that is kept elsewhere: read, checked, taken over. */
@Controller('officer/register/import')
export class RegisterImportController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly imports: RegisterImports,
    private readonly members: Members,
    private readonly takingOver: TakingOver,
    private readonly withholding: Withholding,
  ) {}

  @Get()
  @Requires('ImportRegister')
  @Audits('none')
  async ask(@CurrentPerson() person: Person, @Res() response: Response): Promise<void> {
    const waiting = await this.database.unitOfWork(actingOf(person), (uow) => this.imports.waiting(uow));
    response.render(UPLOAD, uploadView(waiting, blankForm()));
  }

  @Get('columns')
  @Requires('ImportRegister')
  @Audits('none')
  columns(@Res() response: Response): void {
    response.render('web/officer-import/columns.njk', columnsView());
  }

  @Get('template.csv')
  @Requires('ImportRegister')
  @Audits('none')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="register-template.csv"')
  template(): string {
    return templateCsv();
  }

  @Post()
  @Requires('ImportRegister')
  @Audits('register-import.read')
  async receive(
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = uploadedFile(request, 'file');
    const answer = await this.database.unitOfWork(actingOf(person), async (uow) => {
      const waiting = await this.imports.waiting(uow);
      if (file === undefined) return { again: uploadView(waiting, refusedUpload('Choose a file')) };
      const result = await this.imports.receive(uow, file.content);
      if (!('refused' in result)) return result;
      const problems = 'problems' in result.refused ? result.refused.problems : [];
      return { again: uploadView(waiting, refusedUpload(uploadRefusal(result.refused)), problems) };
    });
    if ('again' in answer) response.status(400).render(UPLOAD, answer.again);
    else response.redirect(303, `/officer/register/import/${answer.id}`);
  }

  @Get(':id')
  @Requires('ImportRegister')
  @Audits('none')
  async one(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Query('still') still: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { opened, members, withheld } = await this.#open(person, id);
    const { register } = opened.content;
    if (opened.row.state === 'read' && register !== undefined) {
      response.render(REVIEW, reviewView(id, register, blankForm(wordsBefore(register, members)), members));
    } else if (opened.row.state === 'read') {
      response.render(FILE, { ...fileView(opened, blankForm(), withheld), button: TAKE_OVER });
    } else {
      // In the answer's head and not in the page: a person can stop it, and the page is whole without it.
      if (opened.row.state === 'taking-over' && still !== 'yes') response.setHeader('Refresh', LOOK_AGAIN);
      response.render(PROGRESS, progressView(opened, still === 'yes'));
    }
  }

  @Post(':id')
  @Requires('ImportRegister')
  @Audits('register-import.taken-over')
  async takeOver(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @SentBody() sent: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { opened, members, withheld } = await this.#open(person, id);
    if (opened.row.state !== 'read') throw new Refusal(409, GONE);
    const { register } = opened.content;
    if (register === undefined) await this.#takeFileOver(person, { opened, withheld }, sent, response);
    else await this.#takePageOver(person, { id, register, members }, sent, response);
  }

  @Post(':id/again')
  @Requires('ImportRegister')
  @Audits('register-import.taken-over')
  async again(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { opened } = await this.#open(person, id);
    const { order } = opened.content;
    if (order === undefined) throw new Refusal(409, GONE);
    const begun = await this.takingOver.begin(actingOf(person), id, civilDate(order.receivedOn));
    if ('refused' in begun) throw new Refusal(409, GONE);
    response.redirect(303, `/officer/register/import/${id}`);
  }

  @Post(':id/discard')
  @Requires('ImportRegister')
  @Audits('register-import.discarded')
  async discard(
    @CurrentPerson() person: Person,
    @IdInAddress('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.database.unitOfWork(actingOf(person), (uow) => this.imports.discard(uow, id));
    if ('refused' in result) throw new Refusal(409, GONE);
    response.redirect(303, '/officer/register/import');
  }

  /** A file: what is wrong is told, or a job begins. */
  async #takeFileOver(
    person: Person,
    { opened, withheld }: { opened: OpenedImport; withheld: ReadonlySet<string> },
    sent: unknown,
    response: Response,
  ): Promise<void> {
    const { id } = opened.row;
    const form = validateForm(FileForm, sent, { today: this.clock.today() });
    if (!form.ok) {
      const view = fileView(opened, refusedForm(form), withheld);
      response.status(400).render(FILE, { ...view, button: TAKE_OVER });
      return;
    }
    const begun = await this.takingOver.begin(actingOf(person), id, form.value.receivedOn);
    if ('refused' in begun) throw new Refusal(409, GONE);
    response.redirect(303, `/officer/register/import/${id}`);
  }

  /** A page: the form comes back with more of it shown, or with what is wrong, or is taken over at once. */
  async #takePageOver(
    person: Person,
    page: { id: string; register: ModernGovRegister; members: readonly Member[] },
    sent: unknown,
    response: Response,
  ): Promise<void> {
    const { id, register, members } = page;
    const { words } = validateForm(ReviewForm, sent, { today: this.clock.today() });
    const again = (status: 200 | 400, form: FormState): void => {
      response.status(status).render(REVIEW, reviewView(id, register, form, members));
    };
    if (words.add !== undefined || words.show !== undefined || hasFieldsToShow(register, words)) {
      again(200, blankForm(withFieldsShown(register, withRowAdded(register, words))));
      return;
    }
    const checked = checkedRegister(register, words, { members, today: this.clock.today() });
    if (!checked.ok) {
      again(400, refusedForm({ errors: checked.errors, words }));
      return;
    }
    const chosen = checked.part.memberId;
    const ofChosen = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.#withheldFrom(uow, person, [chosen]),
    );
    if (ofChosen.has(chosen)) throw new Refusal(403, PAGE_WITHHELD);
    const taken = await this.takingOver.one(actingOf(person), id, checked.part, checked.receivedOn);
    if (!('refused' in taken)) response.redirect(303, `/officer/register/import/${id}`);
    else if (taken.refused === 'import-gone') throw new Refusal(409, GONE);
    else {
      const text = `It was not taken over: ${WHY_NOT_TAKEN_OVER[taken.refused]}`;
      again(400, refusedForm({ errors: [{ field: 'member', href: '#member', text }], words }));
    }
  }

  /**
   * @returns the import, and the members in a file whose details this officer may not see
   * @throws Refusal for a page of a member whose details they may not see
   */
  async #open(person: Person, id: string): Promise<Opened> {
    return this.database.unitOfWork(actingOf(person), async (uow) => {
      const opened = found(await this.imports.find(uow, id));
      const members = await this.members.list(uow);
      const { register, members: parts = [] } = opened.content;
      const withheld = await this.#withheldFrom(
        uow,
        person,
        register === undefined ? parts.map(({ memberId }) => memberId) : whoseItMayBe(register, members),
      );
      if (register !== undefined && withheld.size > 0) throw new Refusal(403, PAGE_WITHHELD);
      return { opened, members, withheld };
    });
  }

  async #withheldFrom(uow: UnitOfWork, person: Person, memberIds: readonly string[]): Promise<Set<string>> {
    const withheld = new Set<string>();
    for (const memberId of memberIds) {
      if ((await this.withholding.from(uow, person, memberId)).words) withheld.add(memberId);
    }
    return withheld;
  }
}

interface Opened {
  readonly opened: OpenedImport;
  readonly members: Member[];
  readonly withheld: ReadonlySet<string>;
}

/** The member whom a page names. Where that is unclear it may be anybody's. */
function whoseItMayBe({ memberName }: ModernGovRegister, members: readonly Member[]): string[] {
  const named = memberNamed(memberName ?? '', members);
  return (named === undefined ? members : [named]).map(({ id }) => id);
}

/** The form with one empty row more under the table whose button was pressed. */
function withRowAdded(register: ModernGovRegister, words: Words): Words {
  if (typeof words.add !== 'string') return words;
  const added = addedIn(register, { added: [...addedIn(register, words), words.add].join(',') });
  return { ...words, added: added.join(',') };
}

const TAKE_OVER = 'Take over into the register';
const PAGE_WITHHELD =
  'This page is, or may be, of a member who has a sensitive interest. Only an officer who may read sensitive details can check it.';
const GONE = 'This import was taken over or thrown away in the meantime. Nothing was changed.';
