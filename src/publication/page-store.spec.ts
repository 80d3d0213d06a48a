import { describe, expect, it } from '@jest/globals';
import { PageStore, type DrawnPage } from './page-store.js';

const html = (body: string): DrawnPage => ({ type: 'text/html', body });

describe('the store of pages', () => {
  it('draws a page once, and again under another key', async () => {
    const store = new PageStore();
    let drawn = 0;
    const draw = (): Promise<DrawnPage> => Promise.resolve(html(`page ${++drawn}`));
    expect((await store.page('version 1', draw)).bytes.toString()).toBe('page 1');
    expect((await store.page('version 1', draw)).bytes.toString()).toBe('page 1');
    expect((await store.page('version 2', draw)).bytes.toString()).toBe('page 2');
  });

  it('draws once for all who ask while it is being drawn', async () => {
    const store = new PageStore();
    let drawn = 0;
    const draw = async (): Promise<DrawnPage> => {
      await Promise.resolve();
      return html(`page ${++drawn}`);
    };
    const [one, other] = await Promise.all([store.page('key', draw), store.page('key', draw)]);
    expect([one.bytes, drawn]).toEqual([other.bytes, 1]);
  });

  it('keeps nothing of a page that must be drawn each time, nor of one that failed', async () => {
    const store = new PageStore();
    let drawn = 0;
    const each = (): Promise<DrawnPage> => Promise.resolve({ ...html(`${++drawn}`), mayStore: false });
    await store.page('key', each);
    await store.page('key', each);
    expect(drawn).toBe(2);
    await expect(store.page('other', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await store.page('other', each)).bytes.toString()).toBe('3');
  });

  it('tags the bytes: the same for the same, another for others', async () => {
    const tag = async (body: string): Promise<string> =>
      (await new PageStore().page('k', () => Promise.resolve(html(body)))).etag;
    expect(await tag('a')).toBe(await tag('a'));
    expect(await tag('a')).not.toBe(await tag('b'));
    expect(await tag('a')).toMatch(/^"[\w-]{27}"$/);
  });

  it('makes room for new pages when it is full', async () => {
    const store = new PageStore();
    const big = Buffer.alloc(20 * 1024 * 1024);
    let drawn = 0;
    const draw = (): Promise<DrawnPage> => {
      drawn += 1;
      return Promise.resolve({ type: 'text/html', body: big });
    };
    for (const key of ['1', '2', '3', '4', '5']) await store.page(key, draw);
    await store.page('5', draw);
    expect(drawn).toBe(5);
    await store.page('1', draw);
    expect(drawn).toBe(6);
  });
});
