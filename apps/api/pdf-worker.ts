import { parentPort } from 'node:worker_threads';
import { renderLearningAgreement } from '@softmob/learning-api/pdf';
import { type PrintAnswer, type PrintOrder } from '@softmob/learning-api/pdf/aside';

/** The thread that lays agreements out: one after the other, away from the requests. */
parentPort?.on('message', (order: PrintOrder) => {
  renderLearningAgreement(order.content, order.print)
    .then((pdf): PrintAnswer => ({ id: order.id, pdf: new Uint8Array(pdf) }))
    .catch((error: unknown): PrintAnswer => ({ id: order.id, failure: String(error) }))
    .then((answer) => {
      parentPort?.postMessage(answer);
    })
    .catch((error: unknown) => {
      throw error;
    });
});
