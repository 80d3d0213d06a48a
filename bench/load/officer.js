/**
 * The officer at work meanwhile: the board, the queue, one notification, which is then entered; over and over, on one web
 * process and the other by turns, until nothing waits or they are told to go home.
 */
export async function workAsOfficer(urls, { cookie, csrfToken, waiting }, { pauseMs, over }) {
  const told = { asked: 0, entered: 0, wrong: [] };
  const left = [...waiting];
  const ask = async (path, { method = 'GET', expects = 200 } = {}) => {
    told.asked += 1;
    const answer = await fetch(`${urls[told.asked % urls.length]}${path}`, {
      ...{ method, redirect: 'manual' },
      headers: { cookie, ...(method === 'POST' && { 'x-csrf-token': csrfToken }) },
    });
    await answer.arrayBuffer();
    if (answer.status !== expects) told.wrong.push(`${method} ${path}: ${answer.status}`);
    return answer.status === expects;
  };
  while (!over.aborted) {
    await ask('/officer');
    await ask('/officer/notifications');
    const id = left.shift();
    if (id !== undefined) {
      await ask(`/officer/notifications/${id}`);
      if (await ask(`/officer/notifications/${id}/enter`, { method: 'POST', expects: 303 }))
        told.entered += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return told;
}
