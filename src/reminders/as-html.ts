import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { linesBeneath, type LetterParts } from './letter-parts.js';
import { paragraphsOf } from './paragraphs.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(here), {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
});

/** The same words as simple HTML: headings, paragraphs and links, readable without a picture or a style sheet. */
export function asHtml({ greeting, heading, parts, closing }: LetterParts): string {
  const html = environment.render('message.njk', {
    greeting,
    heading,
    several: parts.length > 1,
    parts: parts.map((part) => ({
      subject: part.subject,
      paragraphs: paragraphsOf(linesBeneath(part).join('\n')),
    })),
    closing: paragraphsOf(closing.join('\n')),
  });
  // What stands before the document type, if only an empty line, makes old programs read it by old rules.
  return html.trimStart();
}
