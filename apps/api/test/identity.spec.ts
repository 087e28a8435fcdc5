import { type Harness, PASSWORD, startHarness } from './harness';
import { agent } from './http';
import { setStage } from './world';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { ok } }';

describe('signing in', () => {
  it('opens the portal to whom it belongs and names all memberships', async () => {
    const coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    const { viewer } = await coordinator.ask<{ viewer: object }>(
      '{ viewer { email audience isSeat memberships { organisationName } } }',
    );
    expect(viewer).toMatchObject({
      email: 'coordinator@own.example',
      audience: 'sendingCoordinator',
      isSeat: false,
      memberships: [{ organisationName: 'School own' }],
    });
  });

  it('refuses a wrong password and an unknown person with the same words', async () => {
    const known = await agent(harness.baseUrl, 'sending').refused(SIGN_IN, {
      input: { email: harness.world.own.people.teacher, password: 'wrong' },
    });
    const unknown = await agent(harness.baseUrl, 'sending').refused(SIGN_IN, {
      input: { email: 'nobody@own.example', password: 'wrong' },
    });
    expect(known).toEqual({ ...unknown });
    expect(known.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('sends a host to their own portal', async () => {
    const error = await agent(harness.baseUrl, 'sending').refused(SIGN_IN, {
      input: { email: harness.world.own.people.host, password: PASSWORD },
    });
    expect(error.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'OTHER_PORTAL', portals: ['host'] });
  });

  it('stops guessing after ten tries on one account', async () => {
    const input = { email: harness.world.foreign.people.finance, password: 'guess' };
    const codes: string[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      codes.push((await agent(harness.baseUrl, 'sending').refused(SIGN_IN, { input })).extensions.code);
    }
    expect(codes.slice(0, 10)).toEqual(Array(10).fill('UNAUTHENTICATED'));
    expect(codes[10]).toBe('RATE_LIMITED');
  });

  it('names the variable that is missing instead of failing without a word', async () => {
    const error = await agent(harness.baseUrl, 'sending').refused(SIGN_IN, { input: { email: 'a@b.example' } });
    expect(error.extensions.code).toBe('BAD_USER_INPUT');
    expect(error.message).toContain('password');
  });

  it('says of an ended session that it has ended, whatever is asked, and lets its browser sign in again', async () => {
    const { own } = harness.world;
    const browser = agent(harness.baseUrl, 'sending');
    await browser.signIn(own.people.teacher, PASSWORD, 'sendingTeacher');
    const LIST = '{ mobilities { totalCount } }';
    const WRITE = 'mutation { completeTasks(ids: []) { id } }';
    await browser.ask(LIST);
    await harness.api.runtime.pool.query(`UPDATE session SET expires_at = now() WHERE person_id = $1`, [
      own.personIds[own.people.teacher],
    ]);
    for (const text of [LIST, WRITE, '{ thereIsNoSuchField }']) {
      expect((await browser.refused(text)).extensions).toEqual({ code: 'UNAUTHENTICATED' });
    }
    await browser.get('/api/exports/cohort.csv').expect(401);
    expect(await browser.ask('{ viewer { email } }')).toEqual({ viewer: null });
    expect((await harness.stranger.refused(LIST)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    await browser.signIn(own.people.teacher, PASSWORD, 'sendingTeacher');
    await browser.ask(LIST);
  });

  it('refuses a request from another site', async () => {
    const coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    const { errors } = await coordinator.send('{ viewer { email } }', {}, { origin: 'https://evil.example' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'CROSS_SITE' });
  });
});

describe('a forgotten password', () => {
  it('is replaced by a mailed link that works once', async () => {
    const address = harness.world.own.people.finance;
    const browser = agent(harness.baseUrl, 'sending');
    await browser.ask('mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { ok } }', {
      input: { email: address },
    });
    await harness.settle();
    const mail = await harness.mailTo(address);
    const token = /reset\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const accept = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ok } }';
    const short = await browser.refused(accept, { input: { token, password: 'short' } });
    expect(short.extensions.fields?.[0]).toMatchObject({ path: 'password' });
    await browser.ask(accept, { input: { token, password: 'another four unrelated words' } });
    await agent(harness.baseUrl, 'sending').signIn(address, 'another four unrelated words');
    expect(
      (await browser.refused(accept, { input: { token, password: 'yet another long one' } })).extensions.code,
    ).toBe('NOT_FOUND');
  });
});

describe('what a host may know', () => {
  const QUERY = '{ mobilities { nodes { id stage participant { occupation firstName email birthDate diet } } } }';
  type Answer = { mobilities: { nodes: { id: string; participant: Record<string, string | null> }[] } };

  it('grows with the stage, and a foreign mobility never exists', async () => {
    const { own, foreign } = harness.world;
    const host = await harness.as(own.people.host, 'hostCoordinator');
    const { pool } = harness.api.runtime;
    expect((await host.ask<Answer>(QUERY)).mobilities.nodes).toEqual([]);
    await setStage(pool, own.mobilityIds[0], 'proposed');
    const proposed = (await host.ask<Answer>(QUERY)).mobilities.nodes;
    expect(proposed).toHaveLength(1);
    expect(proposed[0]?.participant).toEqual({
      occupation: 'cook',
      firstName: null,
      email: null,
      birthDate: null,
      diet: null,
    });
    await setStage(pool, own.mobilityIds[0], 'confirmed');
    const confirmed = (await host.ask<Answer>(QUERY)).mobilities.nodes;
    expect(confirmed[0]?.participant).toMatchObject({
      firstName: 'adult',
      email: own.people.adult,
      diet: 'secret diet',
    });
    await setStage(pool, foreign.mobilityIds[0], 'confirmed');
    const error = await host.refused('query ($id: ID!) { mobility(id: $id) { id } }', { id: foreign.mobilityIds[0] });
    expect(error.extensions.code).toBe('NOT_FOUND');
  });

  it('does not hold health data in a tutor’s view at all', async () => {
    const tutor = await harness.as(harness.world.own.people.tutor, 'companyTutor');
    const error = await tutor.refused('{ mobilities { nodes { participant { healthNotes } } } }');
    expect(error.message).toContain('Cannot query field "healthNotes"');
    expect(error.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('the first page of the origin', () => {
  it.each([
    ['/', 'it-IT,it;q=0.9,en;q=0.8', 'it', 'La mia mobilità'],
    ['/', 'de-DE,de;q=0.9', 'en', 'My mobility'],
    ['/?lang=it', 'en-GB', 'it', 'Portale aziende'],
    ['/?lang=%3Cscript%3E', 'it', 'en', 'Company portal'],
  ])('%s for a browser that speaks %s is in %s and leads to all four portals', async (path, wishes, locale, word) => {
    const page = await harness.stranger.get(path).set('accept-language', wishes).expect(200);
    expect(page.text).toContain(`<html lang="${locale}">`);
    expect(page.text).toContain(word);
    expect(page.text).not.toContain('<script');
    for (const portal of ['sending', 'host', 'company', 'participant']) {
      expect(page.text).toContain(`href="/${portal}/"`);
    }
  });
});
