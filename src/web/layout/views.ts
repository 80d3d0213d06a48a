import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type Application } from 'express';
import nunjucks from 'nunjucks';
import { civilDateInWords, civilDateWithDay } from './dates.js';

/** `src` in the source tree and `dist/src` in the built one: pages are named from here, 'web/my/page.njk'. */
const sourceFolder = resolve(import.meta.dirname, '../..');
const govukFolder = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

/** Where the build puts app.css, app.js, govuk-frontend.min.js and the icon. */
function publicFolder(): string {
  const beside = join(sourceFolder, '../public');
  return existsSync(beside) ? beside : join(sourceFolder, '../dist/public');
}

/**
 * Makes `res.render('web/<page folder>/page.njk', view)` work, with GOV.UK's macros under 'govuk/…', and serves
 * the static files under /assets. Filters: `date` ('8 May 2017') and `dateWithDay` ('Monday 8 May 2017').
 */
export function configureViews(app: NestExpressApplication): void {
  const server = app.getHttpAdapter().getInstance() as Application;
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([sourceFolder, join(govukFolder, 'dist')], {
      noCache: false,
      watch: false,
    }),
    { autoescape: true, trimBlocks: true, lstripBlocks: true },
  );
  environment.addFilter('date', civilDateInWords);
  environment.addFilter('dateWithDay', civilDateWithDay);
  environment.express(server);
  server.set('view engine', 'njk');

  app.use(
    '/assets',
    express.static(publicFolder(), { index: false, maxAge: '1 hour', fallthrough: false, redirect: false }),
  );
}
