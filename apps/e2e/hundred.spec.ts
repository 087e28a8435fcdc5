import { readFileSync } from 'node:fs';
import path from 'node:path';
import { seatTutors, signOthers } from '../api/story/agree';
import { collectDocuments } from '../api/story/abroad';
import { addDays, inOneFlow, readCohort, toFile } from '../api/story/cohort';
import { acceptInvitations, hostsAccept, learnFlows, openSchool } from '../api/story/gather';
import { matchAndConfirm } from '../api/story/place';
import { AGREEMENT_NUMBER } from '../api/story/play';
import { PASSWORD, type Traveller, Troupe } from '../api/story/troupe';
import { chapters } from './chapters';
import { Guest } from './guest';
import { type Effort, PressCounter } from './presses';
import { COHORT_FOLDER, openStage, root, type Stage } from './stage';

const CODE = 'BIG-1';

let stage: Stage;
let troupe: Troupe;
let school: Guest;
let hands: PressCounter;
let startsOn: string;
let endsOn: string;
let travellers: Traveller[];

beforeAll(async () => {
  stage = await openStage('empty');
  startsOn = addDays(stage.today, 7 * 12);
  endsOn = addDays(startsOn, 27);
  troupe = new Troupe(stage.scene(inOneFlow(readCohort(COHORT_FOLDER), CODE, startsOn, endsOn)));
  await openSchool(troupe);
  school = await Guest.at(stage, 'sending');
  hands = await PressCounter.of(school);
  await school.signIn('paola.ricci@monteverde.example', PASSWORD);
}, 180_000);
afterAll(() => stage.close());

/** What the coordinator's guide promises, part by part. */
function readGuide(): Record<string, Effort> {
  const guide = readFileSync(path.join(root, 'docs/guides/coordinator.md'), 'utf8');
  const rows = guide.matchAll(/^\| \**([A-Za-z][^|*]*?)\** +\| +\**(\d+)\** \| +\**(\d+)\** \|$/gm);
  const effort = (presses = '', fields = ''): Effort => ({ presses: Number(presses), fields: Number(fields) });
  return Object.fromEntries([...rows].map(([, part = '', ...numbers]) => [part, effort(...numbers)] as const));
}

const chapter = chapters(300_000);

async function goes(place: string): Promise<void> {
  await school.page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
}

/** Selects everybody shown, presses a button of the bar and confirms in the dialog. */
async function withAll(button: string, confirm: string): Promise<void> {
  await school.page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await school.press(button);
  await school.press(confirm);
}

async function bringIn(kind: string, rows: Parameters<typeof toFile>[0]): Promise<void> {
  await goes('Import');
  if (kind !== 'learners') await school.page.getByRole('radio', { name: new RegExp(`^${kind}`, 'i') }).click();
  const [chooser] = await Promise.all([
    school.page.waitForEvent('filechooser'),
    school.page.getByText('Choose a file').click(),
  ]);
  await chooser.setFiles({ name: `${kind}.csv`, mimeType: 'text/csv', buffer: toFile(rows) });
  await school.reads(/^Bring .* in$/);
}

