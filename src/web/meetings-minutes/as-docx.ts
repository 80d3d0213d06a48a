import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx';
import type { Minutes } from '../../wording/index.js';

const BULLETS = 'bullets';
/** In twentieths of a point. */
const INDENT = { left: 720, hanging: 360 };
/** In half points: 12 point, which councils print. */
const SIZE = 24;

/** The minutes as a Word document, with headings and lists that a screen reader finds, in British English. */
export async function minutesAsDocx({ title, parts }: Minutes, council: string): Promise<Buffer> {
  const document = new Document({
    title,
    creator: council,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: SIZE, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 160 } },
        },
        title: { run: { size: 40, bold: true } },
        heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 320, after: 160 } } },
        heading2: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 120 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
              style: { paragraph: { indent: INDENT } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...parts.flatMap(paragraphsOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function paragraphsOf(part: Minutes['parts'][number]): Paragraph[] {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: part.text,
          heading: part.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ text: part.text })];
    case 'list':
      return part.items.map((text) => new Paragraph({ text, numbering: { reference: BULLETS, level: 0 } }));
  }
}
