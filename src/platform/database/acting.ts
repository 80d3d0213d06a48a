import type { EntityManager } from 'typeorm';

/**
 * Who does something: a person with an account, a program that their authority made known, or the system itself (a job, a
 * migration, the demonstration). `tokenId`: the person does it by a program of their own, with this token.
 */
export type Actor =
  | { readonly kind: 'person'; readonly accountId: string; readonly tokenId?: string }
  | { readonly kind: 'client'; readonly clientId: string }
  | { readonly kind: 'system'; readonly name: string };

/** For which authority, and by whom, a unit of work is done. */
export interface Acting {
  /** The acting authority: what is written is written in its name. */
  readonly authorityId: string;
  /** Other authorities whose rows are visible too: a principal authority's parishes, for its officers. */
  readonly alsoSees?: readonly string[];
  readonly actor: Actor;
}

/** The chain and the acting id of the installation itself, which is no authority: accounts, authorities made. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** One transaction for one acting authority. Everything that a service reads or writes goes through its `manager`. */
export interface UnitOfWork extends Acting {
  readonly manager: EntityManager;
  /**
   * Adds work to be done last in this transaction, in the order added. Audit uses it, so that the head of the chain
   * is locked for as short a time as possible. Copies of a unit of work share it.
   */
  readonly beforeCommit: (work: () => Promise<void>) => void;
}
