import { createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface SmtpPeer {
  readonly url: string;
  /** Each mail taken, as it came over the wire. */
  readonly taken: string[];
  /** What the server answers to the next recipients: an SMTP code, or null to take them. */
  answer: { code: number } | null;
  close(): Promise<void>;
}

/** A real mail server on this machine, as the outside world behaves towards us. */
export async function smtpPeer(): Promise<SmtpPeer> {
  const peer: Omit<SmtpPeer, 'url' | 'close'> = { taken: [], answer: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) => callback(peer.answer && Object.assign(new Error('refused'), { responseCode: peer.answer.code })),
    onData(stream, _session, callback) {
      let text = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      stream.on('end', () => callback(null, String(peer.taken.push(text))));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return Object.assign(peer, { url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => server.close(resolve)) });
}

/** A server that hangs up on everyone: what a broken network looks like. */
export async function deafPeer(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((socket: Socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
