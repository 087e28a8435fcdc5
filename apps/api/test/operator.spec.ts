import { ensureOperator } from '@softmob/identity-api';
import { type Harness, startHarness } from './harness';
import { type Agent, agent } from './http';

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

describe('opening a school', () => {
  const OPEN = 'mutation ($input: OpenSchoolInput!) { openSchool(input: $input) { ok } }';
  const input = {
    name: 'Istituto Nuovo',
    oid: 'E10000001',
    country: 'IT',
    town: 'Perugia',
    coordinatorName: 'Nuova Coordinatrice',
    coordinatorEmail: 'Nuova@nuovo.example',
    locale: 'it',
  };

  it('invites its first coordinator, who chooses a password and is in', async () => {
    await operator.ask(OPEN, { input });
    await harness.settle();
    const mail = await harness.mailTo('nuova@nuovo.example');
    expect(mail?.subject).toContain('Istituto Nuovo');
    const token = /invitation\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
    const browser = agent(harness.baseUrl, 'sending');
    await browser.ask('mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ok } }', {
      input: { token, password: 'una frase lunga e facile' },
    });
    const { viewer } = await browser.ask<{ viewer: object }>(
      '{ viewer { audience memberships { organisationName } } }',
    );
    expect(viewer).toEqual({ audience: 'sendingCoordinator', memberships: [{ organisationName: 'Istituto Nuovo' }] });
  });

  it('names an OID that is in use, and a coordinator may not open another school', async () => {
    const taken = await operator.refused(OPEN, { input });
    expect(taken.extensions.fields).toMatchObject([{ path: 'oid', code: 'OID_TAKEN' }]);
    const coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    expect((await coordinator.refused(OPEN, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('a fresh installation', () => {
  it('invites the address it was given as operator, once', async () => {
    const { pool } = harness.api.runtime;
    await pool.query(`UPDATE membership SET ended_at = now() WHERE role = 'operator'`);
    await ensureOperator(harness.api.runtime, 'First@operator.example');
    await ensureOperator(harness.api.runtime, 'second@operator.example');
    await harness.settle();
    expect((await harness.mailTo('first@operator.example'))?.text).toContain('/sending/invitation/');
    expect(await harness.mailTo('second@operator.example')).toBeNull();
  });
});