describe('a hundred go to Berlin, and the coordinator presses few buttons', () => {
  chapter('a project is opened', async () => {
    hands.begin('Open the project');
    await goes('Projects');
    await school.press('New project');
    const { page } = school;
    await page.getByLabel('Title').fill('A hundred at once');
    await page.getByLabel(/^Grant agreement number/).fill(AGREEMENT_NUMBER);
    await page.getByLabel('First day of the project').fill(addDays(startsOn, -150));
    await page.getByLabel('Last day of the project').fill(addDays(startsOn, 400));
    await school.press('Create the project');
    await school.reads('A hundred at once');
  });

  chapter('partners come in from a spreadsheet and are invited', async () => {
    hands.begin('Bring in partners and companies, invite colleagues');
    const { organisations, companies } = troupe.scene.cohort;
    await troupe.mailbox.catchUp();
    await bringIn('organisations', organisations);
    await school.press(/^Bring \d+ rows in$/);
    await school.press('Invite colleagues');
    await school.press('Invite who has not accepted');
    await school.sees(/invitations are on their way/);
    await bringIn('companies', companies);
    await school.press(/^Bring \d+ rows in$/);
    await school.sees(/rows of companies are in/);
    await hostsAccept(troupe);
  });

  chapter('the school adapts the process that is shipped', async () => {
    hands.begin('Adapt and publish the process');
    await goes('Processes');
    await school.page
      .getByRole('row', { name: /^Learners in companies/ })
      .getByRole('button', { name: 'Copy and adapt' })
      .click();
    await school.press('Publish version 1…');
    await school.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Publish/ })
      .click();
    await school.sees(/^Version 1 /);
  });

  chapter('a hundred learners come in, their flow with them, and are invited', async () => {
    hands.begin('Bring in 100 learners with their flow, invite them and their guardians');
    await bringIn('learners', troupe.scene.cohort.learners);
    await school.page.getByRole('checkbox', { name: new RegExp(CODE) }).check();
    await school.press('Bring 100 rows in');
    await school.sees('100 learners are in');
    await troupe.mailbox.catchUp();
    await school.press('Invite them');
    await school.press(/^Invite \d+ people$/);
    await school.sees(/^Invitations are on their way: 100 participants/);
    const { projects } = await troupe.coordinator.ask<{ projects: { id: string }[] }>('query P { projects { id } }');
    troupe.projectId = projects[0]?.id ?? '';
    await learnFlows(troupe);
    travellers = await troupe.travellers(CODE);
    expect(travellers).toHaveLength(100);
    await acceptInvitations(troupe, travellers);
  });

  chapter('a place for each is asked of the host', async () => {
    hands.begin('Ask the host for 100 places');
    await goes('Cohort');
    await withAll('Send to host', 'Send 100 profiles');
    await school.sees(/^100 profiles sent/);
    await school.press('Done');
    await matchAndConfirm(troupe, CODE, () => 'confirmed');
  });

  chapter('a hundred agreements are composed and opened', async () => {
    hands.begin('Compose 100 agreements, open them for signature');
    await school.page.reload();
    await withAll('Compose agreements', 'Compose 100 agreements');
    await school.sees('100 drafts composed.');
    await school.press('Done');
    await troupe.mailbox.catchUp();
    await withAll('Open for signature', 'Open 100 agreements');
    await school.sees('100 agreements are open for signature.');
    await school.press('Done');
  });

  chapter('three hundred papers are verified', async () => {
    await collectDocuments(troupe, travellers, { expiresOn: addDays(endsOn, 200), verified: () => false });
    hands.begin('Verify 300 papers');
    await goes('Documents');
    await school.page.getByRole('checkbox', { name: 'Select all 300' }).click();
    await school.press('Verify 300 documents');
    await school.page.getByRole('dialog').getByRole('button', { name: 'Verify 300 documents' }).click();
    await school.sees('Nothing waits for you');
  });

  chapter('everybody signs, the school all at once', async () => {
    await signOthers(troupe, travellers, await seatTutors(troupe, travellers));
    hands.begin('Sign 100 agreements');
    await goes('Learning agreements');
    await school.press('Sign 100 agreements');
    await school.press('I agree, sign 100');
    await school.sees('100 agreements signed');
  });

  chapter('what was done outside is ticked for everybody', async () => {
    hands.begin('Mark as done what happens outside SoftMob');
    await goes('My tasks');
    await school.page.getByRole('tab', { name: 'By flow' }).click();
    await school.page.getByRole('checkbox', { name: 'Select all shown' }).check();
    await school.press(/^Mark as done/);
    await school.sees(/tasks marked as done/);
  });

  chapter('all go', async () => {
    hands.begin('Decide that all go');
    await goes('Departure radar');
    await school.sees('100 of 100 ready to leave');
    await school.press('Go / no-go');
    await withAll('They go', 'They go');
    await school.sees('Decided for 100 people.');
  });

  it('took as many presses and fields as the coordinator’s guide says', () => {
    expect(hands.table()).toEqual(readGuide());
  });
});
