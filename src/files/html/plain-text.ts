import { blocksOfHtml } from './blocks-of-html.js';

/** The words of a piece of HTML, a line for each block. What is escaped twice is given in twice. */
export function plainText(html: string): string {
  return blocksOfHtml(html)
    .map((block) => block.text)
    .join('\n');
}
