import { refusalInWords as fileRefusalInWords } from '../../files/index.js';
import { AGENDA_MOST_BYTES, type AgendaRefusal, type SavedAgenda } from '../../meetings/index.js';
import { civilDate } from '../../law/index.js';
import { dateInWords } from '../../wording/index.js';
import { refusedForm, type FormState, type Words } from '../form/index.js';
import type { UploadedFile } from '../layout/index.js';
import { timeInWords } from '../page/index.js';

/** What a clerk gave to be read, or the sentence that says what is missing, and beside which field. */
export type Given =
  | { readonly file: { readonly fileName: string; readonly bytes: Uint8Array }; readonly field: string }
  | { readonly error: string; readonly field: string };

/** A file that was chosen or a text that was pasted, and not both: nobody could say which of them counts. */
export function givenIn(file: UploadedFile | undefined, pasted: unknown): Given {
  const text = typeof pasted === 'string' ? pasted.trim() : '';
  if (file !== undefined && text !== '') {
    return { field: 'pasted', error: 'Choose a file or paste the agenda, not both' };
  }
  if (file !== undefined) {
    if (file.content.length === 0) return { field: 'file', error: 'The file is empty' };
    return { field: 'file', file: { fileName: file.name, bytes: file.content } };
  }
  if (text === '') return { field: 'file', error: 'Choose the agenda’s file, or paste its text' };
  return { field: 'pasted', file: { fileName: 'pasted.txt', bytes: Buffer.from(text, 'utf8') } };
}

/** Why what was given is not taken, beside the field that it came in. Nothing of it is kept. */
export function refusalInWords(refusal: AgendaRefusal): string {
  switch (refusal.refused) {
    case 'unreadable':
      return fileRefusalInWords(refusal.why);
    case 'no-items':
      return 'No items of business were found. Check that it is an agenda, with a number before each item';
    case 'already-imported':
      return `This agenda is saved already, for ${savedInWords(refusal.saved)}`;
  }
}

/** 'Planning Committee, 24 October 2017, 10am'. */
export function savedInWords({ bodyName, meetsOn, startsAt }: SavedAgenda): string {
  return `${bodyName}, ${dateInWords(civilDate(meetsOn))}, ${timeInWords(startsAt)}`;
}

/** The page as it comes back, with the pasted words kept; a file cannot be chosen again for the clerk. */
export function refusedUpload(field: string, text: string, pasted: unknown): FormState {
  const words: Words = typeof pasted === 'string' ? { pasted } : {};
  return refusedForm({ words, errors: [{ field, href: `#${field}`, text }] });
}

export function uploadView(form: FormState, saved?: SavedAgenda): object {
  return {
    title: 'Add an agenda',
    backHref: '/meetings',
    upload: true,
    button: 'Read the agenda',
    form,
    mostMegabytes: AGENDA_MOST_BYTES / 1024 / 1024,
    saved: saved && { href: `/meetings/${saved.meetingId}`, text: savedInWords(saved) },
  };
}
