import {
  ALL,
  COMPANY,
  FAMILY,
  facts,
  GUARDIAN,
  HEAD,
  heading,
  HOST,
  list,
  paragraph,
  PARTICIPANT,
  SCHOOL,
  signatures,
  template,
} from './compose';

const stay = facts(
  'stay',
  HEAD,
  [['Participant', 'Partecipante'], '{{participant.fullName}}'],
  [['Project', 'Progetto'], '{{project.code?}} {{project.title}}'],
  [['Mobility ID', 'ID mobilità'], '{{mobility.bmId?}}'],
  [['Sending organisation', 'Organizzazione di invio'], '{{school.name}}, {{school.address}}'],
  [['Hosting organisation', 'Organizzazione ospitante'], '{{company.name}}, {{company.address}}, {{company.country}}'],
  [['Host organisation', 'Ente di accoglienza'], '{{host.name?}}'],
  [['First and last day', 'Primo e ultimo giorno'], '{{mobility.startsOn}} – {{mobility.endsOn}}'],
);

const learningAgreement = template(
  'learningAgreement',
  'partly',
  ALL,
  paragraph(
    'intro',
    'The parties agree on the learning described here before the stay begins.',
    'Le parti concordano l’apprendimento qui descritto prima dell’inizio del soggiorno.',
  ),
  stay,
  heading('context', 'Field and programme', 'Settore e programma'),
  facts(
    'field',
    HEAD,
    [['Occupation', 'Professione'], '{{participant.occupation}}'],
    [
      ['Qualification, EQF level', 'Qualifica, livello EQF'],
      '{{participant.qualification?}}, EQF {{participant.eqfLevel?}}',
    ],
    [
      ['Language, level before', 'Lingua, livello iniziale'],
      '{{participant.mainLanguage?}} {{participant.languageLevel?}}',
    ],
    [['Type of activity', 'Tipo di attività'], '{{flow.activity}}'],
    [['Hours a week', 'Ore settimanali'], '{{learning.hoursPerWeek}}'],
  ),
  heading('outcomes', 'Expected learning outcomes', 'Risultati di apprendimento attesi'),
  list('outcome-list', ['{{learning.outcomes}}', '{{learning.outcomes}}']),
  heading('programme', 'Programme and tasks', 'Programma e compiti'),
  list('task-list', ['{{learning.tasks}}', '{{learning.tasks}}']),
  heading('assessment', 'Assessment and recognition', 'Valutazione e riconoscimento'),
  paragraph(
    'assessment-text',
    'The tutor {{company.tutorName}} assesses the outcomes at the end of the stay. {{school.name}} recognises what was reached and records it in the Europass Mobility.',
    'Il tutor {{company.tutorName}} valuta i risultati alla fine del soggiorno. {{school.name}} riconosce quanto raggiunto e lo riporta nell’Europass Mobilità.',
  ),
  signatures('signatures', PARTICIPANT, GUARDIAN, SCHOOL, COMPANY),
);

const complement = template(
  'learningComplement',
  'partly',
  ALL,
  stay,
  heading('done', 'What was done', 'Attività svolte'),
  list('tasks', ['{{learning.tasks}}', '{{learning.tasks}}']),
  heading('attendance', 'Attendance', 'Presenza'),
  paragraph(
    'attendance-text',
    'Present on {{attendance.days?}} days, {{attendance.hours?}} hours.',
    'Presenza: {{attendance.days?}} giorni, {{attendance.hours?}} ore.',
  ),
  heading('outcomes', 'Learning outcomes', 'Risultati di apprendimento'),
  list('outcome-list', ['{{learning.outcomes}}', '{{learning.outcomes}}']),
  paragraph(
    'results',
    'Results and grades stand in the final assessment that is attached.',
    'Esiti e voti sono riportati nella valutazione finale allegata.',
  ),
  signatures('signatures', COMPANY, SCHOOL),
);

const amendment = template(
  'learningAmendment',
  'own',
  ALL,
  paragraph(
    'intro',
    'The learning agreement of the stay below is changed as follows. What is not named here stays as it was agreed.',
    'L’accordo di apprendimento del soggiorno indicato è modificato come segue. Quanto non è nominato resta come concordato.',
  ),
  stay,
  heading('changes', 'What changes, from when, and why', 'Che cosa cambia, da quando e perché'),
  paragraph('changes-text', '________________________________________', '________________________________________'),
  signatures('signatures', PARTICIPANT, GUARDIAN, SCHOOL, COMPANY),
);

