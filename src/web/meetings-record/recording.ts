import { Injectable } from '@nestjs/common';
import { Disclosures, type IncompleteDeclaration } from '../../disclosures/index.js';
import { actingOf, type Person } from '../../identity/index.js';
import { AgendaItem, Observations, type ObservationRefusal } from '../../meetings/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type UnitOfWork } from '../../platform/database/index.js';
import { refusedForm, validateForm, type FormError, type FormState, type Words } from '../form/index.js';
import { found } from '../page/index.js';
import { DeclarationForm } from './declaration-form.js';
import { HeardInterests } from './heard-interests.js';
import { ObservationForm, observationsIn } from './observation-form.js';
import { declarationRefusedInWords, observationRefusedInWords, type NotDisclosed } from './refusals.js';

/** A form that was not taken, to be shown again where it stands. */
export interface RefusedEntry {
  readonly status: 400 | 409;
  /** Which form of the page. */
  readonly key: string;
  readonly form: FormState;
}

/** A device that was cut off for longer than this has kept something that belongs to no meeting of today. */
const OLDEST_MS = 31 * 24 * 60 * 60_000;
const TOO_OLD =
  'This was taken down more than 31 days ago. Enter it again, with the time at which it happened';

/** Takes the forms of the recording page, one at a time. */
@Injectable()
export class Recording {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly disclosures: Disclosures,
    private readonly heard: HeardInterests,
    private readonly observations: Observations,
  ) {}

  /** Records what was seen. Gives undefined, or the form as it must be shown again. */
  async observe(person: Person, meetingId: string, body: unknown): Promise<RefusedEntry | undefined> {
    const form = validateForm(ObservationForm, body);
    if (!form.ok) return notTaken(400, form.words, form.errors);
    const saidAt = this.#saidAt(form.value.age);
    const seen = observationsIn(form.value, form.words);
    if (saidAt === undefined) return notTaken(400, form.words, [aboutTheForm(TOO_OLD)]);
    if ('text' in seen) return notTaken(400, form.words, [seen]);
    const observations = seen.map((one) => ({ ...one, saidAt }));
    const outcomes = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.observations.record(uow, { meetingId, observations }),
    );
    const refused = outcomes.flatMap((one): ObservationRefusal[] => ('refused' in one ? [one.refused] : []));
    if (refused.includes('unknown-meeting')) found(undefined);
    const [first] = refused;
    return first === undefined
      ? undefined
      : notTaken(409, form.words, [aboutTheForm(observationRefusedInWords(first))]);
  }

  /** Records what was declared in the room. */
  async declare(person: Person, meetingId: string, body: unknown): Promise<RefusedEntry | undefined> {
    const form = validateForm(DeclarationForm, body);
    if (!form.ok) return notTaken(400, withoutWithheld(form.words), form.errors);
    const saidAt = this.#saidAt(form.value.age);
    if (saidAt === undefined) return notTaken(400, withoutWithheld(form.words), [aboutTheForm(TOO_OLD)]);
    const result = await this.database.unitOfWork(actingOf(person), (uow) =>
      this.#declareOne(uow, meetingId, form.value, saidAt),
    );
    if (!('refused' in result)) return undefined;
    if (result.refused === 'not-found') found(undefined);
    const error = declarationRefusedInWords(result);
    const status = error.field === '' ? 409 : 400;
    return notTaken(status, withoutWithheld(form.words), [error]);
  }

  async #declareOne(
    uow: UnitOfWork,
    meetingId: string,
    form: DeclarationForm,
    saidAt: Date,
  ): Promise<{ id: string } | NotDisclosed | IncompleteDeclaration> {
    const said = { id: form.entry, memberId: form.member, meetingId, saidAt, atMeeting: true };
    if (form.what === 'confirms') return this.disclosures.confirm(uow, { ...said, confirms: form.about });
    if (form.what === 'takes-back') return this.disclosures.takeBack(uow, { ...said, takesBack: form.about });
    // Also one that a revised agenda has withdrawn meanwhile: what was said in the room is never refused for that.
    const { authorityId } = uow;
    const { id, title } = found(
      (await uow.manager.findOneBy(AgendaItem, { authorityId, meetingId, id: form.item })) ?? undefined,
    );
    const ofItem = { ...said, item: { id, title: titleIn(form) ?? title } };
    const { group, nature, intends, interestKind, heldBy } = form;
    if (form.what === 'party-whip') return this.disclosures.declareWhip(uow, { ...ofItem, group, nature });
    if (form.what === 'council-tax-arrears') return this.disclosures.declareArrears(uow, ofItem);
    const heard = { kind: interestKind, heldBy };
    if (form.existenceOnly !== 'yes') {
      return this.disclosures.declare(uow, { ...ofItem, intends, interest: heard, nature });
    }
    const known = await this.heard.withheldAs(uow, form.member, heard);
    const interest = known === undefined ? { ...heard, existenceOnly: true } : { known };
    return this.disclosures.declare(uow, { ...ofItem, intends, interest });
  }

  /** On the application’s clock, whatever the clock of the device says; undefined for what is too old. */
  #saidAt(age: string | undefined): Date | undefined {
    const ago = Number(age ?? 0);
    return ago > OLDEST_MS ? undefined : new Date(this.clock.now().getTime() - ago);
  }
}

const aboutTheForm = (text: string): FormError => ({ field: '', href: '', text });

/** As the clerk saw it; undefined for a form that was drawn without it. */
const titleIn = ({ itemTitle }: DeclarationForm): string | undefined =>
  typeof itemTitle === 'string' && itemTitle.trim() !== '' ? itemTitle : undefined;

/** The summary leads to the field in its own form of the page; what is about the whole form, to the form. */
function notTaken(status: 400 | 409, words: Words, errors: readonly FormError[]): RefusedEntry {
  const key = typeof words.form === 'string' ? words.form : '';
  const led = errors.map((error) => ({
    ...error,
    href: `#${[key, error.field].filter((part) => part !== '').join('-')}`,
  }));
  return { status, key, form: refusedForm({ words, errors: led }) };
}

/** What was typed of an interest that is said to be sensitive is not shown again. */
function withoutWithheld(words: Words): Words {
  const kept = Object.entries(words).filter(
    ([name]) => name !== 'nature' || words.existenceOnly === undefined,
  );
  return Object.fromEntries(kept);
}
