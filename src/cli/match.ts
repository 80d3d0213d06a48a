import { match } from '../matching/index.js';
import { answerLines, type Fields, optionalListField, optionalTextField, textField } from './json-lines.js';
import type { Streams } from './streams.js';

/** `probity match`: interest and item on each line in, level, score, evidence and why on each line out. */
export function runMatch(streams: Streams): Promise<number> {
  return answerLines(streams, matchFields);
}

function matchFields(fields: Fields): object {
  const names = optionalListField(fields, 'names');
  const addresses = optionalListField(fields, 'addresses');
  const authority = optionalTextField(fields, 'authority');
  const places = optionalListField(fields, 'places');
  return match(
    {
      text: textField(fields, 'interest_text'),
      category: textField(fields, 'category'),
      ...(names === undefined ? {} : { names }),
      ...(addresses === undefined ? {} : { addresses }),
    },
    {
      title: textField(fields, 'agenda_item_title'),
      text: optionalTextField(fields, 'agenda_item_text') ?? '',
    },
    {
      ...(authority === undefined ? {} : { authority }),
      ...(places === undefined ? {} : { places }),
    },
  );
}
