import { describe, expect, it } from '@jest/globals';
import { ALL_CASE_TABLES, ALL_RULES } from '../../src/law/index.js';

const ruleIds = new Set(ALL_RULES.map(({ id }) => id));
const idsWithCases = new Set(ALL_CASE_TABLES.flatMap(({ rules }) => rules));

describe('Every rule', () => {
  it('has worked cases', () => {
    expect([...ruleIds].filter((id) => !idsWithCases.has(id))).toEqual([]);
  });

  it('has an id that is an address: its nation, its source and its name', () => {
    const address = /^(england|wales|scotland|northern-ireland)(\/[A-Za-z0-9()-]+)+$/;
    expect([...ruleIds].filter((id) => !address.test(id))).toEqual([]);
  });

  it('has a question in plain words, what it says, and a source', () => {
    for (const { id, question, says, citation } of ALL_RULES) {
      expect({ id, question }).toEqual({ id, question: expect.stringMatching(/^[A-Z].*\?$/) });
      expect({ id, says: says.length > 20, cited: citation.text !== '' }).toEqual({
        id,
        says: true,
        cited: true,
      });
    }
  });
});

describe('Every table of worked cases', () => {
  it('names only rules that there are, and at least one', () => {
    const strangers = ALL_CASE_TABLES.flatMap(({ title, rules }) =>
      rules.length === 0
        ? [`${title}: no rule`]
        : rules.filter((id) => !ruleIds.has(id)).map((id) => `${title}: ${id}`),
    );
    expect(strangers).toEqual([]);
  });

  it('is there once, and so is each of its cases', () => {
    const names = ALL_CASE_TABLES.flatMap(({ title, rules, cases }) =>
      cases.map(({ name }) => `${rules.join(', ')}: ${title}: ${name}`),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('states in each case one answer for each of its columns', () => {
    const uneven = ALL_CASE_TABLES.flatMap(({ title, columns, cases }) =>
      cases
        .filter(({ expected }) => [expected].flat().length !== columns.length)
        .map(({ name }) => `${title}: ${name}`),
    );
    expect(uneven).toEqual([]);
  });
});
