import { createHash } from 'node:crypto';
import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { actingAs, type Caller } from '../identity/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type UnitOfWork } from '../platform/database/index.js';
import { Refusal } from '../platform/errors/index.js';
import { isTooDeep } from './shapes/index.js';

/** How long an answer is kept for whoever asks again, in hours. */
const KEPT_HOURS = 24;

/** What a program sent, and its word for this change. */
export interface Change {
  readonly key: string | undefined;
  /** Of the method, the address and the body. */
  readonly digest: Buffer;
}

/** What a change is answered with. It names nobody, because it is kept. */
export interface Answer {
  readonly status: 200 | 201;
  readonly answer: object;
}

/** The change that is asked for, in a controller's signature. @throws 400 for a key that is none */
export const AskedChange = createParamDecorator((_: unknown, context: ExecutionContext): Change => {
  const request = context.switchToHttp().getRequest<Request>();
  const key = request.get('idempotency-key');
  if (key !== undefined && !/^[\x21-\x7E]{1,200}$/.test(key)) {
    const text = 'It must have 1 to 200 visible characters of ASCII.';
    throw new Refusal(400, 'The Idempotency-Key is not right.', [{ field: 'Idempotency-Key', text }]);
  }
  if (isTooDeep(request.body)) {
    const problem = { field: '', text: 'It is nested too deeply.' };
    throw new Refusal(422, 'What was sent cannot be used. Nothing was changed.', [problem]);
  }
  const said = [request.method, request.path, JSON.stringify(request.body ?? null)];
  return { key, digest: createHash('sha256').update(JSON.stringify(said)).digest() };
});

/** Makes a change once, however often a program that lost the answer asks for it with the same key. */
@Injectable()
export class Once {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /**
   * Makes the change in one unit of work, in which its answer is kept too: there is no change without its answer, and none
   * that is half made. What throws is not kept, so that it may be tried again with the same key.
   * @throws 409 while the same key is at work, 422 where it was used for something else
   */
  async make(caller: Caller, change: Change, work: (uow: UnitOfWork) => Promise<Answer>): Promise<Answer> {
    const { key } = change;
    return this.database.unitOfWork(actingAs(caller), async (uow) => {
      if (key === undefined) return work(uow);
      await lock(uow, `${caller.holder}/${key}`);
      const known = await this.#known(uow, caller, change);
      if (known !== undefined) return known;
      const made = await work(uow);
      await this.#keep(uow, caller, { ...change, key }, made);
      return made;
    });
  }

  async #known(uow: UnitOfWork, { holder }: Caller, { key, digest }: Change): Promise<Answer | undefined> {
    const [kept] = await uow.manager.query<(Answer & { request_hash: Buffer })[]>(
      `select status, answer, request_hash from api_answer
       where authority_id = $1 and holder = $2 and key = $3 and made_at > $4`,
      [uow.authorityId, holder, key, this.#oldest()],
    );
    if (kept === undefined) return undefined;
    if (!kept.request_hash.equals(digest)) {
      throw new Refusal(422, 'This Idempotency-Key was used for something else. Nothing was changed.');
    }
    return { status: kept.status, answer: kept.answer };
  }

  async #keep(
    uow: UnitOfWork,
    { holder }: Caller,
    { key, digest }: Change,
    { status, answer }: Answer,
  ): Promise<void> {
    const { authorityId, manager } = uow;
    await manager.query('delete from api_answer where authority_id = $1 and holder = $2 and made_at <= $3', [
      ...[authorityId, holder, this.#oldest()],
    ]);
    await manager.query(
      `insert into api_answer (authority_id, holder, key, request_hash, status, answer, made_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [authorityId, holder, key, digest, status, JSON.stringify(answer), this.clock.machineNow()],
    );
  }

  #oldest(): Date {
    return new Date(this.clock.machineNow().getTime() - KEPT_HOURS * 3_600_000);
  }
}

/** Held until the unit of work ends, also when its process is killed. */
async function lock({ manager }: UnitOfWork, what: string): Promise<void> {
  const [row] = await manager.query<{ locked: boolean }[]>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 18)) as locked',
    [what],
  );
  if (row?.locked !== true)
    throw new Refusal(409, 'A request with this Idempotency-Key is still at work. Ask again in a moment.');
}
