import { describe, expect, it } from '@jest/globals';
import { declarationAloud, itemAloud, whipAloud, type ToSayAloud } from './declarations.js';

const said: ToSayAloud = {
  ...{ kind: 'dpi', item: 'item 5, Family Support Contract', agreedSensitive: false, intends: 'leaves' },
  nature: 'I am a director of Hartlebrook Ltd.',
};

describe('the sentence to say aloud', () => {
  it('names the kind, the item, the nature and what the member will do', () => {
    expect(declarationAloud(said)).toBe(
      'I have a disclosable pecuniary interest in item 5, Family Support Contract, because I am a director of Hartlebrook Ltd. I will leave the room while it is considered.',
    );
  });
  it('names a nature that is no sentence', () => {
    expect(
      declarationAloud({ ...said, kind: 'odi', nature: 'Trustee of the Weavers Trust', intends: null }),
    ).toBe(
      'I have an other disclosable interest in item 5, Family Support Contract. Its nature is: Trustee of the Weavers Trust.',
    );
  });
  it('says of a sensitive interest that there is one, and of one that is only asked about no more', () => {
    const silent = { ...said, nature: undefined, intends: null };
    expect(declarationAloud({ ...silent, agreedSensitive: true })).toBe(
      'I have a disclosable pecuniary interest in item 5, Family Support Contract. Its details are sensitive under section 32 of the Localism Act 2011.',
    );
    expect(declarationAloud(silent)).toBe(
      'I have a disclosable pecuniary interest in item 5, Family Support Contract.',
    );
  });
  it.each([
    [{ number: '5', title: 'Budget', restricted: false }, 'item 5, Budget'],
    [{ number: null, title: 'Budget', restricted: false }, 'the item “Budget”'],
    [{ number: '9', title: 'Sale of Mill Lane', restricted: true }, 'item 9'],
    [
      { number: null, title: 'Sale of Mill Lane', restricted: true },
      'an item that is not open to the public',
    ],
  ])('calls %j %s', (item, words) => {
    expect(itemAloud(item)).toBe(words);
  });
  it('for a party whip names the group and what it asks', () => {
    expect(whipAloud('item 5', 'the Harvest Group', 'to vote for it.')).toBe(
      'I declare that I am under a party whip of the Harvest Group on item 5: to vote for it.',
    );
  });
});
