import { DomUtils, parseDocument } from 'htmlparser2';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** What a form asks: the name, what it holds as the page is drawn, and what it offers to choose from. */
export interface FoundField {
  readonly name: string;
  readonly value: string | undefined;
  readonly choices: readonly string[];
}

/** A form that is posted, as it stands on a page. */
export interface FoundForm {
  readonly action: string;
  readonly fields: readonly FoundField[];
}

/** Every form of a page that posts words. @param address of the page, where a form without an action is posted */
export function formsIn(html: string, address: string): FoundForm[] {
  return DomUtils.getElementsByTagName('form', parseDocument(html))
    .filter(({ attribs }) => attribs.method?.toLowerCase() === 'post')
    .map((form) => ({ action: form.attribs.action ?? address, fields: fieldsOf(form) }));
}

function fieldsOf(form: Element): FoundField[] {
  const fields = new Map<string, { value: string | undefined; choices: string[] }>();
  const inputs = DomUtils.getElements({ tag_name: (name) => FIELDS.includes(name) }, form, true);
  for (const input of inputs as Element[]) {
    const { name, type, value = '' } = input.attribs;
    if (name === undefined || name === '' || type === 'file') continue;
    const field = fields.get(name) ?? { value: undefined, choices: [] };
    fields.set(name, field);
    if (input.name === 'select') {
      const options = DomUtils.getElementsByTagName('option', input);
      field.choices.push(...options.map((option) => option.attribs.value ?? ''));
      field.value = options.find((option) => 'selected' in option.attribs)?.attribs.value ?? field.choices[0];
    } else if (type === 'radio' || type === 'checkbox') {
      field.choices.push(value);
      if ('checked' in input.attribs) field.value = value;
    } else field.value = input.name === 'textarea' ? DomUtils.textContent(input) : value;
  }
  return [...fields].map(([name, field]) => ({ name, ...field }));
}

const FIELDS = ['input', 'select', 'textarea', 'button'];
