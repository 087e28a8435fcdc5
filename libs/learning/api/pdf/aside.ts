import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type AgreementContent } from '@softmob/learning-model';
import { type AgreementPrint } from './agreement-print';
import { renderLearningAgreement } from './learning-agreement';

/** What goes to the thread that prints. */
export interface PrintOrder {
  readonly id: number;
  readonly content: AgreementContent;
  readonly print: AgreementPrint;
}
/** What comes back: the file, or why there is none. */
export type PrintAnswer =
  { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly failure: string };

/** Beside the bundle once the house is built; from its sources it prints without a thread of its own. */
const FILE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'pdf-worker.js');

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

function giveUp(error: Error): void {
  worker = null;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function start(): Worker {
  const made = new Worker(FILE);
  // A process that ends does not wait for it.
  made.unref();
  made.on('message', (answer: PrintAnswer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('pdf' in answer) one?.resolve(Buffer.from(answer.pdf));
    else one?.reject(new Error(answer.failure));
  });
  made.on('error', giveUp);
  made.on('exit', (code) => giveUp(new Error(`The thread that prints ended with ${String(code)}`)));
  return made;
}

/** The learning agreement as a PDF, laid out in a thread of its own: nobody's request waits for it. */
export function printAside(content: AgreementContent, print: AgreementPrint): Promise<Buffer> {
  if (!existsSync(FILE)) return renderLearningAgreement(content, print);
  worker ??= start();
  const order: PrintOrder = { id: (last += 1), content, print };
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject });
    worker?.postMessage(order);
  });
}
