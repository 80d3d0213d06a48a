import type { AgendaItem } from '../../meetings/index.js';

/** '5. Update on …', or the title alone. */
export function headingOf({ number, title }: Pick<AgendaItem, 'number' | 'title'>): string {
  return number === null ? title : `${number}. ${title}`;
}
