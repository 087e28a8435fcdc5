import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

let harness: Harness;
let operator: Agent;
beforeAll(async () => {
  harness = await startHarness();
  operator = await harness.as(harness.world.operator, 'operator');
});
afterAll(() => harness.close());

const MOVE = 'mutation ($days: Int!) { moveClock(offsetDays: $days) { offsetDays } }';

describe('the operator of a demo', () => {
  it('moves business time, and everybody’s today with it', async () => {
    await operator.ask(MOVE, { days: 10 });
    const coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    const { viewer } = await coordinator.ask<{ viewer: { today: string } }>('{ viewer { today } }');
    expect(viewer.today).toBe(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
    await operator.ask(MOVE, { days: 0 });
  });

  it('is told what is wrong with a clock moved by centuries', async () => {
    const error = await operator.refused(MOVE, { days: 99_999 });
    expect(error.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'offsetDays' }] });
  });

  it('reads the outbox, the newest first, and nobody else does', async () => {
    const browser = harness.stranger;
    for (const name of ['adult', 'tutor']) {
      await browser.ask(
        'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { ok } }',
        {
          input: { email: `${name}@own.example` },
        },
      );
      await harness.settle();
    }
    const { outbox } = await operator.ask<{ outbox: { nodes: { recipient: string; text: string }[] } }>(
      '{ outbox(first: 2) { nodes { recipient text } } }',
    );
    expect(outbox.nodes.map((message) => message.recipient)).toEqual(['tutor@own.example', 'adult@own.example']);
    expect(outbox.nodes[0]?.text).toContain('http://softmob.test/sending/reset/');
    const coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    expect((await coordinator.refused('{ outbox { nodes { id } } }')).extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('reaches nobody’s personal data', async () => {
    expect((await operator.refused('{ mobilities { nodes { id } } }')).extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });
});
