import { type Browser } from './browser';
import { addDays, toFile } from './cohort';
import { PASSWORD, together, type Traveller, type Troupe } from './troupe';

/** The link in an invitation. */
export const LINK = /https?:\/\/\S+\/invitation\/[\w-]+/;
const APPLY = `mutation Apply($input: ApplyImportInput!) {
  applyImport(input: $input) { counts { errors } receipt { added updated unchanged waiting flowsCreated } }
}`;

/** A project under accreditation lasts 15 to 24 months; this one about eighteen, counted from the first departure. */
const PROJECT_DAYS = 400;

export interface ImportOutcome {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly waiting: number;
  readonly flowsCreated: number;
}

/** Brings a file in as the wizard does: upload, look, apply. */
export async function importFile(
  troupe: Troupe,
  kind: string,
  name: string,
  bytes: Buffer,
  choices: { createFlows?: boolean; flowId?: string; acceptAll?: boolean } = {},
): Promise<ImportOutcome> {
  const project = troupe.projectId ? `&projectId=${troupe.projectId}` : '';
  const { id } = await troupe.coordinator.upload<{ id: string }>(`/imports?kind=${kind}${project}`, name, bytes);
  const { applyImport } = await troupe.coordinator.ask<{ applyImport: { receipt: ImportOutcome } }>(APPLY, {
    input: { id, ...choices },
  });
  return applyImport.receipt;
}

/** The operator opens the school; its coordinator follows the mailed link. */
export async function openSchool(troupe: Troupe): Promise<void> {
  const { scene, mailbox, coordinator } = troupe;
  const school = scene.cohort.organisations.find((row) => row.Role === 'sending');
  if (!school) throw new Error('The cohort has no school');
  scene.say(`${school.Organisation ?? ''} opens, and its coordinator comes in`);
  await mailbox.catchUp();
  await scene.operator.ask('mutation Open($input: OpenSchoolInput!) { openSchool(input: $input) { ok } }', {
    input: {
      name: school.Organisation,
      oid: school['OID (invented)'],
      country: school.Country,
      town: school.Town,
      postcode: school.Postcode,
      street: school.Street,
      coordinatorName: school.Contact,
      coordinatorEmail: school['E-mail'],
      locale: 'en',
    },
  });
  const links = await mailbox.collect([school['E-mail'] ?? ''], LINK);
  await coordinator.acceptInvitation([...links.values()][0] ?? '', PASSWORD);
}

/** The coordinator opens the project and brings in hosts, colleagues, companies, learners, teachers and reserves. */
export async function gather(
  troupe: Troupe,
  project: { title: string; agreementNumber: string; callYear: number },
): Promise<void> {
  const { scene, coordinator } = troupe;
  const { cohort } = scene;
  const starts = cohort.learners.map((row) => row['Start date'] ?? '').sort();
  const { createProject } = await coordinator.ask<{ createProject: { id: string } }>(
    'mutation Create($input: CreateProjectInput!) { createProject(input: $input) { id } }',
    {
      input: {
        ...project,
        action: 'KA121',
        startsOn: addDays(starts[0] ?? '', -150),
        endsOn: addDays(starts[0] ?? '', PROJECT_DAYS),
      },
    },
  );
  troupe.projectId = createProject.id;
  const files = [
    ['organisations', cohort.organisations, {}],
    ['companies', cohort.companies, {}],
    ['learners', cohort.learners, { createFlows: true }],
    ['accompanying', cohort.accompanying, {}],
    ['reserves', cohort.reserves, {}],
  ] as const;
  for (const [kind, rows, choices] of files) {
    const receipt = await importFile(troupe, kind, `${kind}.csv`, toFile(rows), choices);
    scene.say(`${kind}: ${String(receipt.added)} of ${String(rows.length)} rows are in`);
  }
  await learnFlows(troupe);
}

