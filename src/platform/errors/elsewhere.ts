/**
 * Nothing went wrong, but something comes first: the person is sent to a page of this site, and may come back. A program
 * is told so with 403.
 */
export class Elsewhere extends Error {
  /** @param path a path of this site */
  constructor(readonly path: string) {
    super('Something else comes first.');
  }
}
