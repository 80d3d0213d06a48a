import type { OutgoingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import type { CivilDate } from '../../law/index.js';
import { Clock } from '../../platform/clock/index.js';
import {
  PageStore,
  RegisterVersions,
  type DrawnPage,
  type RegisterAt,
  type StoredPage,
} from '../../publication/index.js';
import { found } from '../page/index.js';

/**
 * Lets GOV.UK's one inline script run, by what it says: these pages are kept, so they carry no nonce of one answer.
 * A test holds it against the page.
 */
export const INLINE_SCRIPT = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='";

/** As an authority's slug is written; anything else names none. */
const SLUG = /^[a-z0-9-]{1,200}$/;

/** What is asked for, besides the register it is asked of. */
interface Asked {
  readonly slug: string;
  /** Tells this page from every other one of the same register, version and day. */
  readonly page: string;
  /** Other websites may show it inside theirs. */
  readonly embeddable?: boolean;
}

/** How an address was answered: under which key its page is stored, and with which headers it was sent. */
interface Answered extends Asked {
  readonly headers: OutgoingHttpHeaders;
}

/** Addresses that are remembered, and the longest of them: anybody can make up more. */
const MOST_ADDRESSES = 5_000;
const LONGEST_ADDRESS = 300;

/** Answers for public pages: the stored bytes where nothing has changed, else drawn afresh; and 304 to who has them. */
@Injectable()
export class PublicAnswers {
  readonly #answered = new LRUCache<string, Answered>({ max: MOST_ADDRESSES });

  constructor(
    private readonly clock: Clock,
    private readonly pages: PageStore,
    private readonly versions: RegisterVersions,
  ) {}

  /** @throws NotFoundException where no register has this slug, and whatever `draw` throws */
  async send(
    response: Response,
    asked: Asked,
    draw: (at: RegisterAt & { readonly today: CivilDate }) => Promise<DrawnPage>,
  ): Promise<void> {
    const at = found(SLUG.test(asked.slug) ? await this.versions.of(asked.slug) : undefined);
    const today = this.clock.today();
    const page = await this.pages.page(keyOf(asked, at, today), () => draw({ ...at, today }));
    setPublicHeaders(response, asked.embeddable ?? false);
    const { originalUrl } = response.req;
    if (originalUrl.length <= LONGEST_ADDRESS)
      this.#answered.set(originalUrl, { ...asked, headers: response.getHeaders() });
    sendPage(response, page);
  }

  /**
   * Answers an address that was answered before, while nothing has changed since, with the same headers and bytes. It
   * stands before everything else, because most requests are such; whatever it does not know it leaves to the routes.
   */
  readonly again: RequestHandler = (request, response, next) => {
    const known = this.#answered.get(request.originalUrl);
    if (known === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    this.versions.of(known.slug).then(
      (at) => {
        const page = at && this.pages.stored(keyOf(known, at, this.clock.today()));
        if (page === undefined) {
          next();
          return;
        }
        for (const [name, value] of Object.entries(known.headers)) {
          if (value !== undefined) response.setHeader(name, value);
        }
        sendPage(response, page);
      },
      // Asked again by the route, whose errors have a page.
      () => {
        next();
      },
    );
  };
}

const keyOf = ({ slug, page }: Asked, { version }: RegisterAt, today: CivilDate): string =>
  [slug, version, today, page].join('\n');

function setPublicHeaders(response: Response, embeddable: boolean): void {
  const policy = String(response.getHeader('Content-Security-Policy'));
  const ours = policy.replace(/'nonce-[^']*'/, INLINE_SCRIPT);
  response.setHeader(
    'Content-Security-Policy',
    embeddable ? ours.replace("frame-ancestors 'none'", 'frame-ancestors *') : ours,
  );
  if (embeddable) response.removeHeader('X-Frame-Options');
  // Anybody may keep it, and must ask each time whether it still stands.
  response.setHeader('Cache-Control', 'public, no-cache');
}

function sendPage(response: Response, { type, bytes, etag }: StoredPage): void {
  response.setHeader('ETag', etag);
  if (response.req.fresh) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}

/** A page drawn with the layout, as a visitor sees it who has not signed in. */
export function drawView(response: Response, template: string, view: object): Promise<DrawnPage> {
  return new Promise((resolve, reject) => {
    response.render(template, { ...view, cspNonce: undefined }, (failure: Error | null, html: string) => {
      if (failure !== null) reject(failure);
      else resolve({ type: 'text/html; charset=utf-8', body: html });
    });
  });
}

/** 'wyrefordshire.csv' is a name and the form in which it is wanted. */
export function withoutEnding(place: string): { name: string; ending: string } {
  const [, name = place, ending = ''] = /^([^.]*)\.(\w+)$/.exec(place) ?? [];
  return { name, ending };
}