const grantAgreement = template(
  'grantAgreement',
  'partly',
  FAMILY,
  heading('parties', 'Parties', 'Parti'),
  facts(
    'organisation',
    HEAD,
    [['Organisation', 'Organizzazione'], '{{school.name}}, {{school.address}}, OID {{school.oid?}}'],
    [['Represented by', 'Rappresentata da'], '{{school.contactName}}'],
    [['Participant', 'Partecipante'], '{{participant.fullName}}'],
    [
      ['Born on, nationality', 'Data di nascita, nazionalità'],
      '{{participant.birthDate}}, {{participant.nationality}}',
    ],
    [['Address', 'Indirizzo'], '{{participant.address}}'],
    [['E-mail, telephone', 'E-mail, telefono'], '{{participant.email}}, {{participant.phone?}}'],
    [['Bank account, holder and IBAN', 'Conto bancario, intestatario e IBAN'], '____________________________'],
  ),
  heading('subject', '1. Subject', '1. Oggetto'),
  paragraph(
    'subject-text',
    '{{school.name}} supports the participant’s {{flow.activity}} at {{company.name}}, {{company.country}}, in the project {{project.code?}} {{project.title}}.',
    '{{school.name}} sostiene la partecipazione a: {{flow.activity}} presso {{company.name}}, {{company.country}}, nel progetto {{project.code?}} {{project.title}}.',
  ),
  heading('duration', '2. Duration', '2. Durata'),
  paragraph(
    'duration-text',
    'The stay lasts from {{mobility.startsOn}} to {{mobility.endsOn}} ({{mobility.days}} days). Funded travel days: ____.',
    'Il soggiorno dura dal {{mobility.startsOn}} al {{mobility.endsOn}} ({{mobility.days}} giorni). Giorni di viaggio finanziati: ____.',
  ),
  heading('support', '3. Financial support', '3. Sostegno finanziario'),
  paragraph(
    'support-text',
    'Individual support: ________ €. Travel: ________ €. Other support: ________ €. Total: ________ €. Paid in money / provided in kind / both: ________.',
    'Sostegno individuale: ________ €. Viaggio: ________ €. Altro sostegno: ________ €. Totale: ________ €. Pagato in denaro / fornito in natura / entrambi: ________.',
  ),
  heading('payments', '4. Payments', '4. Pagamenti'),
  paragraph(
    'payments-text',
    'A first instalment of ____ % is paid within 30 days of the last signature and at the latest on the first day of the stay; the balance follows the participant’s report.',
    'La prima rata del ____ % è versata entro 30 giorni dall’ultima firma e al più tardi il primo giorno del soggiorno; il saldo segue la relazione del partecipante.',
  ),
  heading('duties', '5. Insurance, language, report', '5. Assicurazione, lingua, relazione'),
  list(
    'duties-list',
    [
      'Health, accident and liability insurance are in place before departure.',
      'Le assicurazioni sanitaria, infortuni e responsabilità civile sono attive prima della partenza.',
    ],
    [
      'The participant uses the language support that is offered.',
      'Il partecipante utilizza il sostegno linguistico offerto.',
    ],
    [
      'The participant answers the participant survey within 30 days of the invitation.',
      'Il partecipante compila il questionario entro 30 giorni dall’invito.',
    ],
    [
      'Who breaks off without force majeure may have to pay back.',
      'Chi interrompe senza causa di forza maggiore può dover restituire il contributo.',
    ],
  ),
  signatures('signatures', PARTICIPANT, GUARDIAN, SCHOOL),
);

const groupProgramme = template(
  'groupProgramme',
  'own',
  { participant: false, host: true },
  facts(
    'frame',
    HEAD,
    [['Project', 'Progetto'], '{{project.code?}} {{project.title}}'],
    [['Activity', 'Attività'], '{{flow.activity}}'],
    [['Place', 'Luogo'], '{{flow.town}}, {{flow.country}}'],
    [['First and last day', 'Primo e ultimo giorno'], '{{flow.startsOn}} – {{flow.endsOn}}'],
    [['Sending organisation', 'Organizzazione di invio'], '{{school.name}}, {{school.address}}'],
    [['Host organisation', 'Ente di accoglienza'], '{{host.name}}, {{host.address}}'],
  ),
  heading('aims', 'Aims and expected outcomes', 'Obiettivi e risultati attesi'),
  paragraph('aims-text', '________________________________________', '________________________________________'),
  heading('days', 'Programme day by day', 'Programma giorno per giorno'),
  paragraph('days-text', '________________________________________', '________________________________________'),
  heading('people', 'Participants', 'Partecipanti'),
  list('people-list', ['{{flow.participants}}', '{{flow.participants}}']),
  heading('accompanying', 'Accompanying persons', 'Accompagnatori'),
  list('accompanying-list', ['{{flow.accompanying?}}', '{{flow.accompanying?}}']),
  signatures('signatures', SCHOOL, HOST),
);

export const agreements = [learningAgreement, complement, amendment, groupProgramme, grantAgreement];
