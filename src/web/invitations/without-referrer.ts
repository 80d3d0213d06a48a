import type { Response } from 'express';

/** Neither the page's address nor what is on it is for whoever looks at the next page: the address opens an account. */
export function withoutReferrer(response: Response): void {
  response.setHeader('Referrer-Policy', 'no-referrer');
}