/** Reads the project's flows into the troupe. */
export async function learnFlows(troupe: Troupe): Promise<void> {
  const { flows } = await troupe.coordinator.ask<{
    flows: {
      id: string;
      code: string;
      startsOn: string;
      endsOn: string;
      hostOrganisation: { id: string; name: string };
    }[];
  }>(
    'query Flows($projectId: ID) { flows(projectId: $projectId) { id code startsOn endsOn hostOrganisation { id name } } }',
    {
      projectId: troupe.projectId,
    },
  );
  troupe.flows = flows.map(({ hostOrganisation, ...flow }) => ({
    ...flow,
    hostOrganisationId: hostOrganisation.id,
    hostName: hostOrganisation.name,
  }));
}

/** Colleagues and hosts are invited, and the hosts accept. */
export async function welcomeColleagues(troupe: Troupe): Promise<void> {
  await troupe.mailbox.catchUp();
  await troupe.coordinator.ask('mutation Colleagues { inviteColleagues { invited } }');
  await hostsAccept(troupe);
}

/** The hosts follow the invitation in their mailbox. */
export async function hostsAccept(troupe: Troupe): Promise<void> {
  const { scene, mailbox } = troupe;
  const hosts = scene.cohort.organisations.filter((row) => row.Role === 'host');
  const links = await mailbox.collect(
    hosts.map((row) => row['E-mail'] ?? ''),
    LINK,
  );
  for (const [index, row] of hosts.entries()) {
    await troupe
      .host(row.Organisation ?? '')
      .acceptInvitation(links.get((row['E-mail'] ?? '').toLowerCase()) ?? '', PASSWORD);
    await giveTelephone(troupe.host(row.Organisation ?? ''), `+49 30 555 01${String(index)}`);
  }
  scene.say(`${String(hosts.length)} hosts are in`);
}

interface OwnOrganisation {
  viewer: { memberships: { organisationId: string }[] };
}

/** A host completes its own entry: the number that stands on agreements for emergencies. */
async function giveTelephone(host: Browser, phone: string): Promise<void> {
  const { viewer } = await host.ask<OwnOrganisation>('query Own { viewer { memberships { organisationId } } }');
  const { organisation } = await host.ask<{ organisation: { version: number } & Record<string, unknown> }>(
    'query Entry($id: ID!) { organisation(id: $id) { id name email street postcode town version } }',
    { id: viewer.memberships[0]?.organisationId },
  );
  const { version, ...entry } = organisation;
  await host.ask('mutation Correct($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { id } }', {
    input: { ...entry, phone, myPhone: phone, expectedVersion: version },
  });
}

/** Learners and guardians of flows are invited in one action, and those whom `answers` names accept. */
export async function invite(
  troupe: Troupe,
  codes: readonly string[],
  answers: (traveller: Traveller, index: number) => boolean = () => true,
): Promise<void> {
  const { scene, mailbox, coordinator } = troupe;
  const travellers = await troupe.travellers(...codes);
  await mailbox.catchUp();
  await coordinator.ask(
    'mutation Invite($input: InviteesInput!) { inviteParticipants(input: $input) { participants guardians } }',
    {
      input: { mobilityIds: travellers.map((traveller) => traveller.mobilityId), includeGuardians: true },
    },
  );
  await acceptInvitations(troupe, travellers.filter(answers));
  scene.say(`${codes.join(', ')}: invitations are answered`);
}

/** These travellers and their guardians follow the invitation in their mailbox. */
export async function acceptInvitations(troupe: Troupe, travellers: readonly Traveller[]): Promise<void> {
  const { scene, mailbox } = troupe;
  const addresses = travellers.flatMap(({ email, guardianEmail }) =>
    guardianEmail ? [email, guardianEmail] : [email],
  );
  const links = await mailbox.collect(addresses, LINK);
  let done = 0;
  await together([...links], async ([email, link]) => {
    await troupe.person(email).acceptInvitation(link, PASSWORD);
    scene.say('people accept', (done += 1), links.size);
  });
}
