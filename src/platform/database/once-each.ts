/** Works an answer out the first time that it is asked for, and gives the same again. What fails is tried again. */
export function onceEach<Key, T extends object>(work: (key: Key) => T): (key: Key) => T {
  const known = new Map<Key, T>();
  return (key) => {
    const answer = known.get(key) ?? work(key);
    known.set(key, answer);
    return answer;
  };
}
