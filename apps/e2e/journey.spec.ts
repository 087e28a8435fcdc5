import { CODE, SEAT } from '../api/story/agree';
import { addDays, type Cohort, moveFlows, readCohort } from '../api/story/cohort';
import { invite, LINK } from '../api/story/gather';
import { matchAndConfirm, requestPlaces } from '../api/story/place';
import { raiseCurtain } from '../api/story/play';
import { PASSWORD, type Scene, type Traveller, type Troupe } from '../api/story/troupe';
import { chapters } from './chapters';
import { Guest, PHONE } from './guest';
import { COHORT_FOLDER, openStage, type Stage } from './stage';

const FLOW = 'BER-1';
const COMPANIES = ['Kantine Linde 1', 'Maschinenbau Canut 6'];
const MINOR = { name: 'José-Luis Conti', email: 'jose-luis.conti.0@monteverde.example' };
const ADULT = { name: 'Seán Proietti', email: 'sean.proietti.1@monteverde.example' };

/** One flow with one minor and one adult, one host with a company for each of them. */
function smallCohort(today: string): Cohort {
  const whole = moveFlows(readCohort(COHORT_FOLDER), { [FLOW]: addDays(today, 35) });
  const host = whole.learners[0]?.['Host organisation'];
  return {
    learners: whole.learners.slice(0, 2),
    reserves: whole.reserves.slice(0, 1),
    accompanying: whole.accompanying.filter((row) => row.Flow === FLOW),
    companies: whole.companies.filter((row) => COMPANIES.includes(row.Company ?? '')),
    organisations: whole.organisations.filter((row) => row.Role === 'sending' || row.Organisation === host),
  };
}

let stage: Stage;
let scene: Scene;
let troupe: Troupe;
let travellers: Traveller[];
let school: Guest;
let host: Guest;
let minor: Guest;
let guardian: Guest;
let adult: Guest;
const tutors = new Map<string, Guest>();

const of = (person: { email: string }): Traveller => {
  const found = travellers.find(({ email }) => email === person.email);
  if (!found) throw new Error(`${person.email} does not travel`);
  return found;
};

beforeAll(async () => {
  stage = await openStage('empty');
  scene = stage.scene(smallCohort(stage.today));
  troupe = await raiseCurtain(scene, 'From Foligno to Berlin', Number(stage.today.slice(0, 4)));
  await invite(troupe, [FLOW], ({ email }) => email === ADULT.email);
  await requestPlaces(troupe, FLOW);
  await matchAndConfirm(troupe, FLOW, () => 'confirmed');
  travellers = await troupe.travellers(FLOW);
  school = await Guest.at(stage, 'sending');
  host = await Guest.at(stage, 'host');
}, 180_000);
afterAll(() => stage.close());

const chapter = chapters(120_000);

/** Reads the agreement on the phone, ticks the statement and signs; a tutor with the code from the e-mail. */
async function sign(guest: Guest, code?: () => Promise<string>): Promise<void> {
  await guest.reads(/^Learning agreement: /);
  await guest.page.getByRole('checkbox').check();
  if (code) {
    await guest.press('Send me the code');
    await guest.page.getByLabel('Code from the e-mail').fill(await code());
  }
  await guest.press('Sign the agreement');
  await guest.reads('Signed');
  await guest.sees('What happens next');
}

async function selectAll(guest: Guest): Promise<void> {
  await guest.page.getByRole('checkbox', { name: 'Select all shown' }).check();
}

async function accept(email: string): Promise<Guest> {
  const links = await troupe.mailbox.collect([email], LINK);
  const guest = await Guest.at(stage, 'participant', { viewport: PHONE });
  await guest.goTo(links.get(email) ?? '');
  await guest.reads(/^Welcome, /);
  await guest.page.getByLabel('New password').fill(PASSWORD);
  await guest.press('Set password and begin');
  return guest;
}

