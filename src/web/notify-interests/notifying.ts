import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Rulebooks } from '../../duties/index.js';
import { actingOf, type Person } from '../../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { Drafts, type Draft } from '../../register/index.js';
import { blankForm, refusedForm, validateForm, type FormState } from '../form/index.js';
import { backPath, nextPath, pathInstead } from '../journey/index.js';
import { found } from '../page/index.js';
import { notifyJourney } from './journey.js';
import type { OpenedDraft, QuestionPage } from './question-page.js';

/** Said above a form that was sent after the draft had changed in another tab. What was typed is still in it. */
const CHANGED_ELSEWHERE = {
  text: 'Your notification was changed in another tab or on another device after you opened this page. What you entered here is kept below and is not saved yet. Check it, then continue to save it.',
};

/** Asks a member the questions of the journey and keeps their draft. Shared by every page of it. */
@Injectable()
export class Notifying {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly rulebooks: Rulebooks,
  ) {}

  /** Does work for the acting authority in the member's name. Their id comes from the session and nowhere else. */
  async asMember<T>(person: Person, work: (uow: UnitOfWork, memberId: string) => Promise<T>): Promise<T> {
    const memberId = found(person.acting?.memberId);
    return this.database.unitOfWork(actingOf(person), (uow) => work(uow, memberId));
  }

  async open(uow: UnitOfWork, memberId: string): Promise<OpenedDraft> {
    const today = this.clock.today();
    const rulebook = await this.rulebooks.on(uow, today);
    if (rulebook.kind === 'not-encoded') {
      throw new Refusal(
        422,
        'This service does not hold the law of today, so it cannot ask the right questions.',
      );
    }
    const required = rulebook.requiredCategories();
    const saved = await this.drafts.find(uow, memberId);
    return { ...saved, journey: notifyJourney(required), required, rulebook, today };
  }

  /** The draft of somebody who is about to see or answer a page. */
  openFor(person: Person): Promise<OpenedDraft> {
    return this.asMember(person, (uow, memberId) => this.open(uow, memberId));
  }

  async show<Form extends object>(
    page: QuestionPage<Form>,
    person: Person,
    response: Response,
  ): Promise<void> {
    const opened = await this.openFor(person);
    const instead = pathInstead(opened.journey, opened.draft, page.id);
    if (instead === undefined) draw(page, opened, blankForm(page.words(opened)), response);
    else response.redirect(303, instead);
  }

  /** Good: saved, and on to the next page. Bad, or changed elsewhere: the same page with the person's own words. */
  async answer<Form extends object>(
    page: QuestionPage<Form>,
    person: Person,
    body: unknown,
    response: Response,
  ): Promise<void> {
    const opened = await this.openFor(person);
    const form = validateForm(page.form, body, { today: opened.today });
    const errors = form.ok ? (page.problems?.(opened, form.value) ?? []) : form.errors;
    if (!form.ok || errors.length > 0) {
      draw(page, opened, refusedForm({ errors, words: form.words }), response.status(400));
      return;
    }
    const draft = page.change(opened.draft, form.value);
    if (draft !== opened.draft && !(await this.#save(person, draft, seenVersion(body)))) {
      const fresh = await this.openFor(person);
      draw(page, fresh, blankForm(form.words), response.status(409), CHANGED_ELSEWHERE);
      return;
    }
    const next = page.next?.(draft, form.value) ?? nextPath(opened.journey, draft, page.id);
    response.redirect(303, next);
  }

  async #save(person: Person, draft: Draft, version: number): Promise<boolean> {
    const saved = await this.asMember(person, (uow, memberId) =>
      this.drafts.save(uow, memberId, draft, version),
    );
    return 'version' in saved;
  }
}

/** The version that a form was made from. A form that carries none was made from no version. */
export function seenVersion(body: unknown): number {
  const { version } = (body ?? {}) as { version?: unknown };
  return typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : -1;
}

function draw<Form extends object>(
  page: QuestionPage<Form>,
  opened: OpenedDraft,
  form: FormState,
  response: Response,
  banner?: { text: string },
): void {
  const { draft, journey, version } = opened;
  const backHref = backPath(journey, draft, page.id);
  response.render(page.template, { ...page.view(opened), form, backHref, version, banner });
}
