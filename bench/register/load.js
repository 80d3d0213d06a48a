import { connect } from 'node:net';

const CONNECTIONS = 32;

/**
 * Requests a second: so many connections that are kept open, each asking for the page again as soon as it has it. Written
 * on bare sockets, so that on a machine of two cores the asking takes as little as it can from the answering.
 */
export async function requestsPerSecond(url, milliseconds) {
  const until = performance.now() + milliseconds;
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => keepAsking(new URL(url), until)),
  );
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / milliseconds;
}

function keepAsking({ hostname, port, pathname, search }, until) {
  const question = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/html\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(question));
    let answered = 0;
    let missing = -1;
    let head = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      if (missing < 0) {
        head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const text = head.toString('latin1', 0, end);
        if (!text.startsWith('HTTP/1.1 200')) reject(new Error(text.slice(0, text.indexOf('\r\n'))));
        missing = Number(/content-length: (\d+)/i.exec(text)?.[1]) - (head.length - end - 4);
        head = Buffer.alloc(0);
      } else {
        missing -= chunk.length;
      }
      if (missing > 0) return;
      missing = -1;
      answered += 1;
      if (performance.now() < until) socket.write(question);
      else {
        socket.end();
        resolve(answered);
      }
    });
  });
}