describe('one minor and one adult go to Berlin, from the invitation to the certificate', () => {
  chapter('a minor and the guardian come in by their invitations', async () => {
    minor = await accept(MINOR.email);
    await minor.reads('Hello José-Luis');
    guardian = await accept(of(MINOR).guardianEmail ?? '');
    await guardian.reads('The stay of José-Luis');
  });

  chapter('the coordinator sees what blocks the flow, and opens the agreements from the board', async () => {
    await school.signIn('paola.ricci@monteverde.example', PASSWORD);
    await school.sees(FLOW);
    await school.sees('0 of 2 ready to leave');
    await school.page.getByRole('link', { name: 'Cohort' }).click();
    await school.reads('Cohort');
    await school.sees('Conti, José-Luis');
    await school.sees('Proietti, Seán');
    await selectAll(school);
    await school.press('Compose agreements');
    await school.press('Compose 2 agreements');
    await school.sees('2 drafts composed.');
    await school.press('Done');
    await selectAll(school);
    await troupe.mailbox.catchUp();
    await school.press('Open for signature');
    await school.press('Open 2 agreements');
    await school.sees('2 agreements are open for signature.');
    await school.press('Done');
  });

  chapter('the adult signs on the phone', async () => {
    adult = await Guest.at(stage, 'participant', { viewport: PHONE });
    await adult.signIn(ADULT.email, PASSWORD);
    await adult.reads('Hello Seán');
    await adult.goTo(`/agreements/${of(ADULT).mobilityId}`);
    await sign(adult);
  });

  chapter('the minor signs, and the guardian too', async () => {
    for (const guest of [minor, guardian]) {
      await guest.goTo(`/agreements/${of(MINOR).mobilityId}`);
      await sign(guest);
    }
  });

  chapter('the tutors come in by their personal links and sign with the code from the e-mail', async () => {
    const addresses = ['annika.vogt1@kantine-linde-1.example', 'heike.scholz6@maschinenbau-canut-6.example'];
    const links = await troupe.mailbox.collect(addresses, SEAT);
    for (const [email, link] of links) {
      const tutor = await Guest.at(stage, 'company', { viewport: PHONE });
      tutors.set(email, tutor);
      await tutor.goTo(link);
      await tutor.reads(/^Hello (Annika|Heike)$/);
      await tutor.press('Read and sign the learning agreement');
      await sign(tutor, async () => (await troupe.mailbox.collect([email], CODE)).get(email) ?? '');
    }
  });

  chapter('the host signs both at once', async () => {
    await host.signIn('frieda.petersen@brueckenbauer.example', PASSWORD);
    await host.page.getByRole('link', { name: 'Learning agreements' }).click();
    await host.press('Sign 2 agreements');
    await host.press('I agree, sign 2');
    await host.sees('2 agreements signed');
  });

  chapter('with the school’s signature both are in force', async () => {
    await school.page.getByRole('link', { name: 'Learning agreements' }).click();
    await school.press('Sign 2 agreements');
    await school.press('I agree, sign 2');
    await school.sees('2 agreements signed');
    await school.goTo(`/agreements/${of(MINOR).mobilityId}`);
    await school.sees('Signed by all');
  });

  chapter('the host confirms that both have arrived', async () => {
    await scene.moveTo?.(addDays(troupe.flow(FLOW).startsOn, 1));
    await host.goTo('/stays');
    await host.reads('Guests');
    await selectAll(host);
    await host.press('Confirm arrival (2)');
    await host.page.getByRole('dialog').getByRole('button', { name: 'Confirm arrival (2)' }).click();
    await host.sees('2 arrivals confirmed');
  });

  chapter('the minor writes the diary on the phone, and it saves itself', async () => {
    await scene.moveTo?.(addDays(troupe.flow(FLOW).startsOn, 6));
    await minor.goTo('/diary');
    await minor.page.getByLabel('What did you do?').fill('Prepared the vegetables for sixty guests.');
    await minor.page.getByLabel('What did you learn?').fill('To sharpen the knives.');
    await minor.page.getByRole('switch', { name: /Share with tutor, host and school/ }).check();
    await minor.sees(/^Saved/);
    await minor.page.reload();
    await minor.sees('Prepared the vegetables for sixty guests.');
  });

  chapter('the tutor reports on the week in a few taps', async () => {
    const tutor = tutors.get('annika.vogt1@kantine-linde-1.example');
    if (!tutor) throw new Error('No tutor has come in');
    await tutor.goTo('/reports');
    await tutor.press('Report on week 1');
    await tutor.page
      .getByRole('group', { name: /How well does/ })
      .getByText('Good', { exact: true })
      .click();
    await tutor.page.getByRole('group', { name: 'Attitude at work' }).getByText('Excellent', { exact: true }).click();
    await tutor.press('Send the report');
    await tutor.reads('Report sent');
  });

  chapter('the tutor assesses every outcome at the end', async () => {
    await scene.moveTo?.(addDays(troupe.flow(FLOW).endsOn, -1));
    const tutor = tutors.get('annika.vogt1@kantine-linde-1.example');
    if (!tutor) throw new Error('No tutor has come in');
    await tutor.goTo('/');
    await tutor.press('Final assessment');
    await tutor.reads(`Final assessment: ${MINOR.name}`);
    const units = tutor.page.getByRole('button', { name: 'All independently' });
    while ((await units.count()) > 0) await units.first().click();
    await tutor.press('Send the final assessment');
    await tutor.reads('Final assessment sent');
  });

  chapter('the school recognises what was learnt and issues a Europass Mobility that is a PDF', async () => {
    await scene.moveTo?.(addDays(troupe.flow(FLOW).endsOn, 3));
    await school.goTo('/outcomes');
    await school.press('Recognise 1 as assessed');
    await school.sees('Recognition decided for 1 learner');
    await school.press('Issue 1 Europass');
    await school.sees('1 Europass Mobility issued');
    await minor.goTo('/certificates');
    const link = minor.page.getByRole('link', { name: 'Download: Europass Mobility' });
    const file = await minor.page.request.get((await link.getAttribute('href')) ?? '');
    expect(file.status()).toBe(200);
    expect(file.headers()['content-type']).toContain('application/pdf');
    expect((await file.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });
});
