import {
  type AgreementContent,
  composeAttendance,
  composeContent,
  composeEuropass,
  copyFor,
  diffContent,
  finalAssessment,
  LOCALES,
  outcomesOf,
  type Party,
  proposeRecognition,
  text,
} from '@softmob/learning-model';
import { ADULT_COOK, MINOR_IN_BERLIN } from '@softmob/learning-model/agreement-fixture';
import { canonicalHash } from '../hash';
import {
  type AgreementPrint,
  type PrintedSignature,
  renderCertificateOfAttendance,
  renderEuropassMobility,
  renderLearningAgreement,
} from './index';
import { pagesOf } from './pdf-text.fixture';

const createdAt = new Date('2027-02-10T09:00:00Z');
const content = composeContent(MINOR_IN_BERLIN);
const hash = canonicalHash(content);
const squeezed = (value: string) => value.replace(/\s/g, '');

const signature = (party: Party, name: string, day: number): PrintedSignature => ({
  party,
  name,
  signedAt: new Date(Date.UTC(2027, 1, day, 13, 5)),
  recordedAt: new Date(Date.UTC(2026, 10, 22, 9, 30)),
  method: 'mailCode',
  hash,
  checkedBy: null,
  mark: null,
  ip: '192.0.2.7',
  statement: 'I have read this learning agreement and agree to it.',
});
const FOUR = [
  signature('participant', content.parties.participant.name, 3),
  signature('guardian', 'Łukasz Përmeti Øster', 4),
  signature('sending', 'Paola Ricci', 5),
  signature('hosting', 'Annika Vogt', 9),
];

const render = (print: Partial<AgreementPrint> = {}, of: AgreementContent = content) =>
  renderLearningAgreement(of, {
    version: 1,
    status: 'open',
    signatures: FOUR,
    hash: canonicalHash(of),
    locale: 'en',
    createdAt,
    ...print,
  });
const textOf = (pdf: Buffer) => pagesOf(pdf).join('');

jest.setTimeout(120_000);

/** Version 1, open for signature, four of five signed: what most specs look at. */
let open: Buffer;
beforeAll(async () => {
  open = await render();
});

