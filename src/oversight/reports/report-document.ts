import type { Citation, CivilDate } from '../../law/index.js';

/** The days that a report is about, both included. */
export interface ReportPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** One table of a report. The first column names the row. */
export interface ReportSection {
  readonly title: string;
  /** What the figures count, and what they do not say. */
  readonly note: string | undefined;
  /** The provision that they are about; undefined where it is the council's own practice. */
  readonly citation: Citation | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A report as it was made at one moment. The page, the Word document and the CSV are made of this and of nothing else. */
export interface ReportDocument {
  readonly title: string;
  readonly authorityName: string;
  readonly period: ReportPeriod;
  readonly madeAt: Date;
  readonly notes: readonly string[];
  readonly sections: readonly ReportSection[];
}

/** A table of two columns: what is counted, and how many. */
export function figures(
  section: Pick<ReportSection, 'title'> & Partial<Pick<ReportSection, 'note' | 'citation'>>,
  rows: readonly (readonly [string, number | string])[],
): ReportSection {
  const { title, note, citation } = section;
  return {
    ...{ title, note, citation, columns: ['What is counted', 'Number'] },
    rows: rows.map(([name, value]) => [name, String(value)]),
  };
}
