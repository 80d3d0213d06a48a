import type { DirectoryImport } from '../../exchange/index.js';
import { refusedForm, type FormState } from '../form/index.js';
import { instantInWords } from '../page/index.js';

const KINDS: Readonly<Record<DirectoryImport['kind'], string>> = {
  bodies: 'Committees',
  meetings: 'Meetings',
  members: 'Councillors',
};

/** The page that asks for a file, or asks for it again. */
export function uploadView(waiting: readonly DirectoryImport[], form: FormState): object {
  return {
    title: 'Bring in committees and people',
    backHref: '/meetings',
    upload: true,
    button: 'Read the file',
    form,
    waiting: waiting.map((one) => ({ href: `/meetings/directory/${one.id}`, text: importInWords(one) })),
  };
}

/** 'Committees from democracy.tarrow.example, read 26 November 2026 at 9am'. */
export function importInWords({ kind, source, receivedAt }: DirectoryImport): string {
  const from = source === 'file' ? 'a file' : source;
  return `${KINDS[kind]} from ${from}, read ${instantInWords(receivedAt)}`;
}

export function refusedUpload(text: string): FormState {
  return refusedForm({ words: {}, errors: [{ field: 'file', href: '#file', text }] });
}
