import "server-only";

export type EventStream = {
  response: Response;
  /** Sends one event; nothing happens once the stream is closed. */
  send(name: string, value?: unknown): void;
  /** Sends nothing that anybody reads, so that no proxy takes the stream for dead. */
  keepAlive(): void;
  close(): void;
  onClose(act: () => void): void;
};

/** A reply of server-sent events that lasts until either side closes it. */
export function eventStream(left: AbortSignal): EventStream {
  const encoder = new TextEncoder();
  const onClose: (() => void)[] = [];
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let closed = false;
  const write = (text: string) => {
    if (!closed) controller?.enqueue(encoder.encode(text));
  };
  const finish = () => {
    if (closed) return;
    closed = true;
    for (const act of onClose) act();
  };
  const close = () => {
    if (closed) return;
    finish();
    controller?.close();
  };
  const body = new ReadableStream<Uint8Array>({
    start(made) {
      controller = made;
      // How long a browser waits before it connects again, in milliseconds.
      write("retry: 3000\n\n");
    },
    cancel: finish,
  });
  left.addEventListener("abort", close);
  return {
    response: new Response(body, {
      headers: {
        "content-type": "text/event-stream",
        // A compressor would hold events back to pack them together.
        "cache-control": "private, no-store, no-transform",
        "x-accel-buffering": "no",
      },
    }),
    send: (name, value = {}) => write(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`),
    keepAlive: () => write(": still here\n\n"),
    close,
    onClose: (act) => void onClose.push(act),
  };
}
