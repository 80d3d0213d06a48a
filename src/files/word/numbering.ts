/** Word's lists: what each level prints, and how far each has counted. */
import { Parser } from 'htmlparser2';
import { numeral } from '../html/lists.js';

interface Level {
  start: number;
  format: string;
  text: string;
}

const STYLES_OF: Readonly<Record<string, string>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

/** A numbered paragraph, as far as its number goes. */
export interface NumberedParagraph {
  readonly style: string;
  readonly numId: string | undefined;
  readonly level: number;
}

export class Numbering {
  /** Levels by the id of the abstract list; counts are kept there too, because lists of one kind count together. */
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #abstractOf = new Map<string, string>();
  /** A list that begins anew at a number of its own: `<w:startOverride>`. */
  readonly #overrides = new Map<string, Map<number, number>>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();
  readonly #ofStyle = new Map<string, { numId: string; level: number }>();

  constructor(numberingXml: string, stylesXml: string) {
    this.#readNumbering(numberingXml);
    this.#readStyles(stylesXml);
  }

  /** The number that the next paragraph prints; '' for a bullet; undefined for a paragraph without a number. */
  next(paragraph: NumberedParagraph): string | undefined {
    const fromStyle = this.#ofStyle.get(paragraph.style);
    const numId = paragraph.numId ?? fromStyle?.numId;
    if (numId === undefined || numId === '0') return undefined;
    const abstract = this.#abstractOf.get(numId);
    const levels = abstract === undefined ? undefined : this.#levels.get(abstract);
    if (abstract === undefined || levels === undefined) return undefined;
    const at = paragraph.level >= 0 ? paragraph.level : (fromStyle?.level ?? 0);
    const level = levels.get(at);
    if (level === undefined) return undefined;
    const counts = this.#counted(abstract, numId, at, levels);
    return level.format === 'bullet' || level.format === 'none' ? '' : printed(level, counts, levels);
  }

  #counted(abstract: string, numId: string, at: number, levels: ReadonlyMap<number, Level>): number[] {
    const counts = this.#counts.get(abstract) ?? [];
    const override = this.#overrides.get(numId)?.get(at);
    const key = `${numId} ${at}`;
    if (override !== undefined && !this.#begun.has(key)) counts[at] = override;
    else counts[at] = counts[at] === undefined ? (levels.get(at)?.start ?? 1) : counts[at] + 1;
    this.#begun.add(key);
    for (let upper = 0; upper < at; upper += 1) counts[upper] ??= levels.get(upper)?.start ?? 1;
    counts.length = at + 1;
    this.#counts.set(abstract, counts);
    return counts;
  }

  #readNumbering(xml: string): void {
    let abstract = '';
    let numId = '';
    let at = 0;
    let inOverride = false;
    walk(xml, (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      const level = (): Level => this.#levelOf(abstract, at);
      if (name === 'w:abstractNum') [abstract, inOverride] = [attributes['w:abstractNumId'] ?? '', false];
      if (name === 'w:num') numId = attributes['w:numId'] ?? '';
      if (name === 'w:abstractNumId') this.#abstractOf.set(numId, value);
      if (name === 'w:lvlOverride') [inOverride, at] = [true, Number(attributes['w:ilvl'] ?? 0)];
      if (name === 'w:startOverride') this.#override(numId, at, Number(value));
      if (inOverride) return;
      if (name === 'w:lvl') at = Number(attributes['w:ilvl'] ?? 0);
      if (name === 'w:start') level().start = Number(value);
      if (name === 'w:numFmt') level().format = value;
      if (name === 'w:lvlText') level().text = value;
      if (name === 'w:pStyle') this.#ofStyle.set(value, { numId: `abstract ${abstract}`, level: at });
    });
    for (const id of this.#levels.keys()) this.#abstractOf.set(`abstract ${id}`, id);
  }

  #readStyles(xml: string): void {
    let style = '';
    let level = 0;
    walk(xml, (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') [style, level] = [attributes['w:styleId'] ?? '', 0];
      if (name === 'w:ilvl') level = Number(value);
      if (name === 'w:numId')
        this.#ofStyle.set(style, { numId: value, level: this.#ofStyle.get(style)?.level ?? level });
    });
  }

  #levelOf(abstract: string, at: number): Level {
    const levels = this.#levels.get(abstract) ?? new Map<number, Level>();
    this.#levels.set(abstract, levels);
    const level = levels.get(at) ?? { start: 1, format: 'decimal', text: `%${at + 1}.` };
    levels.set(at, level);
    return level;
  }

  #override(numId: string, at: number, start: number): void {
    const starts = this.#overrides.get(numId) ?? new Map<number, number>();
    starts.set(at, start);
    this.#overrides.set(numId, starts);
  }
}

/** "%1.%2" with the counts of its levels. */
function printed(level: Level, counts: readonly number[], levels: ReadonlyMap<number, Level>): string {
  return level.text
    .replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = levels.get(at)?.format ?? 'decimal';
      const number = numeral(counts[at] ?? 1, STYLES_OF[format] ?? '1');
      return format === 'decimalZero' ? number.padStart(2, '0') : number;
    })
    .trim();
}

function walk(xml: string, onOpen: (name: string, attributes: Record<string, string>) => void): void {
  const parser = new Parser({ onopentag: onOpen }, { xmlMode: true, decodeEntities: true });
  parser.write(xml);
  parser.end();
}
