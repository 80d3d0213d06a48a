import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { StepWords } from '../../../oversight/index.js';

/** In half points: 12 point, which councils print. */
const SIZE = 24;

/** A letter or a report as a Word document, in British English: its heading, and its words as they were. */
export async function wordsAsDocx({ subject, text }: StepWords, council: string): Promise<Buffer> {
  const document = new Document({
    title: subject,
    creator: council,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: SIZE, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 200 } },
        },
        heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { after: 240 } } },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: council }),
          new Paragraph({ text: subject, heading: HeadingLevel.HEADING_1 }),
          ...text.split(/\n{2,}/).map((paragraph) => new Paragraph({ children: linesOf(paragraph) })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Lines of one paragraph, each below the other. */
const linesOf = (paragraph: string): TextRun[] =>
  paragraph.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }));
