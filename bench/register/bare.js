/** The least that Express can do with the same bytes: one handler that sends them. Nothing is looked up or compared. */
import express from 'express';

process.once('message', ({ type, body }) => {
  const bytes = Buffer.from(body, 'base64');
  const app = express();
  app.disable('etag');
  app.get('/', (_request, response) => {
    response.setHeader('Content-Type', type);
    response.send(bytes);
  });
  const server = app.listen(0, '127.0.0.1', () => {
    process.send({ url: `http://127.0.0.1:${server.address().port}` });
  });
  process.once('message', () => process.exit(0));
});
