import { afterEach, expect, test, vi } from 'vitest';
import { openEventStream } from './event-stream.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser as far as the stream needs one; gives the sources that were opened. */
function stubBrowser(): EventTarget[] {
  const sources: EventTarget[] = [];
  class Source extends EventTarget {
    static readonly CLOSED = 2;
    readonly readyState = 1;
    constructor() {
      super();
      sources.push(this);
    }
    close(): void {}
  }
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('window', { clearTimeout, setTimeout });
  return sources;
}

test('it hears what the server sends, and listens for no name that the server never uses', () => {
  const sources = stubBrowser();
  const listenFor = vi.spyOn(EventTarget.prototype, 'addEventListener');
  const heard: string[] = [];
  const states: string[] = [];
  const close = openEventStream('/v1/events', {
    onState: (state) => states.push(state),
    onOpen: () => undefined,
    onMessage: (data) => heard.push(data),
  });
  const names = listenFor.mock.calls.filter((_, index) => listenFor.mock.contexts[index] === sources[0]);
  listenFor.mockRestore();
  expect(names.map(([name]) => name).toSorted()).toEqual(['error', 'message', 'open']);
  sources[0]?.dispatchEvent(new Event('open'));
  sources[0]?.dispatchEvent(new MessageEvent('message', { data: '{"type":"run"}' }));
  expect([states, heard]).toEqual([['live'], ['{"type":"run"}']]);
  close();
});
