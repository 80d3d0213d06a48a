import type { UnitOfWork } from '../platform/database/index.js';

interface ToldRow {
  readonly member_id: string;
  readonly subject: string;
  readonly edition: string;
  readonly arrived: boolean;
}

/** What members were last told of something, so that news which comes back is news again. */
export class Told {
  readonly #editions = new Map<string, string[]>();
  /** Of what has left and did not come back. */
  readonly #last = new Map<string, string>();

  private constructor(rows: readonly ToldRow[]) {
    for (const { member_id, subject, edition, arrived } of rows) {
      const key = `${member_id} ${subject}`;
      this.#editions.set(key, [...(this.#editions.get(key) ?? []), edition]);
      if (arrived) this.#last.set(key, edition);
    }
  }

  /** Everything that the acting authority's messages have told members of these subjects, oldest first. */
  static async of(uow: UnitOfWork, rule: string, subjects: readonly string[]): Promise<Told> {
    return new Told(
      await uow.manager.query(
        `select r.member_id, r.subject, r.edition, m.sent_at is not null and m.failed_reason is null as arrived from reminder r
         join message m on m.authority_id = r.authority_id and m.id = r.message_id
         where r.authority_id = $1 and r.rule = $2 and r.subject = any($3) and r.member_id is not null
           and m.withdrawn_at is null
         order by m.position, r.due_at`,
        [uow.authorityId, rule, subjects],
      ),
    );
  }

  /**
   * The edition under which news is told now: its own name; a numbered one when it was told before and something else
   * since, as when an agenda is revised and then revised back.
   */
  editionOf(memberId: string, subject: string, news: string): string {
    const told = this.#editions.get(`${memberId} ${subject}`) ?? [];
    const last = told.at(-1);
    if (last !== undefined && newsIn(last) === news) return last;
    return told.some((edition) => newsIn(edition) === news) ? `${news}/${new Set(told).size}` : news;
  }

  /** Whether the member was last told something else of it, in a message that did not come back. */
  somethingElse(memberId: string, subject: string, edition: string): boolean {
    const last = this.#last.get(`${memberId} ${subject}`);
    return last !== undefined && last !== edition;
  }
}

/** The news that an edition tells. */
export function newsIn(edition: string): string {
  return edition.split('/')[0] ?? '';
}
