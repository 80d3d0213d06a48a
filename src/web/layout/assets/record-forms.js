import { newId } from './record-queue.js';

/** What is never kept on a device: the session's token, and an age that is only known when it is sent. */
const NEVER = ['_csrf', 'age'];

/**
 * What a form says, ready to be kept until it is sent. Of an interest that is withheld there are no words: the server keeps
 * none either. (A field called id or action would hide the form's own; hence `entry`.)
 */
export function entryOf(form, button) {
  const data = new FormData(form, button);
  const id = newId();
  data.set('entry', id);
  for (const name of NEVER) data.delete(name);
  if (data.get('existenceOnly') === 'yes') data.delete('nature');
  return {
    id,
    action: form.getAttribute('action'),
    form: form.id,
    label: labelOf(form, button, data),
    fields: [...data].filter(([, value]) => typeof value === 'string'),
    saidAt: Date.now(),
  };
}

/** What a form records, in words: {member} in it stands for what was chosen there. */
function labelOf(form, button, data) {
  const says = button?.dataset.says ?? form.dataset.says ?? '';
  const words = says.replace(/\{(\w+)\}/g, (_, name) => chosenIn(form, name) || String(data.get(name) ?? ''));
  const heading = form.closest('section')?.querySelector('h3')?.firstChild?.textContent?.trim();
  return form.closest('#panel') && heading ? `${words} (${heading})` : words;
}

function chosenIn(form, name) {
  const select = form.querySelector(`select[name="${name}"]`);
  if (select) return select.selectedOptions[0]?.textContent?.trim();
  const checked = form.querySelector(`input[name="${name}"]:checked`);
  return checked && form.querySelector(`label[for="${checked.id}"]`)?.textContent?.trim();
}

/** The first field that is needed, can be seen and is empty or wrong. */
export function missingIn(form) {
  return [...form.elements].find(
    (field) => field.willValidate && field.getClientRects().length > 0 && !field.checkValidity(),
  );
}

/** Says what is wrong, beside the field or at the top of the form, and puts the person there. */
export function showError(form, text, field) {
  clearErrors(form);
  const message = document.createElement('p');
  message.className = 'govuk-error-message';
  message.id = `${form.id}-error`;
  message.dataset.byScript = '';
  message.textContent = text;
  const group = field?.closest('.govuk-form-group');
  if (group) group.classList.add('govuk-form-group--error');
  if (field) field.before(message);
  else form.prepend(message);
  form.closest('details')?.setAttribute('open', '');
  const target = field ?? message;
  if (field) field.setAttribute('aria-describedby', message.id);
  else message.tabIndex = -1;
  target.focus();
}

export function clearErrors(form) {
  for (const message of form.querySelectorAll('[data-by-script]')) message.remove();
  for (const group of form.querySelectorAll('.govuk-form-group--error')) {
    group.classList.remove('govuk-form-group--error');
  }
}

/** Everybody of whom nothing is said yet is present, also on the screen. */
export function everybodyElseIsPresent(form) {
  for (const was of form.querySelectorAll('[name^="was-"]')) {
    const radios = form.querySelectorAll(`[name="as-${was.name.slice('was-'.length)}"]`);
    const isOpen = was.value === '' && ![...radios].some(({ checked }) => checked);
    for (const radio of radios) if (isOpen && radio.value === 'present') radio.checked = true;
  }
}

/** What happens once needs no second press: its form makes place for what is known of it, until the page is drawn again. */
export function stepAside(form) {
  const waits = document.createElement('p');
  waits.className = 'govuk-body';
  waits.dataset.insteadOf = form.id;
  waits.textContent = `${form.dataset.says}. Not sent yet.`;
  form.hidden = true;
  form.after(waits);
}

/** After a form was taken: empty for the next thing, except the list of who is here, which shows what was said. */
export function settle(form) {
  clearErrors(form);
  if (form.id !== 'roll') {
    form.reset();
    for (const field of form.elements) field.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  for (const radio of form.querySelectorAll('input[type="radio"]')) {
    radio.defaultChecked = radio.checked;
    if (!radio.checked) continue;
    const member = radio.name.slice('as-'.length);
    const was = form.querySelector(`[name="was-${member}"]`);
    // What is said next of this member corrects no more what the page was drawn with.
    if (was.value !== radio.value) form.querySelector(`[name="stands-${member}"]`)?.remove();
    was.value = radio.value;
  }
}

/** Puts what was taken down back into its form, for the clerk to correct. False where the form is not there any more. */
export function putBack(entry, text) {
  const form = document.getElementById(entry.form);
  if (!form) return false;
  form.hidden = false;
  document.querySelector(`[data-instead-of="${CSS.escape(form.id)}"]`)?.remove();
  for (const [name, value] of entry.fields) {
    if (['entry', 'form', 'actingAuthority'].includes(name) || name.startsWith('was-')) continue;
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value;
      else if (field.tagName !== 'BUTTON' && field.type !== 'hidden') field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
  showError(form, text, undefined);
  return true;
}

/** What somebody typed or chose and has not sent, by form and field, to outlive a redrawn page. */
export function unsentIn(root) {
  const unsent = [];
  for (const form of root.querySelectorAll('form[data-record]')) {
    for (const field of form.elements) {
      if (field.type === 'hidden' || field.tagName === 'BUTTON' || !isChanged(field)) continue;
      unsent.push({ form: form.id, name: field.name, value: field.value, checked: field.checked });
    }
  }
  return unsent;
}

function isChanged(field) {
  if (field.type === 'radio' || field.type === 'checkbox') return field.checked !== field.defaultChecked;
  if (field.tagName === 'SELECT')
    return !(field.selectedOptions[0]?.defaultSelected ?? false) && field.selectedIndex > 0;
  return field.value !== field.defaultValue;
}

export function restore(unsent) {
  for (const { form, name, value, checked } of unsent) {
    const fields = document.getElementById(form)?.querySelectorAll(`[name="${CSS.escape(name)}"]`) ?? [];
    for (const field of fields) {
      if (field.type === 'radio' || field.type === 'checkbox') {
        if (field.value === value) field.checked = checked;
      } else field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}
