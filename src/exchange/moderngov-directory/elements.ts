import { plainText, type XmlElement } from '../../files/index.js';
import { parseCivilDate, type CivilDate } from '../../law/index.js';

type Content = XmlElement[string];

/** The elements of this name within another one: none, one or many. */
export function elementsOf(element: XmlElement | undefined, name: string): XmlElement[] {
  const content: Content | undefined = element?.[name];
  const all = Array.isArray(content) ? (content as readonly (string | XmlElement)[]) : [content];
  return all.filter((one): one is XmlElement => typeof one === 'object');
}

/** The first element of this name, or none. */
export const elementOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(element, name)[0];

/**
 * The words of an element, '' where it is empty or not there. Titles may be escaped twice, an empty element holds white
 * space, and nothing that cannot be seen is kept, such as half of a character.
 */
export function wordsOf(element: XmlElement, name: string): string {
  const content: Content | undefined = element[name];
  const first = Array.isArray(content) ? (content as readonly (string | XmlElement)[])[0] : content;
  const inside = typeof first === 'object' ? (first as XmlElement)['#text'] : first;
  if (typeof inside !== 'string') return '';
  return unescaped(unescaped(inside))
    .replace(/\p{Surrogate}|\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const unescaped = (text: string): string => (/[&<]/.test(text) ? plainText(text) : text);

/** 'True' and 'False', as ModernGov writes them. */
export const saysTrue = (element: XmlElement, name: string): boolean =>
  wordsOf(element, name).toLowerCase() === 'true';

/** '24/10/2026'; undefined for anything else, such as 'unspecified'. */
export function dayOf(element: XmlElement, name: string): CivilDate | undefined {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(wordsOf(element, name)) ?? [];
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** A number by which ModernGov knows something; '' where there is none that can be one. */
export function idOf(element: XmlElement, name: string): string {
  const words = wordsOf(element, name);
  return /^[1-9]\d{0,11}$/.test(words) ? words : '';
}

/** More than a name can have here. */
export const NAME_MOST_CHARACTERS = 200;
export const isName = (words: string): boolean => words !== '' && words.length <= NAME_MOST_CHARACTERS;
