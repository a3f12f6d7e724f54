import { describeStore } from './contract.ts';
import { emptyMemory, openMemoryStore } from './memory.ts';

// The fault lab runs on this one: what holds on it holds on the real ones only if all obey the same contract.
describeStore('memory', () => {
  const memory = emptyMemory();
  const store = openMemoryStore(memory);
  return Promise.resolve({
    store,
    another: () => Promise.resolve(openMemoryStore(memory)),
    dispose: () => store.close(),
  });
});
