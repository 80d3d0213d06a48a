/**
 * The peer: the least page that Nest, TypeORM and nunjucks can make of the same queries. Its only route sends the very
 * statements that Probity sent for one briefing, in the same transaction, by TypeORM's own `query`, and draws a page
 * as long as the briefing from the rows that came back. It has no session, no guard, no row is opened or made an entity,
 * nothing is matched, no law is asked, and nothing is compared with what was told before.
 */
import 'reflect-metadata';
import { Controller, Get, Inject, Module, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import nunjucks from 'nunjucks';
import { DataSource } from 'typeorm';

const LINE = 80;
const TEMPLATE = `<!DOCTYPE html><html lang="en"><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>
{% for line in lines %}<p>{{ line }}</p>
{% endfor %}</body></html>`;

process.once('message', async ({ appUrl, options, pages }) => {
  const environment = new nunjucks.Environment(null, { autoescape: true });
  const template = nunjucks.compile(TEMPLATE, environment);
  let turn = 0;

  class PageController {
    constructor(dataSource) {
      this.dataSource = dataSource;
    }

    async page(response) {
      const { before, within, bytes } = pages[(turn += 1) % pages.length];
      const rows = [];
      for (const [text, values] of before) rows.push(await this.dataSource.query(text, values));
      for (const unit of within)
        await this.dataSource.transaction(async (manager) => {
          for (const [text, values] of unit) rows.push(await manager.query(text, values));
        });
      response.type('html').send(template.render({ title: 'Page', lines: linesOf(rows, bytes) }));
    }

    /** What it used, in the words in which Probity says it. */
    metrics() {
      const { user, system } = process.cpuUsage();
      return `process_cpu_seconds_total ${(user + system) / 1e6}\nprocess_resident_memory_bytes ${process.memoryUsage.rss()}\n`;
    }
  }
  Inject(DataSource)(PageController, undefined, 0);
  Get()(PageController.prototype, 'page', Object.getOwnPropertyDescriptor(PageController.prototype, 'page'));
  Get('metrics')(
    PageController.prototype,
    'metrics',
    Object.getOwnPropertyDescriptor(PageController.prototype, 'metrics'),
  );
  Res()(PageController.prototype, 'page', 0);
  Controller()(PageController);
  class PeerModule {}
  Module({
    imports: [
      TypeOrmModule.forRoot({
        ...{ type: 'postgres', url: appUrl, entities: [], logging: false },
        ...{ poolSize: 10, extra: { options } },
      }),
    ],
    controllers: [PageController],
  })(PeerModule);

  const app = await NestFactory.create(PeerModule, { logger: ['error'] });
  app.enableShutdownHooks();
  await app.listen(0, '127.0.0.1');
  process.send({ url: `http://127.0.0.1:${app.getHttpServer().address().port}` });
});

/** The rows in lines, over again until they are as long as the page. */
function linesOf(rows, bytes) {
  const text = JSON.stringify(rows.flat()).replaceAll('"', '');
  const lines = [];
  for (let at = 0, made = 0; made < bytes; made += LINE) {
    lines.push(text.slice(at, at + LINE - 8));
    at = at + LINE > text.length ? 0 : at + LINE - 8;
  }
  return lines;
}
