import { DEMO_OPERATOR } from '../api/story/demo';
import { PASSWORD } from '../api/story/troupe';
import { BUSY_HOST, COORDINATOR, type DemoPeople, HOST, meetDemo } from './demo-people';
import { DESK, Guest, PHONE, type PortalName } from './guest';
import { addressOf, routesOf } from './screens';
import { openStage, type Stage } from './stage';
import { lookAt, picture } from './sweep';

let stage: Stage;
let demo: DemoPeople;

beforeAll(async () => {
  stage = await openStage('demo');
  demo = await meetDemo(stage);
}, 600_000);
afterAll(() => stage.close());

/** So many of a portal's screens are looked at in the dark too. */
const IN_THE_DARK = 3;

/** The operator's screens, in a portal that others share. */
const OPERATORS = ['/outbox', '/clock', '/queue', '/open-school'];

/** What looks the same in every portal is looked at in one. */
const WAYS_IN = ['/forgot', '/invitation/used', '/seat/used'];

/** Walks through every screen of a portal and tells everything that is wrong at once. */
async function walk(guest: Guest, more: readonly string[] = []): Promise<string[]> {
  const { portal } = guest;
  const routes = routesOf(portal).filter((route) => !OPERATORS.includes(route));
  return look(guest, [...routes.map((route) => addressOf(portal, route, demo.samples[portal])), ...more]);
}

async function look(guest: Guest, places: readonly string[]): Promise<string[]> {
  const { portal } = guest;
  const faults: string[] = [];
  for (const [index, place] of places.entries()) {
    await guest.goTo(place);
    faults.push(...(await lookAt(guest, `${portal}${place}`, index < IN_THE_DARK)));
  }
  return faults;
}

async function signedIn(portal: PortalName, email: string, viewport = DESK): Promise<Guest> {
  const guest = await Guest.at(stage, portal, { viewport });
  await guest.signIn(email, PASSWORD);
  return guest;
}

describe('WCAG 2.2 AA at a desk and on a phone, without sideways scrolling at 360 px', () => {
  it('holds before anybody has signed in', async () => {
    const faults: string[] = [];
    for (const portal of ['sending', 'host', 'company', 'participant'] as const) {
      const guest = await Guest.at(stage, portal);
      faults.push(...(await look(guest, ['/sign-in', ...(portal === 'company' ? WAYS_IN : [])])));
      await guest.leaves();
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it('holds on every screen of the coordinator', async () => {
    const guest = await signedIn('sending', COORDINATOR);
    const faults = await walk(guest, [`/board?open=${demo.leaving.id}`, `/outcomes?open=${demo.abroad.id}`]);
    expect(faults).toEqual([]);
    await picturesOfTheSchool(guest);
    await guest.leaves();
  }, 600_000);

  it('holds for the operator of a demo', async () => {
    const guest = await signedIn('sending', DEMO_OPERATOR);
    const faults = await look(guest, OPERATORS);
    await guest.leaves();
    expect(faults).toEqual([]);
  }, 120_000);

  it('holds on every screen of a host', async () => {
    const guest = await signedIn('host', HOST);
    const faults = await walk(guest);
    await guest.leaves();
    const busy = await signedIn('host', BUSY_HOST);
    faults.push(...(await look(busy, ['/', '/arrivals', '/requests'])));
    await busy.goTo('/');
    await picture(busy, 'host-home');
    await busy.leaves();
    expect(faults).toEqual([]);
  }, 300_000);

  it('holds on every screen of a company’s tutor', async () => {
    const guest = await Guest.at(stage, 'company', { viewport: PHONE });
    await guest.goTo(demo.seats.abroad);
    await guest.reads(/^Hello /);
    const faults = await walk(guest);
    await guest.goTo('/');
    await picture(guest, 'tutor-to-do', PHONE);
    await guest.leaves();
    expect(faults).toEqual([]);
  }, 300_000);

  it('holds on every screen of a participant', async () => {
    const guest = await signedIn('participant', demo.abroad.participant.email, PHONE);
    const faults = await walk(guest);
    await guest.goTo('/');
    await picture(guest, 'my-mobility-390', PHONE);
    await guest.goTo('/diary');
    await picture(guest, 'diary', PHONE);
    await guest.leaves();
    expect(faults).toEqual([]);
  }, 300_000);

  it('holds for a guardian, and where one signs', async () => {
    const guardian = await signedIn('participant', demo.abroad.participant.guardianEmail ?? '', PHONE);
    const faults = await walk(guardian);
    await guardian.leaves();
    const signer = await signedIn('participant', demo.leaving.participant.email, PHONE);
    await signer.goTo(`/agreements/${demo.leaving.id}`);
    faults.push(...(await lookAt(signer, 'participant/agreements, to be signed', true)));
    await signer.page.setViewportSize(PHONE);
    await signer.press('Go to the signature');
    await picture(signer, 'signing', PHONE);
    await signer.leaves();
    expect(faults).toEqual([]);
  }, 300_000);
});

async function picturesOfTheSchool(guest: Guest): Promise<void> {
  const places = {
    radar: '/',
    board: '/board',
    'side-panel': `/board?open=${demo.leaving.id}`,
    'import-preview': `/imports/${demo.importId}`,
    placements: `/placements?flow=${demo.placing}`,
    dashboard: '/dashboard',
    'process-editor': demo.samples.sending['/processes/:id'] ?? '',
    'paper-template': demo.samples.sending['/papers/templates/:id'] ?? '',
    'paper-issue': demo.samples.sending['/papers/issue'] ?? '',
  };
  for (const [name, place] of Object.entries(places)) {
    await guest.goTo(place);
    if (name === 'import-preview') await (await guest.reads(/rows wait/)).scrollIntoViewIfNeeded();
    if (name === 'paper-template')
      await guest.page
        .getByText(/Preview with examples/)
        .first()
        .scrollIntoViewIfNeeded();
    await picture(guest, name);
  }
}
