/**
 * The officer at work meanwhile: the board, the queue, one notification, which is then entered; over and over, of whichever
 * server `through` chooses, until they are told to go home. When nothing waits any more they only look.
 */
export async function workAsOfficer(through, { cookie, csrfToken, waiting }, { pauseMs, over }) {
  const told = { asked: 0, entered: 0, wrong: [] };
  const left = [...waiting];
  const ask = async (path, { method = 'GET', expects = 200 } = {}) => {
    told.asked += 1;
    const status = await through(async (url) => {
      const answer = await fetch(`${url}${path}`, {
        ...{ method, redirect: 'manual' },
        headers: { cookie, ...(method === 'POST' && { 'x-csrf-token': csrfToken }) },
      });
      await answer.arrayBuffer();
      return answer.status;
    });
    if (status !== expects) told.wrong.push(`${method} ${path}: ${status}`);
    return status === expects;
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
