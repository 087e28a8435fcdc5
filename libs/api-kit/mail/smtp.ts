import { Readable } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import SMTPTransport from 'nodemailer/lib/smtp-transport';
import { safeError } from '../safe-error';

/** A message as it goes over the wire (RFC 5322), and where it goes. */
export interface WrittenMessage {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
}

/** Writes a message down, with the line ends of a file or of the wire. */
export async function writeMessage(options: SendMailOptions, newline: 'unix' | 'windows'): Promise<WrittenMessage> {
  const writer = createTransport({ streamTransport: true, buffer: true, newline });
  const { message, envelope } = (await writer.sendMail(options)) as unknown as {
    message: Buffer;
    envelope: { from: string | false; to: string[] };
  };
  return { raw: message, envelope: { from: envelope.from || '', to: envelope.to } };
}

/**
 * What became of one try to hand a message over. `unclear`: its last byte may have left, and no answer came.
 * `taken`: somebody else hands it over.
 */
export type Handover =
  | { readonly end: 'accepted' | 'taken' }
  | { readonly end: 'refused' | 'later' | 'unclear'; readonly answer: string; readonly claimed: boolean };

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** Refusals of the receiver or of the message itself are for good; those of the sender or its password can be mended. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA']);

function judge(error: SmtpError, claimed: boolean): Handover {
  const answer = safeError(error.response ?? error.message);
  const code = error.responseCode;
  if (code === undefined) return { end: claimed ? 'unclear' : 'later', answer, claimed };
  const forGood = code >= 500 && ABOUT_THE_MAIL.has(error.command ?? '');
  return { end: forGood ? 'refused' : 'later', answer, claimed };
}

const settled = (work: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((done, failed) => {
    work((error) => {
      if (error) failed(error);
      else done();
    });
  });

/**
 * One connection for one message. The message is read only after the server has taken sender and receiver and asked for
 * the text, which a whole transport of nodemailer does not wait for.
 */
async function speak(smtpUrl: string, { from, to }: WrittenMessage['envelope'], message: Readable): Promise<void> {
  const transport = new SMTPTransport(smtpUrl);
  const connection = new SMTPConnection(transport.options);
  const broken = new Promise<never>((_done, failed) => {
    connection.once('error', failed);
  });
  broken.catch(() => undefined);
  const stage = (work: Parameters<typeof settled>[0]) => Promise.race([settled(work), broken]);
  try {
    await stage((done) => connection.connect(done));
    const { auth } = transport;
    if (auth && connection.allowsAuth) await stage((done) => connection.login(auth, done));
    await stage((done) => connection.send({ from, to: [...to] }, message, done));
  } finally {
    connection.close();
    message.destroy();
  }
}

/** The last bytes, without which no server may take a message for whole. */
const TAIL = 2;

/**
 * Hands a message to the SMTP server. `claim` is called when everything but the last bytes has been given out and
 * before these follow: what happens until then leaves nothing behind, and what happens after it is known to have been
 * begun. It says whether this is the one who may go on.
 */
export async function handOver(
  smtpUrl: string,
  { raw, envelope }: WrittenMessage,
  claim: () => Promise<boolean>,
): Promise<Handover> {
  let claimed = false;
  let taken = false;
  async function* parts(): AsyncGenerator<Buffer> {
    yield raw.subarray(0, -TAIL);
    claimed = await claim();
    taken = !claimed;
    if (taken) throw new Error('Somebody else hands this e-mail over.');
    yield raw.subarray(-TAIL);
  }
  try {
    await speak(smtpUrl, envelope, Readable.from(parts(), { objectMode: false }));
    return { end: 'accepted' };
  } catch (error) {
    return taken ? { end: 'taken' } : judge(error as SmtpError, claimed);
  }
}
