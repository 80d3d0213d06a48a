import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/index.js';

/** Which register an address names, and how often it has changed. */
export interface RegisterAt {
  readonly authorityId: string;
  /** Another one whenever anything that its public pages show has changed. */
  readonly version: string;
}

type Answer = Promise<RegisterAt | undefined>;

/**
 * Says at every request which version of a register is the newest. It is asked of the database each time, so that what
 * was withheld is never shown once more. What makes it cheap is that requests share a question: while one is under way,
 * those that arrive wait for the next, which is sent when it has come back. Nobody joins a question that was sent
 * before they came, so whatever was committed before a request arrived is seen by it.
 */
@Injectable()
export class RegisterVersions {
  readonly #underWay = new Map<string, Answer>();
  readonly #next = new Map<string, Answer>();

  constructor(private readonly database: Database) {}

  /** The register of this slug; undefined where there is none. */
  of(slug: string): Answer {
    const current = this.#underWay.get(slug);
    if (current === undefined) return this.#send(slug);
    let next = this.#next.get(slug);
    if (next === undefined) {
      const afterwards = (): Answer => {
        this.#next.delete(slug);
        return this.#send(slug);
      };
      next = current.then(afterwards, afterwards);
      this.#next.set(slug, next);
    }
    return next;
  }

  #send(slug: string): Answer {
    const answer = this.#ask(slug).finally(() => this.#underWay.delete(slug));
    this.#underWay.set(slug, answer);
    return answer;
  }

  async #ask(slug: string): Answer {
    const [row] = await this.database.acrossAuthorities((manager) =>
      manager.query<{ authority_id: string; version: string }[]>(VERSION, [slug]),
    );
    return row === undefined ? undefined : { authorityId: row.authority_id, version: row.version };
  }
}

/** A parish that is founded or renamed changes its principal authority's page, and counts in no register. */
const VERSION = `
  select authority_id, concat(version, '-', authority_and_parishes_digest(authority_id)) as version
  from public_register_at($1)`;