describe('the printed learning agreement', () => {
  it('is a PDF of a few A4 pages, small enough to mail', () => {
    expect(open.subarray(0, 5).toString()).toBe('%PDF-');
    expect(open.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(pagesOf(open)).toHaveLength(6);
    expect(open.length).toBeLessThan(150_000);
  });

  it('shows who signed how, when, from where and under which words, on an audit page', async () => {
    const [first, second, ...others] = FOUR;
    const pdf = await render({
      status: 'locked',
      audit: { proof: 'https://softmob.example/verify/AAAAAAAAAAAAAAAAAAAAAA' },
      signatures: [
        { ...(first as PrintedSignature), method: 'account', mark: { kind: 'typed', value: 'Ștefania Jiālì' } },
        { ...(second as PrintedSignature), method: 'paper', checkedBy: 'Paola Ricci' },
        { ...(others[0] as PrintedSignature), mark: { kind: 'drawn', value: 'M10 10L90 60L200 20' } },
      ],
    });
    const last = pagesOf(pdf).slice(6).join('');
    for (const words of [
      'Audit page',
      'Is this document genuine?',
      'in the portal, with own account',
      'on paper, scan checked by Paola Ricci',
      'IP address 192.0.2.7',
      'I have read this learning agreement',
      '22 November 2026 at 09:30 UTC',
      hash.slice(0, 8),
    ]) {
      expect(last).toContain(squeezed(words));
    }
    expect(textOf(open)).not.toContain('Auditpage');
  });

  it('can be searched for names in every script', async () => {
    const found = textOf(open);
    for (const name of [
      'Ștefania Jiālì van den Berg Ștefănescu-Yıldız',
      'Łukasz Përmeti Øster',
      'Νίκος Παπαδόπουλος',
    ]) {
      expect(found).toContain(squeezed(name));
    }
    const other = structuredClone(content);
    other.parties.hosting.name = 'Перукарня «Їжачок» Đorđe & Nguyễn';
    expect(textOf(await render({}, other))).toContain(squeezed('Перукарня «Їжачок» Đorđe & Nguyễn'));
  });

  it('says who signed when, who has not, and what was signed', () => {
    const [last = ''] = pagesOf(open).slice(-1);
    expect(last).toContain(squeezed('9 February 2027 at 14:05 CET'));
    expect(last.split('Notyetsigned')).toHaveLength(2);
    expect(last).toContain(hash);
  });

  it('shows a signature that belongs to another text for what it is', async () => {
    const strange = FOUR.map((one) => ({ ...one, hash: 'f'.repeat(64) }));
    expect(textOf(await render({ signatures: strange }))).toContain('Signedanothertext');
  });

  it('bears its mark only as a draft or when superseded', async () => {
    expect(textOf(await render({ status: 'draft', signatures: [] }))).toContain('DRAFT');
    expect(textOf(await render({ status: 'superseded' }))).toContain('SUPERSEDED');
    expect(textOf(open)).not.toMatch(/DRAFT|SUPERSEDED/);
  });

  it('names the mobility ID on each page once it is known, and says so until then', async () => {
    expect(pagesOf(open).every((page) => page.includes('MobilityID:tobeassigned'))).toBe(true);
    const known = structuredClone(content);
    known.header.mobilityId = '000012345-MOB-00009';
    expect(pagesOf(await render({}, known)).every((page) => page.includes('000012345-MOB-00009'))).toBe(true);
  });

  it('speaks Italian throughout, in its metadata too', async () => {
    const pdf = await render({ locale: 'it' });
    expect(textOf(pdf)).toContain(squeezed('Consigliare un cliente ed eseguire taglio e colore'));
    expect(textOf(pdf)).toContain(squeezed('Cofinanziato dall’Unione europea'));
    expect(textOf(pdf)).not.toMatch(/Learning|Skills|signed/);
    expect(pdf.toString('latin1')).toContain('/Lang (it)');
  });

  it('gives the same bytes for the same input, whenever it is printed', async () => {
    expect((await render()).equals(open)).toBe(true);
    expect((await render({ createdAt: new Date('2027-02-11T09:00:00Z') })).equals(open)).toBe(false);
  });

  it('keeps from a company what it may not see, and says that something is left out', async () => {
    const { content: copy, withheld } = copyFor('companyTutor', content);
    const found = textOf(await render({ withheld, hash }, copy));
    expect(found).not.toContain(squeezed('12 August 2009'));
    expect(found).not.toContain('famiglia.permeti@posta.example');
    expect(found).toContain(squeezed('Reader’s copy'));
    expect(found).toContain(hash);
  });

  it('tells on an amendment what it replaces and what changed', async () => {
    const next = structuredClone(content);
    next.parties.hosting.name = 'Salon Zwei';
    const print = { version: 2, supersedes: { version: 1, lockedAt: createdAt }, changes: diffContent(content, next) };
    const [first = ''] = pagesOf(await render(print, next));
    expect(first).toContain(squeezed('replaces version 1'));
    expect(first).toContain(squeezed('Friseursalon Haarwerk Schöneberg & Töchter GmbHSalon Zwei'));
  });

  it.each(['cook', 'mechatronics assembler', 'healthcare assistant'])('loses nothing for a %s', async (occupation) => {
    const other = composeContent({ ...ADULT_COOK, participant: { ...ADULT_COOK.participant, occupation } });
    const found = textOf(await render({ signatures: [] }, other));
    for (const unit of other.units) expect(found).toContain(squeezed(unit.title.en));
    for (const { activities } of other.tasks) for (const line of activities) expect(found).toContain(squeezed(line.en));
    expect(found).toContain(canonicalHash(other));
  });

  it('loses nothing of texts that fill more than a page', async () => {
    const long = structuredClone(content);
    const lines = (mark: string, count: number) =>
      Array.from({ length: count }, (_, index) => text(`${mark}${String(index)} ${'wort '.repeat(50)}`, ''));
    const [unit] = long.units;
    const [task] = long.tasks;
    if (unit) unit.skills = lines('Skill', 20);
    if (task) task.activities = lines('Activity', 20);
    long.recognition.how = text(`${'word '.repeat(790)}Ende`, '');
    long.parties.participant.name = `${'Maria '.repeat(40)}Letzte`;
    const found = textOf(await render({}, long));
    for (const last of ['Skill19wort', 'Activity19wort', 'wordEnde', 'MariaLetzte', canonicalHash(long)]) {
      expect(found).toContain(last);
    }
  });
});

describe('the certificates', () => {
  const ratings = outcomesOf(content).map(({ key }) => ({ outcomeKey: key, attainment: 'independently' as const }));
  const holder = {
    lastNames: 'Đorđević',
    firstNames: 'Žofia',
    address: null,
    birthDate: '2009-08-12',
    nationality: 'IT',
    email: null,
  };
  const facts = { documentNumber: 'DOC-9', issuedOn: '2027-04-20', content, start: '2027-03-07', end: '2027-04-02' };

  it('prints a Europass Mobility with its five sections, skills by unit and grades', async () => {
    const europass = composeEuropass({
      ...facts,
      holder,
      hours: 148,
      ratings,
      recognition: proposeRecognition(content, finalAssessment(content, ratings)),
    });
    for (const locale of LOCALES) {
      const found = textOf(await renderEuropassMobility(europass, { locale, createdAt }));
      for (const unit of content.units) expect(found).toContain(squeezed(unit.title[locale]));
      expect(found).toContain('ŽofiaĐorđević');
      expect(found).toContain('8/10');
      expect(found).toContain(locale === 'en' ? '5bRecordofcourses' : '5bCorsievoti');
    }
  });

  it('names each company with its days where one could not go on', async () => {
    const otherHosts = [
      { name: 'Salon Alt', address: 'Allee 1, Berlin', country: 'DE', start: '2027-03-07', end: '2027-03-19' },
    ];
    const attended = composeAttendance({ ...facts, otherHosts, daysPresent: 19, hours: 148, confirmedAt: null });
    const attendance = textOf(await renderCertificateOfAttendance(attended, { locale: 'en', createdAt }));
    expect(attendance).toContain(squeezed('in part of the period stated at Salon Alt.'));
    expect(attendance).toContain(squeezed('Salon Alt, Germany, 7 March 2027 to 19 March 2027'));
    const europass = composeEuropass({ ...facts, holder, otherHosts, hours: 148, ratings: [], recognition: [] });
    const printed = textOf(await renderEuropassMobility(europass, { locale: 'it', createdAt }));
    expect(printed).toContain(squeezed(`presso Salon Alt e ${facts.content.parties.hosting.name}`));
    expect(printed).toContain(squeezed('Partner di accoglienza, dal 7 marzo 2027 al 19 marzo 2027'));
  });

  it('prints the dates as they were on one page, confirmed or with a line to sign', async () => {
    const attendance = { ...facts, daysPresent: 19, hours: 148 };
    const confirmed = composeAttendance({ ...attendance, confirmedAt: '2027-04-02T15:00:00Z' });
    const [page = '', ...rest] = pagesOf(await renderCertificateOfAttendance(confirmed, { locale: 'en', createdAt }));
    expect(rest).toEqual([]);
    expect(page).toContain(squeezed('Last day 2 April 2027'));
    expect(page).toContain(squeezed('2 April 2027 at 17:00 CEST'));
    const unconfirmed = composeAttendance({ ...attendance, confirmedAt: null });
    expect(textOf(await renderCertificateOfAttendance(unconfirmed, { locale: 'en', createdAt }))).toContain(
      'signatureandstamp',
    );
  });
});
