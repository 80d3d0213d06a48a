import type { Response } from 'express';

/** What a person is answered. It is made in a unit of work and sent once that is committed. */
export type Answer =
  | { readonly location: string }
  | { readonly status: 200 | 400 | 409; readonly page: string; readonly view: object };

export function send(response: Response, answer: Answer): void {
  if ('location' in answer) response.redirect(303, answer.location);
  else response.status(answer.status).render(answer.page, answer.view);
}
