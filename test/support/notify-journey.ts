import { expect } from '@jest/globals';
import { mainText, type Answers, type Visitor } from './visitor.js';

export const NOTIFY = '/my/interests/notify';
/** The categories of the Act, in the order in which they are asked; a code may ask for more. */
export const CATEGORIES = [
  'employment',
  'sponsorship',
  'contracts',
  'land',
  'licences',
  'corporate-tenancies',
  'securities',
] as const;

/** The notify journey in the hands of one member. Paths are relative to its task list. */
export class NotifyJourney {
  constructor(readonly visitor: Visitor) {}

  /** What a page says. */
  async page(path = ''): Promise<string> {
    return mainText(await this.visitor.open(`${NOTIFY}${path}`).expect(200));
  }

  /** Answers a page that must be answered well. Gives the path of the next one. */
  async answer(path: string, answers: Answers): Promise<string> {
    const response = await this.visitor.fill(`${NOTIFY}${path}`, answers);
    if (response.status !== 303) throw new Error(`${path}: ${response.status} ${mainText(response)}`);
    return response.headers.location?.replace(NOTIFY, '') ?? '';
  }

  /** Answers a page badly. Gives the page that comes back, which must be a 400. */
  async refusal(path: string, answers: Answers): Promise<{ text: string }> {
    const response = await this.visitor.fill(`${NOTIFY}${path}`, answers);
    expect(response.status).toBe(400);
    expect(response.text).toContain('<title>Error: ');
    return response;
  }

  /** 'Nothing to register' to each of the member's own questions on the task list but these. */
  async answerNothing(...but: string[]): Promise<void> {
    const { text } = await this.visitor.open(NOTIFY).expect(200);
    const asked = new Set(
      [...text.matchAll(/notify\/([a-z-]+)\/self/g)].map(([, category]) => category ?? ''),
    );
    for (const category of asked) {
      if (!but.includes(category)) await this.answer(`/${category}/self`, { any: 'no' });
    }
  }
}
