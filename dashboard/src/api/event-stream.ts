export type LiveState = 'connecting' | 'live' | 'reconnecting';

type Listener = {
  onState: (state: LiveState) => void;
  onOpen: () => void;
  onMessage: (data: string) => void;
};

const reopenAfterMs = 3_000;

/**
 * Listens to server-sent events until the returned function is called.
 *
 * A hidden tab gives its connection back: browsers allow six to one server over HTTP/1.1, so a seventh open tab
 * would hang. `EventSource` reconnects by itself after a broken connection, but not after an answer that is no
 * event stream (a proxy's 502 while the server restarts), so that is done here.
 */
export function openEventStream(url: string, { onState, onOpen, onMessage }: Listener): () => void {
  let source: EventSource | undefined;
  let reopenTimer: number | undefined;

  function close() {
    window.clearTimeout(reopenTimer);
    source?.close();
    source = undefined;
  }

  function open() {
    close();
    const opened = new EventSource(url);
    source = opened;
    opened.addEventListener('open', () => {
      onState('live');
      onOpen();
    });
    opened.addEventListener('message', (event: MessageEvent<string>) => onMessage(event.data));
    opened.addEventListener('error', () => {
      onState('reconnecting');
      if (opened.readyState !== EventSource.CLOSED) return;
      reopenTimer = window.setTimeout(open, reopenAfterMs);
    });
  }

  function followVisibility() {
    if (document.visibilityState === 'hidden') close();
    else if (source === undefined) open();
  }

  document.addEventListener('visibilitychange', followVisibility);
  followVisibility();
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    close();
  };
}
