import { describe, expect, test } from '@jest/globals';
import { matchBody } from './match-body.js';

const BODIES = [
  { id: 'council', name: 'Somewhere County Council', kind: 'council' },
  { id: 'cabinet', name: 'Cabinet', kind: 'executive' },
  { id: 'planning', name: 'Planning Committee', kind: 'committee' },
  { id: 'policy', name: 'Policy and Planning Committee', kind: 'committee' },
  {
    id: 'children',
    name: 'Children and Families Overview and Scrutiny Panel',
    kind: 'overview-and-scrutiny',
  },
] as const;

describe('finding the body that an agenda names', () => {
  test.each([
    ['Children and Families Overview and Scrutiny Panel', 'children'],
    ['CHILDREN & FAMILIES OVERVIEW & SCRUTINY PANEL', 'children'],
    ['The Cabinet', 'cabinet'],
    ['Planning Committee', 'planning'],
    ['Policy & Planning Committee', 'policy'],
    ['Meeting of the Planning Committee', 'planning'],
    ['Meeting of the Policy and Planning Committee', 'policy'],
    ['Somewhere County Council Planning Committee', 'planning'],
    ['Somewhere County Council', 'council'],
  ])('%s', (printed, id) => {
    expect(matchBody(printed, BODIES)).toBe(id);
  });

  test.each([
    ['nothing was read', null],
    ['no such body', 'Waste Panel'],
    ['a body that is not here, under the council’s name', 'Somewhere County Council Waste Panel'],
    ['two bodies side by side', 'Cabinet and Planning Committee'],
    ['words that only begin like a body', 'Planning Committees'],
    ['marks and no words', '- ! -'],
  ])('undefined where %s', (_, printed) => {
    expect(matchBody(printed, BODIES)).toBeUndefined();
  });
});
